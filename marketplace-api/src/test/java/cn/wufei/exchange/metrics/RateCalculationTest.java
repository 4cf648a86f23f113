package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.ledger.AccountKind.DIFFERENCE;
import static cn.wufei.exchange.ledger.AccountKind.DUMPED;
import static cn.wufei.exchange.ledger.AccountKind.FOUND;
import static cn.wufei.exchange.ledger.AccountKind.GENERATED;
import static cn.wufei.exchange.ledger.AccountKind.HEAP;
import static cn.wufei.exchange.ledger.AccountKind.IN_TRANSIT;
import static cn.wufei.exchange.ledger.AccountKind.ON_HAND;
import static cn.wufei.exchange.ledger.AccountKind.OPENING;
import static cn.wufei.exchange.ledger.AccountKind.OWN_DISPOSAL;
import static cn.wufei.exchange.ledger.AccountKind.OWN_USE;
import static cn.wufei.exchange.ledger.AccountKind.PROCESSING;
import static cn.wufei.exchange.ledger.AccountKind.PROCESS_LOSS;
import static cn.wufei.exchange.ledger.AccountKind.RECOVERED;
import static cn.wufei.exchange.ledger.AccountKind.RELATED_PARTY;
import static cn.wufei.exchange.ledger.AccountKind.RELATED_USE;
import static cn.wufei.exchange.ledger.AccountKind.UNRECONCILED;
import static cn.wufei.exchange.ledger.AccountKind.USED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Flow;
import cn.wufei.exchange.ledger.Flow.Side;
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
  private static final Id TAIL = Id.of(2);
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
    assertThat(rate.bridge()).isEqualTo(new Rate.Bridge(0, 2, 100, 98, 0, 100));
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
                  - bridge.heapKg()
                  - bridge.withRelatedKg()
                  + rate.relatedDeclaredKg())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(rate.entrustedProvenKg() + rate.relatedProvenKg());
    }
  }

  @Test
  void a_recovered_product_is_use_of_the_input_and_its_tail_is_not_generated_again() {
    List<Flow> slag =
        List.of(
            current(GENERATED, ON_HAND, 100),
            current(ON_HAND, PROCESSING, 100),
            half(STREAM, Side.GIVES, false, 82),
            current(PROCESSING, RECOVERED, 15),
            current(PROCESSING, PROCESS_LOSS, 3));
    List<Flow> tail =
        List.of(
            half(TAIL, Side.TAKES, false, 82),
            new Flow(TAIL, ON_HAND, OWN_USE, false, YearMonth.of(2025, 6), 50));
    List<Flow> plant = new ArrayList<>(slag);
    plant.addAll(tail);

    Rate whole = rate(plant);
    Rate ofSlag = rate(slag);
    Rate ofTail = rate(tail);

    assertThat(whole.producedKg()).isEqualTo(100);
    assertThat(whole.rateProvenPct()).isEqualByComparingTo("65.00");
    assertThat(whole.processLossKg()).isEqualTo(3);
    assertThat(ofSlag.producedKg()).isEqualTo(18);
    assertThat(ofSlag.rateProvenPct()).isEqualByComparingTo("83.33");
    assertThat(ofTail.producedKg()).isEqualTo(82);
    assertThat(ofTail.generatedKg()).isZero();
    assertThat(ofTail.rateProvenPct()).isEqualByComparingTo("60.98");
  }

  @Test
  void what_processing_made_of_old_stock_is_old_stock_still() {
    Rate rate =
        rate(
            List.of(
                current(GENERATED, ON_HAND, 100),
                old(ON_HAND, PROCESSING, 40),
                half(STREAM, Side.GIVES, true, 30),
                old(PROCESSING, RECOVERED, 10),
                half(TAIL, Side.TAKES, true, 30),
                new Flow(TAIL, ON_HAND, OWN_USE, true, YearMonth.of(2025, 6), 20)));

    assertThat(rate.producedKg()).isEqualTo(100);
    assertThat(rate.usedProvenKg()).isEqualTo(30);
    assertThat(rate.usedFromOldProvenKg()).isEqualTo(30);
    assertThat(rate.rateProvenPct()).isEqualByComparingTo("23.08");
  }

  @Test
  void mass_that_processing_added_stands_in_the_denominator() {
    Rate rate =
        rate(
            current(GENERATED, ON_HAND, 100),
            current(ON_HAND, PROCESSING, 100),
            current(PROCESS_LOSS, PROCESSING, 10),
            current(PROCESSING, RECOVERED, 110));

    assertThat(rate.processLossKg()).isEqualTo(-10);
    assertThat(rate.producedKg()).isEqualTo(110);
    assertThat(rate.rateProvenPct()).isEqualByComparingTo("100.00");
  }

  @Test
  void what_related_parties_have_is_declared_and_proven_when_they_state_its_use() {
    Rate rate =
        rate(
            current(GENERATED, ON_HAND, 100),
            current(ON_HAND, RELATED_PARTY, 60),
            current(RELATED_PARTY, RELATED_USE, 40),
            current(ON_HAND, RELATED_USE, 5));

    assertThat(rate.relatedDeclaredKg()).isEqualTo(65);
    assertThat(rate.relatedProvenKg()).isEqualTo(45);
    assertThat(rate.rateDeclaredPct()).isEqualByComparingTo("65.00");
    assertThat(rate.rateProvenPct()).isEqualByComparingTo("45.00");
    assertThat(rate.bridge().withRelatedKg()).isEqualTo(20);
  }

  @Test
  void parts_of_a_plant_have_produced_what_the_plant_has() {
    long seed = 20_251_124L;
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Flow> one = new ArrayList<>(List.of(current(GENERATED, ON_HAND, 5_000)));
      List<Flow> other = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        boolean fromOld = random.nextBoolean();
        long kg = 1L + random.nextInt(500);
        one.add(half(STREAM, Side.GIVES, fromOld, kg));
        other.add(half(TAIL, Side.TAKES, fromOld, kg));
      }
      List<Flow> plant = new ArrayList<>(one);
      plant.addAll(other);

      assertThat(rate(one).producedKg() + rate(other).producedKg())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(rate(plant).producedKg())
          .isEqualTo(5_000);
    }
  }

  @Test
  void the_balance_closes_over_any_period() {
    long seed = 20_261_124L;
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Rate rate =
          RateCalculation.of(
              YearMonth.of(2025, 4), YearMonth.of(2025, 9), randomBalance(random), null);

      long in =
          rate.onHandStartKg()
              - rate.unreconciledStartKg()
              + rate.openingKg()
              + rate.generatedKg()
              + rate.foundKg()
              + rate.broughtInKg();
      long out =
          rate.ownUseKg()
              + rate.recoveredKg()
              + rate.processLossKg()
              + rate.passedOnKg()
              + rate.relatedDeclaredKg()
              + rate.entrustedDeclaredKg()
              + rate.disposedKg()
              + rate.dumpedKg()
              + rate.onHandKg()
              - rate.unreconciledKg();
      assertThat(in).as("seed %d, round %d", seed, round).isEqualTo(out);
    }
  }

  private static List<Flow> randomBalance(Random random) {
    AccountKind[][] steps = {
      {GENERATED, ON_HAND},
      {GENERATED, UNRECONCILED},
      {OPENING, ON_HAND},
      {FOUND, UNRECONCILED},
      {ON_HAND, OWN_USE},
      {UNRECONCILED, OWN_DISPOSAL},
      {ON_HAND, DUMPED},
      {ON_HAND, RELATED_PARTY},
      {RELATED_PARTY, RELATED_USE},
      {UNRECONCILED, RELATED_USE}
    };
    List<Flow> flows = new ArrayList<>(randomFlows(random));
    for (int i = 0; i < 60; i++) {
      AccountKind[] step = steps[random.nextInt(steps.length)];
      flows.add(flow(step[0], step[1], Side.BOTH, random, 1 + random.nextInt(1_000)));
    }
    for (int i = 0; i < 6; i++) {
      long passedOn = 1L + random.nextInt(500);
      long recovered = 1L + random.nextInt(100);
      YearMonth month = JANUARY.plusMonths(random.nextInt(14));
      flows.add(new Flow(STREAM, ON_HAND, PROCESSING, false, month, passedOn + recovered));
      flows.add(new Flow(STREAM, PROCESSING, ON_HAND, Side.GIVES, false, month, passedOn));
      flows.add(new Flow(STREAM, PROCESSING, RECOVERED, false, month, recovered));
      flows.add(flow(PROCESSING, UNRECONCILED, Side.TAKES, random, 1 + random.nextInt(900)));
      flows.add(flow(ON_HAND, ON_HAND, Side.TAKES, random, 1 + random.nextInt(900)));
      flows.add(flow(ON_HAND, ON_HAND, Side.GIVES, random, 1 + random.nextInt(900)));
    }
    return flows;
  }

  private static Flow flow(AccountKind from, AccountKind to, Side side, Random random, long kg) {
    YearMonth month = JANUARY.plusMonths(random.nextInt(14));
    return new Flow(STREAM, from, to, side, random.nextBoolean(), month, kg);
  }

  private static Flow half(Id stream, Side side, boolean fromOld, long kg) {
    return new Flow(stream, PROCESSING, ON_HAND, side, fromOld, YearMonth.of(2025, 6), kg);
  }

  private static Rate rate(List<Flow> flows) {
    return RateCalculation.of(JANUARY, DECEMBER, flows, null);
  }

  private static List<Flow> randomFlows(Random random) {
    AccountKind[][] steps = {
      {ON_HAND, IN_TRANSIT},
      {UNRECONCILED, IN_TRANSIT},
      {IN_TRANSIT, ON_HAND},
      {IN_TRANSIT, DIFFERENCE},
      {DIFFERENCE, IN_TRANSIT},
      {IN_TRANSIT, HEAP},
      {HEAP, USED},
      {ON_HAND, RELATED_PARTY},
      {RELATED_PARTY, RELATED_USE}
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
