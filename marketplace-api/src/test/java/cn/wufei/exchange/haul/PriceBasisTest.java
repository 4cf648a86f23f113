package cn.wufei.exchange.haul;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PriceBasisTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # lot,      limit,     price,  freight, asked
            EX_WORKS,  DELIVERED, 10.00,  25.50,   35.50
            DELIVERED, DELIVERED, 40.00,  25.50,   40.00
            EX_WORKS,  EX_WORKS,  10.00,  25.50,   10.00
            DELIVERED, EX_WORKS,  40.00,  25.50,   14.50
            EX_WORKS,  DELIVERED, -30.00, 25.50,   -4.50
            DELIVERED, EX_WORKS,  10.00,  25.50,   -15.50
          """)
  void a_price_is_brought_to_the_basis_of_the_limit(
      PriceBasis lot, PriceBasis limit, BigDecimal price, BigDecimal freight, BigDecimal asked) {
    assertThat(lot.asked(price, limit, freight)).isEqualByComparingTo(asked);
  }
}
