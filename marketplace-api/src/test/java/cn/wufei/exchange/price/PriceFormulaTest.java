package cn.wufei.exchange.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PriceFormulaTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # coefficient, plus,  floor, ceiling, index,   price
            0.85,        -12,   ,      ,        280,     226.00
            1,           ,      ,      ,        212.7,   212.70
            0.3333,      0,     ,      ,        0.05,    0.02
            0.5,         0,     ,      ,        0.01,    0.01
            0.5,         0,     ,      ,        -0.01,   -0.01
            1,           0,     90,    ,        83,      90.00
            1,           0,     ,      95.5,    212.7,   95.50
            1,           -100,  -20,   ,        40,      -20.00
          """)
  void the_price_of_a_month_is_rounded_once_and_then_bounded(
      BigDecimal coefficient,
      @Nullable BigDecimal plus,
      @Nullable BigDecimal floor,
      @Nullable BigDecimal ceiling,
      BigDecimal index,
      BigDecimal price) {
    assertThat(new IndexTerms("x", coefficient, plus, floor, ceiling).yuanPerT(index))
        .isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # wet kg, moisture, impurity, dry kg
            30000,  12,       0,        26400
            30001,  12.5,     0,        26251
            30000,  10,       2,        26460
            1,      50,       0,        1
            30000,  0,        0,        30000
            30000,  100,      0,        0
          """)
  void dry_tonnes_are_what_is_left_without_water(
      long wetKg, BigDecimal moisturePct, BigDecimal impurityPct, long dryKg) {
    assertThat(Amounts.dryKg(wetKg, moisturePct, impurityPct)).isEqualTo(dryKg);
  }

  @Test
  void a_formula_that_says_nothing_is_none() {
    assertThat(PriceFormula.plain(new PriceFormula(null, Tonne.WET, null))).isNull();
    assertThat(PriceFormula.plain(new PriceFormula(null, null, null))).isNull();
    assertThat(PriceFormula.plain(new PriceFormula(null, null, new BigDecimal("2.50"))))
        .isEqualTo(new PriceFormula(null, Tonne.WET, new BigDecimal("2.5")));
  }
}
