package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.ledger.AccountKind.DIFFERENCE;
import static cn.wufei.exchange.ledger.AccountKind.DUMPED;
import static cn.wufei.exchange.ledger.AccountKind.GENERATED;
import static cn.wufei.exchange.ledger.AccountKind.HEAP;
import static cn.wufei.exchange.ledger.AccountKind.IN_TRANSIT;
import static cn.wufei.exchange.ledger.AccountKind.ON_HAND;
import static cn.wufei.exchange.ledger.AccountKind.OPENING;
import static cn.wufei.exchange.ledger.AccountKind.OWN_DISPOSAL;
import static cn.wufei.exchange.ledger.AccountKind.OWN_USE;
import static cn.wufei.exchange.ledger.AccountKind.UNRECONCILED;
import static cn.wufei.exchange.ledger.AccountKind.USED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RateCalculationTest {

  private static final Id STREAM = Id.of(1);
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final YearMonth DECEMBER = YearMonth.of(2025, 12);

  @Test
  void used_old_stock_stands_in_the_denominator_too() {
    Rate rate =
        rate(
            current(GENERATED, ON_HAND, 100),
            old(OPENING, ON_HAND, 10),
            old(ON_HAND, OWN_USE, 10),
            current(ON_HAND, OWN_USE, 80),
            current(ON_HAND, OWN_DISPOSAL, 5));

    assertThat(rate.rateDeclaredPct()).isEqualByComparingTo("81.82");
    assertThat(rate.rateProvenPct()).isEqualByComparingTo("81.82");
    assertThat(rate.usedFromOldProvenKg()).isEqualTo(10);
    assertThat(rate.onHandKg()).isEqualTo(15);
  }

  @Test
  void opening_stock_of_the_same_year_counts_as_generated() {
    Rate rate =
        rate(
            current(OPENING, ON_HAND, 40),
            old(OPENING, ON_HAND, 500),
            current(GENERATED, ON_HAND, 60),
            current(ON_HAND, OWN_USE, 50));

    assertThat(rate.openingKg()).isEqualTo(540);
    assertThat(rate.openingCurrentYearKg()).isEqualTo(40);
    assertThat(rate.rateProvenPct()).isEqualByComparingTo("50.00");
  }

  @Test
  void a_declared_stock_is_held_against_the_ledger_and_forces_nothing() {
    long ledgerKg = 63_237_500_000L - 5_024_900_000L - 589_700_000L - 80_000L;
    var declared = new RateCalculation.Declared(57_638_700_000L, 57_638_700_000L - ledgerKg);

    Rate rate =
        RateCalculation.of(
            JANUARY,
            DECEMBER,
            List.of(
                current(GENERATED, ON_HAND, 63_237_500_000L),
                current(ON_HAND, OWN_USE, 5_024_900_000L),
                current(ON_HAND, OWN_DISPOSAL, 589_700_000L),
                current(ON_HAND, DUMPED, 80_000L)),
            declared);

    assertThat(rate.rateProvenPct()).isEqualByComparingTo("7.95");
    assertThat(rate.onHandKg()).isEqualTo(ledgerKg);
    assertThat(rate.residualKg()).isEqualTo(15_880_000L);
  }

  @Test
  void what_left_counts_as_declared_and_what_was_reported_used_as_proven() {
    Rate rate =
        rate(
            current(GENERATED, ON_HAND, 1_000),
            current(ON_HAND, IN_TRANSIT, 500),
            current(IN_TRANSIT, ON_HAND, 100),
            current(IN_TRANSIT, DIFFERENCE, 2),
            current(IN_TRANSIT, HEAP, 298),
            current(HEAP, USED, 200));

    assertThat(rate.rateDeclaredPct()).isEqualByComparingTo("40.00");
    assertThat(rate.rateProvenPct()).isEqualByComparingTo("20.00");
    assertThat(rate.bridge()).isEqualTo(new Rate.Bridge(0, 2, 100, 98, 100));
  }

  @Test
  void a_load_beyond_the_recorded_stock_counts_and_shows() {
    Rate rate =
        rate(
            current(GENERATED, ON_HAND, 20),
            current(ON_HAND, IN_TRANSIT, 20),
            current(UNRECONCILED, IN_TRANSIT, 12));

    assertThat(rate.entrustedDeclaredKg()).isEqualTo(32);
    assertThat(rate.unreconciledKg()).isEqualTo(12);
  }

  @Test
  void a_rate_over_nothing_is_absent() {
    Rate rate = rate(old(OPENING, ON_HAND, 10));

    assertThat(rate.rateDeclaredPct()).isNull();
    assertThat(rate.rateProvenPct()).isNull();
  }

  @Test
  void the_bridge_always_leads_from_declared_to_proven() {
    long seed = 20_261_123L;
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Flow> flows = randomFlows(random);
      Rate rate = RateCalculation.of(YearMonth.of(2025, 4), YearMonth.of(2025, 9), flows, null);
      Rate.Bridge bridge = rate.bridge();

      assertThat(
              rate.entrustedDeclaredKg()
                  + bridge.broughtForwardKg()
                  - bridge.weighingDifferenceKg()
                  - bridge.inTransitKg()
                  - bridge.heapKg())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(rate.entrustedProvenKg());
    }
  }

  private static List<Flow> randomFlows(Random random) {
    AccountKind[][] steps = {
      {ON_HAND, IN_TRANSIT},
      {UNRECONCILED, IN_TRANSIT},
      {IN_TRANSIT, ON_HAND},
      {IN_TRANSIT, DIFFERENCE},
      {DIFFERENCE, IN_TRANSIT},
      {IN_TRANSIT, HEAP},
      {HEAP, USED}
    };
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      AccountKind[] step = steps[random.nextInt(steps.length)];
      flows.add(
          new Flow(
              STREAM,
              step[0],
              step[1],
              random.nextBoolean(),
              JANUARY.plusMonths(random.nextInt(14)),
              1 + random.nextInt(1_000)));
    }
    return flows;
  }

  private static Rate rate(Flow... flows) {
    return RateCalculation.of(JANUARY, DECEMBER, List.of(flows), null);
  }

  private static Flow current(AccountKind from, AccountKind to, long kg) {
    return new Flow(STREAM, from, to, false, YearMonth.of(2025, 6), kg);
  }

  private static Flow old(AccountKind from, AccountKind to, long kg) {
    return new Flow(STREAM, from, to, true, YearMonth.of(2025, 6), kg);
  }
}
