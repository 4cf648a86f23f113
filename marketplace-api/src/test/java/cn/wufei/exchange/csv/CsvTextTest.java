package cn.wufei.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
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

  private static final String CHARACTERS = "a渣,\";\r\n\t =+-@＝'1.";

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
          =1+1              | =1+1
          """)
  void a_cell_with_a_comma_or_a_quote_is_quoted(String cell, String quoted) {
    assertThat(CsvText.quoted(cell)).isEqualTo(quoted);
  }

  @Test
  void a_cell_of_two_lines_is_quoted() {
    assertThat(CsvText.quoted("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(CsvText.quoted("a\r")).isEqualTo("\"a\r\"");
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

  @Test
  void no_text_begins_a_cell_as_a_formula_and_every_text_comes_back() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      List<String> cells = new ArrayList<>();
      for (int cell = 0; cell < 3; cell++) {
        cells.add(CsvText.text(anything(random)));
      }

      String line = CsvText.row(cells.stream());

      assertThat(cells).as("seed %d", seed).noneMatch(CsvTextTest::hasFormula);
      assertThat(read(line)).as("seed %d", seed).containsExactly(cells);
    }
  }

  private static String anything(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(8);
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  /// In any part of it, whichever of the usual separators a spreadsheet is set to.
  private static boolean hasFormula(String cell) {
    return Stream.of(cell.split("[;\t\r\n]", -1)).anyMatch(part -> part.matches("[=+\\-@＝].*"));
  }

  private static List<List<String>> read(String text) {
    return CsvReader.builder().ofCsvRecord(text).stream()
        .map(line -> List.copyOf(line.getFields()))
        .toList();
  }
}
