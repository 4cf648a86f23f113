package cn.wufei.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTextTest {

  private static final String CHARACTERS = "a渣,\"\";\r\n\t =+-@＝'1.";
  private static final int LINES = 20_000;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          plain             | plain
          钢渣               | 钢渣
          a,b               | "a,b"
          say "yes" now     | "say ""yes"" now"
          a;b               | "a;b"
          =1+1              | =1+1
          """)
  void a_cell_with_a_separator_or_a_quote_is_quoted(String cell, String quoted) {
    assertThat(CsvText.quoted(cell)).isEqualTo(quoted);
  }

  @Test
  void a_cell_of_two_lines_is_quoted() {
    assertThat(CsvText.quoted("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(CsvText.quoted("a\r")).isEqualTo("\"a\r\"");
    assertThat(CsvText.quoted("a\tb")).isEqualTo("\"a\tb\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd", "+1", "-1", "@sum", "＝1", "＋1", "－1", "＠a", "\tx", "\rx", "\nx"})
  void a_text_that_a_spreadsheet_would_run_is_disarmed(String text) {
    assertThat(CsvText.text(text)).isEqualTo("'" + text);
    assertThat(CsvText.text(" " + text)).startsWith(" ");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "\r\n", "\n"})
  void a_formula_behind_another_separator_is_disarmed_as_well(String separator) {
    String text = "渣" + separator + "=HYPERLINK(\"x\")";

    assertThat(CsvText.text(text)).isEqualTo("渣" + separator + "'=HYPERLINK(\"x\")");
    assertThat(CsvText.text("渣" + separator + "a=b-c")).isEqualTo("渣" + separator + "a=b-c");
  }

  @Test
  void what_is_absent_is_empty_and_what_is_harmless_is_left_as_it_is() {
    assertThat(CsvText.text(null)).isEmpty();
    assertThat(CsvText.text("")).isEmpty();
    assertThat(CsvText.text("CaO ≥ 40%; MgO - a@b = c")).isEqualTo("CaO ≥ 40%; MgO - a@b = c");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          a;"=1+1     | a;"'=1+1
          a;""=1      | a;""'=1
          ";"=1";"-1  | ";"'=1";"'-1
          "=1         | "'=1
          a"=1        | a"=1
          a;b"=1      | a;b"=1
          ＝"＝;"＝     | '＝"＝;"'＝
          """)
  void a_quote_does_not_hide_the_start_of_a_cell(String text, String safe) {
    assertThat(CsvText.text(text)).isEqualTo(safe);
  }

  /// Whatever separator a spreadsheet is set to: another one than ours takes the line apart at
  /// places of its own, and quotes open cells for it that are none.
  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t'})
  void no_cell_that_a_spreadsheet_reads_is_a_formula(char separator) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < LINES; i++) {
      List<String> typed = anyCells(random);
      String line = CsvText.row(typed.stream().map(CsvText::text));

      assertThat(read(line, separator).stream().flatMap(List::stream))
          .as("seed %d, typed %s, written %s", seed, typed, line)
          .noneMatch(cell -> cell.matches("(?s)[=+\\-@＝].*"));
    }
  }

  @Test
  void every_line_comes_back_cell_by_cell() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < LINES; i++) {
      List<String> cells = anyCells(random).stream().map(CsvText::text).toList();

      assertThat(read(CsvText.row(cells.stream()), ',')).as("seed %d", seed).containsExactly(cells);
    }
  }

  private static List<String> anyCells(Random random) {
    return Stream.generate(() -> anything(random)).limit(3).toList();
  }

  private static String anything(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(8);
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  /// As leniently as spreadsheets do: what follows a closing quote belongs to the cell.
  private static List<List<String>> read(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowExtraCharsAfterClosingQuote(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(text)
        .stream()
        .map(line -> List.copyOf(line.getFields()))
        .toList();
  }
}
