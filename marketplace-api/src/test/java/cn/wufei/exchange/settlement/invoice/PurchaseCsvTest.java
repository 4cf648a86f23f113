package cn.wufei.exchange.settlement.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PurchaseCsvTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      textBlock =
          """
          # value,          in the file
            水泥厂,          "水泥厂"
            A "B" C,        "A ""B"" C"
            =SUM(A1),       "'=SUM(A1)"
            +86 531,        "'+86 531"
            -1,             "'-1"
            @import,        "'@import"
            ||,             ""
          """)
  void a_text_is_quoted_and_never_a_formula(String value, String inFile) {
    assertThat(PurchaseCsv.text(value)).isEqualTo(inFile);
  }
}
