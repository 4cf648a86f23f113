package cn.wufei.exchange.bulk.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workbooks of strangers, honest and other.
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkbookTest {

  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void a_cell_is_what_it_shows() throws Exception {
    Path file =
        files()
            .workbook(sheet -> {
              sheet.value(0, 0, 0.125);
              sheet.style(0, 0).format("0.0%").set();
              sheet.value(0, 1, 46_353);
              sheet.style(0, 1).format("[$-804]yyyy/m/d;@").set();
              sheet.value(0, 2, 46_353);
            });

    assertThat(TableFiles.rows(file, true).getFirst().cells())
        .containsExactly(
            new TableCell("12.5", TableCell.Form.PERCENT),
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
        files()
            .with(
                files().workbook(sheet -> sheet.value(0, 0, "a")),
                "xl/worksheets/sheet9.xml",
                ("<worksheet>" + content + "</worksheet>").getBytes(StandardCharsets.UTF_8));

    TableFiles.assertProblem(file, true, TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58})
  void a_day_in_a_format_that_chinese_spreadsheets_know_by_number_is_one(int format)
      throws Exception {
    Path file = files().sheet(format, "<c r=\"A1\" s=\"1\"><v>46353</v></c>");

    assertThat(TableFiles.rows(file, true).getFirst().cell(0))
        .isEqualTo(new TableCell("2026-11-27", TableCell.Form.DATE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 26, 32, 35, 49, 55, 56, 59})
  void a_number_in_another_format_is_no_day(int format) throws Exception {
    Path file = files().sheet(format, "<c r=\"A1\" s=\"1\"><v>46353</v></c>");

    assertThat(TableFiles.rows(file, true).getFirst().cell(0))
        .isEqualTo(new TableCell("46353", TableCell.Form.NUMBER));
  }

  @Test
  void a_number_that_is_shown_with_zeros_in_front_keeps_them() throws Exception {
    Path file =
        files()
            .workbook(sheet -> {
              sheet.value(0, 0, 123);
              sheet.style(0, 0).format("00000").set();
              sheet.value(0, 1, 1_234_567);
              sheet.style(0, 1).format("[$-804]00000").set();
              sheet.value(0, 2, 12.5);
              sheet.style(0, 2).format("00000").set();
              sheet.value(0, 3, 123);
              sheet.style(0, 3).format("0").set();
            });

    assertThat(TableFiles.rows(file, true).getFirst().cells())
        .containsExactly(
            new TableCell("00123", TableCell.Form.TEXT),
            new TableCell("1234567", TableCell.Form.TEXT),
            new TableCell("12.5", TableCell.Form.NUMBER),
            new TableCell("123", TableCell.Form.NUMBER));
  }

  @Test
  void a_formula_gives_an_error_only_where_the_workbook_says_so() throws Exception {
    Path file =
        files()
            .sheet(
                0,
                "<c r=\"A1\" t=\"str\"><f>\"#\"&amp;B1</f><v>#12 炉</v></c>"
                    + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>");

    assertThat(TableFiles.rows(file, true).getFirst().cells())
        .containsExactly(
            new TableCell("#12 炉", TableCell.Form.TEXT),
            new TableCell("#DIV/0!", TableCell.Form.ERROR));
  }

  @Test
  void more_cells_in_a_row_than_a_spreadsheet_has_columns_are_not_read() throws Exception {
    Path file = files().sheet(0, "<c><v>1</v></c>".repeat(16_385));

    TableFiles.assertProblem(file, true, TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  @Test
  void more_shared_texts_than_fit_into_memory_are_not_read() throws Exception {
    Path file =
        files()
            .replaced(
                files().workbook(sheet -> sheet.value(0, 0, "a")),
                "xl/sharedStrings.xml",
                "<sst>" + "<si><t/></si>".repeat(1_000_001) + "</sst>");

    TableFiles.assertProblem(file, true, TableProblem.Code.WORKBOOK_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/styles.xml"
      })
  void a_part_that_lists_more_than_any_workbook_has_is_not_read(String part) throws Exception {
    Path file =
        files()
            .replaced(
                files().workbook(sheet -> sheet.value(0, 0, "a")),
                part,
                "<x>" + "<y/>".repeat(2 * MEBIBYTE) + "</x>");

    TableFiles.assertProblem(file, true, TableProblem.Code.WORKBOOK_TOO_LARGE);
  }

  @Test
  void a_text_longer_than_a_cell_holds_is_not_read() throws Exception {
    Path file =
        files()
            .with(
                files().workbook(sheet -> sheet.value(0, 0, "a")),
                "xl/worksheets/sheet9.xml",
                ("<worksheet><row><c><v>" + "1".repeat(300_000) + "</v></c></row></worksheet>")
                    .getBytes(StandardCharsets.UTF_8));

    TableFiles.assertProblem(file, true, TableProblem.Code.WORKBOOK_TOO_LARGE);
  }

  @Test
  void a_workbook_says_what_its_cells_are() throws Exception {
    Path file =
        files()
            .workbook(sheet -> {
              sheet.value(0, 0, " 名称 ");
              sheet.value(0, 1, 12.5);
              sheet.value(0, 2, true);
              sheet.value(2, 0, "第三行");
              sheet.formula(2, 1, "1/0");
            });

    List<TableRow> rows = TableFiles.rows(file, true);

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
        files()
            .workbook(sheet -> {
              for (int row = 0; row < 5; row++) {
                sheet.value(row, 0, "a" + row);
              }
              sheet.range(1, 0, 2, 0).merge();
            });

    assertThat(TableFiles.rows(file, true))
        .extracting(TableRow::isMerged)
        .containsExactly(false, true, true, false, false);
  }

  @Test
  void a_workbook_with_a_program_is_not_read() throws Exception {
    Path file =
        files()
            .with(
                files().workbook(sheet -> sheet.value(0, 0, "a")),
                "xl/vbaProject.bin",
                new byte[10]);

    TableFiles.assertProblem(file, true, TableProblem.Code.MACROS_NOT_ALLOWED);
  }

  @Test
  void an_archive_that_unpacks_to_far_more_than_it_is_is_not_read() throws Exception {
    Path file =
        files().with(files().workbook(sheet -> sheet.value(0, 0, "a")), "xl/media/a.bin", null);

    assertThat(Files.size(file)).isLessThan(2 * MEBIBYTE);
    TableFiles.assertProblem(file, true, TableProblem.Code.WORKBOOK_TOO_LARGE);
  }

  @Test
  void an_archive_of_other_things_is_no_workbook() throws Exception {
    Path file = folder.resolve("other.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }

    TableFiles.assertProblem(file, true, TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  @Test
  void a_damaged_workbook_is_not_read() throws Exception {
    byte[] whole = Files.readAllBytes(files().workbook(sheet -> sheet.value(0, 0, "a")));
    Path file = folder.resolve("half.xlsx");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    TableFiles.assertProblem(file, true, TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  @Test
  void an_entity_of_a_document_type_is_not_followed() throws Exception {
    Path file =
        files()
            .with(
                files().workbook(sheet -> sheet.value(0, 0, "a")),
                "xl/worksheets/sheet9.xml",
                ("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                        + "<worksheet>&b;</worksheet>")
                    .getBytes(StandardCharsets.UTF_8));

    TableFiles.assertProblem(file, true, TableProblem.Code.WORKBOOK_UNREADABLE);
  }

  private TableFiles files() {
    return new TableFiles(folder);
  }
}
