package cn.wufei.exchange.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PricingTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # kg,     yuan per t, fen
            30000,  62.50,      187500
            30000,  -12.50,     -37500
            1,      0.04,       0
            1,      0.05,       0
            1,      0.10,       0
            1,      4.99,       0
            1,      5.00,       1
            1,      -5.00,      -1
            1,      -4.99,      0
            3,      5.00,       2
            3,      -5.00,      -2
            15,     0.01,       0
            50,     0.01,       0
            500,    0.01,       1
            500,    -0.01,      -1
            1499,   0.01,       1
            1500,   0.01,       2
            1500,   -0.01,      -2
            0,      99.99,      0
            30123,  0,          0
            120000, 1000000,    12000000000
          """)
  void halves_of_a_fen_round_away_from_zero(long kg, BigDecimal yuanPerT, long fen) {
    assertThat(Pricing.amountFen(kg, yuanPerT)).isEqualTo(fen);
  }

  @Test
  void a_price_and_its_negative_cancel_to_the_fen() {
    long seed = 15;
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      long kg = random.nextLong(1, 100_000);
      BigDecimal price = BigDecimal.valueOf(random.nextLong(-50_000, 50_000), 2);

      assertThat(Pricing.amountFen(kg, price) + Pricing.amountFen(kg, price.negate()))
          .as("seed %d: %d kg at %s", seed, kg, price)
          .isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # sum,    included, rate, net,    vat,   gross
            11300,  true,     1300, 10000,  1300,  11300
            10000,  false,    1300, 10000,  1300,  11300
            -11300, true,     1300, -10000, -1300, -11300
            100,    true,     1300, 88,     12,    100
            -100,   true,     1300, -88,    -12,   -100
            50,     false,    100,  50,     1,     51
            -50,    false,    100,  -50,    -1,    -51
            49,     false,    100,  49,     0,     49
            100,    true,     0,    100,    0,     100
            0,      true,     1300, 0,      0,     0
            777,    true,     ,     777,    ,      777
            777,    false,    ,     777,    ,      777
          """)
  void tax_is_worked_out_once_on_the_total(
      long sum,
      boolean included,
      @Nullable Integer rate,
      long net,
      @Nullable Long vat,
      long gross) {
    assertThat(Vat.of(sum, included, rate)).isEqualTo(new Vat(net, vat, gross));
  }
}
