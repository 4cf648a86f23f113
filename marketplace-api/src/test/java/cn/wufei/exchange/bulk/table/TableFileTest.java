package cn.wufei.exchange.bulk.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of strangers, honest and other.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TableFileTest {

  private static final String TABLE = "名称,数量\n钢渣,12\n";
  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE with mark", "UTF-8 with mark"})
  void the_encoding_of_a_csv_file_is_told_by_its_bytes(String encoding) throws Exception {
    Charset charset = Charset.forName(encoding.replace(" with mark", ""));
    String mark = encoding.endsWith("mark") ? "\uFEFF" : "";

    assertThat(texts(csv((mark + TABLE).getBytes(charset))))
        .containsExactly(List.of("名称", "数量"), List.of("钢渣", "12"));
  }

  @Test
  void bytes_of_no_encoding_are_not_guessed_at() throws IOException {
    Path file = csv(new byte[] {(byte) 0xC3, (byte) 0x28, ',', (byte) 0xFF, '\n'});

    assertProblem(file, false, TableProblem.Code.ENCODING_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", ","})
  void the_separator_is_the_one_of_the_heading(String separator) throws Exception {
    Path file = csv("a,b\n1,2\n".replace(",", separator).getBytes(StandardCharsets.UTF_8));

    assertThat(texts(file)).containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void quoted_cells_keep_their_commas_and_line_ends_and_lines_their_numbers() throws Exception {
    Path file = csv("a,b\n\n\"x, \"\"y\"\"\nz\",2\n3,4\n".getBytes(StandardCharsets.UTF_8));

    List<TableRow> rows = rows(file, false);

    assertThat(rows.get(1).cell(0).text()).isEqualTo("x, \"y\"\nz");
    assertThat(rows).extracting(TableRow::number).containsExactly(1, 3, 5);
  }

  @Test
  void a_mark_before_a_quoted_heading_is_no_part_of_it() throws Exception {
    assertThat(texts(csv("\uFEFF\"a\",\"b\"\n1,2\n".getBytes(StandardCharsets.UTF_8))))
        .containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void a_quote_that_swallows_the_next_lines_is_damage_too() throws Exception {
    Path file = csv(("a,b\n\"1,2\n" + "3,4\n".repeat(50)).getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(TableSheet.UnreadableLine.class).isThrownBy(() -> rows(file, false));
  }

  @Test
  void a_cell_is_what_it_shows() throws Exception {
    Path file =
        workbook(sheet -> {
          sheet.value(0, 0, 0.125);
          sheet.style(0, 0).format("0.0%").set();
          sheet.value(0, 1, 46_353);
          sheet.style(0, 1).format("[$-804]yyyy/m/d;@").set();
          sheet.value(0, 2, 46_353);
        });

    assertThat(rows(file, true).getFirst().cells())
        .containsExactly(
            new TableCell("12.5", TableCell.Form.NUMBER),
            new TableCell("2026-11-27", TableCell.Form.DATE),
            new TableCell("46353", TableCell.Form.NUMBER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>5000</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"99999999\"><c><v>1</v></c></row>",
        "<mergeCells><mergeCell ref=\"A1:B9999999\"/></mergeCells>"
      })
  void what_no_spreadsheet_writes_is_not_read(String content) throws Exception {
    Path file =
        with(
            workbook(sheet -> sheet.value(0, 0, "a")),
            "xl/worksheets/sheet9.xml",
            ("<worksheet>" + content + "</worksheet>").getBytes(StandardCharsets.UTF_8));

    assertProblem(file, true, TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  @Test
  void a_text_longer_than_a_cell_holds_is_not_read() throws Exception {
    Path file =
        with(
            workbook(sheet -> sheet.value(0, 0, "a")),
            "xl/worksheets/sheet9.xml",
            ("<worksheet><row><c><v>" + "1".repeat(300_000) + "</v></c></row></worksheet>")
                .getBytes(StandardCharsets.UTF_8));

    assertProblem(file, true, TableProblem.Code.WORKBOOK_TOO_LARGE);
  }

  @Test
  void a_quote_that_never_ends_is_damage_and_not_a_cell() throws Exception {
    String text = "a,b\n1,2\n\"" + "x".repeat(3 * MEBIBYTE);
    Path file = csv(text.getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(TableSheet.UnreadableLine.class).isThrownBy(() -> rows(file, false));
  }

  @Test
  void nothing_is_in_an_empty_file() throws IOException {
    assertProblem(
        csv("\n \n".getBytes(StandardCharsets.UTF_8)), false, TableProblem.Code.NOTHING_IN_IT);
  }

  @Test
  void more_lines_than_are_taken_are_not() throws IOException {
    String lines = "1\n".repeat(TableFile.LINES_MAX + 1);

    assertProblem(
        csv(lines.getBytes(StandardCharsets.UTF_8)), false, TableProblem.Code.LINES_TOO_MANY);
  }

  @Test
  void a_workbook_says_what_its_cells_are() throws Exception {
    Path file =
        workbook(sheet -> {
          sheet.value(0, 0, " 名称 ");
          sheet.value(0, 1, 12.5);
          sheet.value(0, 2, true);
          sheet.value(2, 0, "第三行");
          sheet.formula(2, 1, "1/0");
        });

    List<TableRow> rows = rows(file, true);

    assertThat(rows.getFirst().cells())
        .containsExactly(
            new TableCell("名称", TableCell.Form.TEXT),
            new TableCell("12.5", TableCell.Form.NUMBER),
            new TableCell("TRUE", TableCell.Form.BOOLEAN));
    assertThat(rows.getLast().number()).isEqualTo(3);
    assertThat(rows.getLast().cell(9)).isEqualTo(TableCell.EMPTY);
  }

  @Test
  void rows_with_merged_cells_are_told() throws Exception {
    Path file =
        workbook(sheet -> {
          for (int row = 0; row < 5; row++) {
            sheet.value(row, 0, "a" + row);
          }
          sheet.range(1, 0, 2, 0).merge();
        });

    assertThat(rows(file, true))
        .extracting(TableRow::isMerged)
        .containsExactly(false, true, true, false, false);
  }

  @Test
  void a_workbook_with_a_program_is_not_read() throws Exception {
    Path file = with(workbook(sheet -> sheet.value(0, 0, "a")), "xl/vbaProject.bin", new byte[10]);

    assertProblem(file, true, TableProblem.Code.MACROS_NOT_ALLOWED);
  }

  @Test
  void an_archive_that_unpacks_to_far_more_than_it_is_is_not_read() throws Exception {
    Path file = with(workbook(sheet -> sheet.value(0, 0, "a")), "xl/media/a.bin", null);

    assertThat(Files.size(file)).isLessThan(2 * MEBIBYTE);
    assertProblem(file, true, TableProblem.Code.WORKBOOK_TOO_LARGE);
  }

  @Test
  void an_archive_of_other_things_is_no_workbook() throws Exception {
    Path file = folder.resolve("other.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }

    assertProblem(file, true, TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  @Test
  void a_damaged_workbook_is_not_read() throws Exception {
    byte[] whole = Files.readAllBytes(workbook(sheet -> sheet.value(0, 0, "a")));
    Path file = folder.resolve("half.xlsx");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertProblem(file, true, TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  @Test
  void an_entity_of_a_document_type_is_not_followed() throws Exception {
    Path file =
        with(
            workbook(sheet -> sheet.value(0, 0, "a")),
            "xl/worksheets/sheet9.xml",
            ("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                    + "<worksheet>&b;</worksheet>")
                .getBytes(StandardCharsets.UTF_8));

    assertProblem(file, true, TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  private static void assertProblem(Path file, boolean isWorkbook, TableProblem.Code code) {
    assertThatExceptionOfType(TableProblem.class)
        .isThrownBy(() -> rows(file, isWorkbook))
        .extracting(TableProblem::code)
        .isEqualTo(code);
  }

  private Path csv(byte[] content) throws IOException {
    return Files.write(folder.resolve("table.csv"), content);
  }

  private Path workbook(Consumer<Worksheet> fill) throws IOException {
    Path file = folder.resolve("table.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      fill.accept(workbook.newWorksheet("一"));
    }
    return file;
  }

  /// @param content nothing for more zeros than any workbook has
  private Path with(Path workbook, String name, byte @Nullable [] content) throws IOException {
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

  private static List<List<String>> texts(Path file) throws Exception {
    return rows(file, false).stream()
        .map(row -> row.cells().stream().map(TableCell::text).toList())
        .toList();
  }

  private static List<TableRow> rows(Path file, boolean isWorkbook) throws Exception {
    try (TableFile tables = TableFile.open(file, isWorkbook);
        Stream<TableRow> rows = tables.sheets().getFirst().rows()) {
      return rows.toList();
    }
  }
}
