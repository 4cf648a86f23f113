package cn.wufei.exchange.bulk.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

    assertThat(TableFiles.texts(files().csv((mark + TABLE).getBytes(charset))))
        .containsExactly(List.of("名称", "数量"), List.of("钢渣", "12"));
  }

  @Test
  void bytes_of_no_encoding_are_not_guessed_at() throws IOException {
    Path file = files().csv(new byte[] {(byte) 0xC3, (byte) 0x28, ',', (byte) 0xFF, '\n'});

    TableFiles.assertProblem(file, false, TableProblem.Code.ENCODING_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", ","})
  void the_separator_is_the_one_of_the_heading(String separator) throws Exception {
    Path file = files().csv("a,b\n1,2\n".replace(",", separator).getBytes(StandardCharsets.UTF_8));

    assertThat(TableFiles.texts(file)).containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void quoted_cells_keep_their_commas_and_line_ends_and_lines_their_numbers() throws Exception {
    Path file = files().csv("a,b\n\n\"x, \"\"y\"\"\nz\",2\n3,4\n".getBytes(StandardCharsets.UTF_8));

    List<TableRow> rows = TableFiles.rows(file, false);

    assertThat(rows.get(1).cell(0).text()).isEqualTo("x, \"y\"\nz");
    assertThat(rows).extracting(TableRow::number).containsExactly(1, 3, 5);
  }

  @Test
  void a_mark_before_a_quoted_heading_is_no_part_of_it() throws Exception {
    assertThat(
            TableFiles.texts(
                files().csv("\uFEFF\"a\",\"b\"\n1,2\n".getBytes(StandardCharsets.UTF_8))))
        .containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void a_quote_that_swallows_the_next_lines_is_damage_too() throws Exception {
    Path file = files().csv(("a,b\n\"1,2\n" + "3,4\n".repeat(50)).getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(TableSheet.UnreadableLine.class)
        .isThrownBy(() -> TableFiles.rows(file, false));
  }

  @Test
  void a_line_without_end_is_not_held_in_memory() throws Exception {
    byte[] endless = new byte[8 * MEBIBYTE];
    Arrays.fill(endless, (byte) 'x');

    TableFiles.assertProblem(files().csv(endless), false, TableProblem.Code.LINE_TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void a_line_ends_as_systems_end_it(String end) throws Exception {
    Path file = files().csv("a;b\n1;2\n\n3;4".replace("\n", end).getBytes(StandardCharsets.UTF_8));

    try (TableFile tables = TableFile.open(file, false)) {
      assertThat(tables.lines()).isEqualTo(4);
    }
    assertThat(TableFiles.rows(file, false)).extracting(TableRow::number).contains(1, 2, 4);
  }

  @Test
  void a_quote_that_never_ends_is_damage_and_not_a_cell() throws Exception {
    String text = "a,b\n1,2\n\"" + "x".repeat(40_000);
    Path file = files().csv(text.getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(TableSheet.UnreadableLine.class)
        .isThrownBy(() -> TableFiles.rows(file, false));
  }

  @Test
  void nothing_is_in_an_empty_file() throws IOException {
    TableFiles.assertProblem(
        files().csv("\n \n".getBytes(StandardCharsets.UTF_8)),
        false,
        TableProblem.Code.NOTHING_IN_IT);
  }

  @Test
  void more_lines_than_are_taken_are_not() throws IOException {
    String lines = "1\n".repeat(TableFile.LINES_MAX + 1);

    TableFiles.assertProblem(
        files().csv(lines.getBytes(StandardCharsets.UTF_8)),
        false,
        TableProblem.Code.LINES_TOO_MANY);
  }

  @Test
  void what_stands_beyond_the_last_column_is_told_and_not_read() throws Exception {
    String wide = "a" + ",".repeat(TableFile.COLUMNS_MAX) + "b\n";
    String trailing = "a" + ",".repeat(TableFile.COLUMNS_MAX + 50) + "\n";
    List<TableRow> typed =
        TableFiles.rows(files().csv((wide + trailing).getBytes(StandardCharsets.UTF_8)), false);
    List<TableRow> stored =
        TableFiles.rows(
            files()
                .workbook(sheet -> {
                  sheet.value(0, TableFile.COLUMNS_MAX, "b");
                  sheet.value(1, TableFile.COLUMNS_MAX - 1, "b");
                }),
            true);

    assertThat(typed).extracting(TableRow::isTooWide).containsExactly(true, false);
    assertThat(stored).extracting(TableRow::isTooWide).containsExactly(true, false);
    assertThat(typed.getFirst().cells()).hasSize(TableFile.COLUMNS_MAX);
    assertThat(stored.getFirst().isEmpty()).isFalse();
  }

  private TableFiles files() {
    return new TableFiles(folder);
  }
}
