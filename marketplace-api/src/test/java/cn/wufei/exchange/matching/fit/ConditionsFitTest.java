package cn.wufei.exchange.matching.fit;

import static cn.wufei.exchange.matching.fit.PairFixture.TODAY;
import static cn.wufei.exchange.matching.fit.PairFixture.slag;
import static cn.wufei.exchange.matching.fit.PairFixture.slagWanted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.matching.fit.Compatibility.Reason;
import cn.wufei.exchange.matching.fit.Compatibility.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a lot goes, and what it is sold in at least.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionsFitTest {

  private static final Carriage NEAR = new Carriage(50, new BigDecimal("25.00"));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the lot goes to, holds
            370000, true
            370300, true
            370302, true
            370304, false
            370100, false
            110000, false
          """)
  void a_lot_goes_to_sites_in_its_divisions_only(String division, boolean holds) {
    Need need = PairFixture.lyingIn(slagWanted(), "370000", "370300", "370302");
    Supply supply = PairFixture.goingTo(slag(), "650000", division);

    Verdict verdict = judge(supply, need);

    if (holds) {
      assertThat(verdict).isInstanceOf(Verdict.Match.class);
    } else {
      assertThat(verdict).isEqualTo(new Verdict.Unfit(Reason.OTHER_DESTINATION));
    }
    assertThat(Compatibility.checks(supply, need, NEAR, false, TODAY))
        .contains(new Check(Check.Key.DESTINATION, holds, null, "370302", "650000 " + division));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # least,   sought,  obstacle: what could move
            200000,  200000,  -
            200001,  200000,  200000
            500000,  800000,  -
          """)
  void as_much_can_move_as_the_lot_sells_at_least(long least, long sought, String obstacle) {
    Verdict verdict =
        judge(PairFixture.atLeast(slag(), least), PairFixture.seeking(slagWanted(), sought));

    assertThat(obstacles(verdict))
        .isEqualTo(
            obstacle.equals("-")
                ? List.of()
                : List.of(
                    new Obstacle(
                        Obstacle.Key.LEAST_QUANTITY, null, obstacle, Long.toString(least))));
  }

  private static Verdict judge(Supply supply, Need need) {
    return Compatibility.judge(supply, need, NEAR, false, TODAY);
  }

  private static List<Obstacle> obstacles(Verdict verdict) {
    return verdict instanceof Verdict.NearMiss(List<Obstacle> obstacles) ? obstacles : List.of();
  }
}
