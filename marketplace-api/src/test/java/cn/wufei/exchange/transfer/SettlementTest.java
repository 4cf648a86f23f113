package cn.wufei.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettlementTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # origin, destination, rejected, deduction, governing, accepted, settled, difference
            32000,  31900,       900,      400,       BUYER,     31000,    30600,   -100
            32000,  31900,       900,      400,       SELLER,    31000,    30700,   -100
            30000,  30060,       0,        0,         SELLER,    30060,    30000,   60
            30000,  30000,       0,        30000,     BUYER,     30000,    0,       0
            1000,   9000,        5000,     0,         SELLER,    4000,     0,       8000
          """)
  void accepted_follows_the_receivers_scale_and_settled_the_governing_one(
      long origin,
      long destination,
      long rejected,
      long deduction,
      Side governing,
      long accepted,
      long settled,
      long difference) {
    var settlement = new Settlement(origin, destination, rejected, deduction, governing);

    assertThat(settlement.acceptedKg()).isEqualTo(accepted);
    assertThat(settlement.settledKg()).isEqualTo(settled);
    assertThat(settlement.differenceKg()).isEqualTo(difference);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # origin, destination, percentage, beyond 0.5 %
            30000,  29850,       -0.5,       false
            30000,  29849,       -0.503,     true
            30000,  30150,       0.5,        false
            30000,  30151,       0.503,      true
            32000,  31900,       -0.313,     false
            8000,   8001,        0.013,      false
          """)
  void exactly_the_tolerance_is_within_it_and_halves_round_away_from_zero(
      long origin, long destination, BigDecimal percentage, boolean beyond) {
    var settlement = new Settlement(origin, destination, 0, 0, Side.BUYER);

    assertThat(Settlement.differencePct(settlement.differenceKg(), origin))
        .isEqualByComparingTo(percentage);
    assertThat(settlement.isBeyond(new BigDecimal("0.5"))).isEqualTo(beyond);
  }
}
