package cn.wufei.exchange.bulk.table;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes tables into a folder, and reads them.
record TableFiles(Path folder) {

  private static final int MEBIBYTE = 1024 * 1024;

  static void assertProblem(Path file, boolean isWorkbook, TableProblem.Code code) {
    assertThatExceptionOfType(TableProblem.class)
        .isThrownBy(() -> rows(file, isWorkbook))
        .extracting(TableProblem::code)
        .isEqualTo(code);
  }

  Path csv(byte[] content) throws IOException {
    return Files.write(folder.resolve("table.csv"), content);
  }

  Path workbook(Consumer<Worksheet> fill) throws IOException {
    Path file = folder.resolve("table.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      fill.accept(workbook.newWorksheet("一"));
    }
    return file;
  }

  /// A workbook of one row, whose second style has a format that has no text.
  Path sheet(int format, String cells) throws IOException {
    Path styled =
        replaced(
            workbook(sheet -> sheet.value(0, 0, "a")),
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\""
                + format
                + "\"/></cellXfs></styleSheet>");
    return replaced(
        styled,
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row r=\"1\">" + cells + "</row></sheetData></worksheet>");
  }

  Path replaced(Path workbook, String name, String content) throws IOException {
    Path file = folder.resolve(workbook.getFileName() + ".other.xlsx");
    try (ZipFile before = new ZipFile(workbook.toFile());
        ZipOutputStream after = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : before.stream().toList()) {
        after.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(name)) {
          after.write(content.getBytes(StandardCharsets.UTF_8));
        } else {
          try (InputStream part = before.getInputStream(entry)) {
            part.transferTo(after);
          }
        }
      }
    }
    return file;
  }

  /// @param content nothing for more zeros than any workbook has
  Path with(Path workbook, String name, byte @Nullable [] content) throws IOException {
    Path file = folder.resolve("more.xlsx");
    try (ZipFile before = new ZipFile(workbook.toFile());
        ZipOutputStream after = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : before.stream().toList()) {
        after.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream part = before.getInputStream(entry)) {
          part.transferTo(after);
        }
      }
      after.putNextEntry(new ZipEntry(name));
      byte[] zeros = new byte[MEBIBYTE];
      for (int i = 0; content == null && i < 513; i++) {
        after.write(zeros);
      }
      if (content != null) {
        after.write(content);
      }
    }
    return file;
  }

  static List<List<String>> texts(Path file) throws Exception {
    return rows(file, false).stream()
        .map(row -> row.cells().stream().map(TableCell::text).toList())
        .toList();
  }

  static List<TableRow> rows(Path file, boolean isWorkbook) throws Exception {
    try (TableFile tables = TableFile.open(file, isWorkbook);
        Stream<TableRow> rows = tables.sheets().getFirst().rows()) {
      return rows.toList();
    }
  }
}
