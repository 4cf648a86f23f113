package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.ledger.AccountKind.GENERATED;
import static cn.wufei.exchange.ledger.AccountKind.ON_HAND;
import static cn.wufei.exchange.ledger.AccountKind.OWN_USE;
import static cn.wufei.exchange.ledger.AccountKind.PROCESSING;
import static cn.wufei.exchange.ledger.AccountKind.PROCESS_LOSS;
import static cn.wufei.exchange.ledger.AccountKind.RECOVERED;
import static cn.wufei.exchange.ledger.AccountKind.UNRECONCILED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Flow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// No tonne stands in the denominator twice, and none that was used is missing there.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RateDenominatorTest {

  private static final Id STREAM = Id.of(1);
  private static final Id TAIL = Id.of(2);
  private static final YearMonth JUNE = YearMonth.of(2025, 6);

  @Test
  void parts_of_a_plant_have_the_added_mass_that_the_plant_has() {
    List<Flow> wet =
        List.of(
            current(GENERATED, ON_HAND, 100),
            current(ON_HAND, PROCESSING, 100),
            current(PROCESS_LOSS, PROCESSING, 10),
            current(PROCESSING, RECOVERED, 110));
    List<Flow> dry =
        List.of(
            new Flow(TAIL, GENERATED, ON_HAND, false, JUNE, 100),
            new Flow(TAIL, ON_HAND, PROCESSING, false, JUNE, 100),
            new Flow(TAIL, PROCESSING, PROCESS_LOSS, false, JUNE, 10),
            new Flow(TAIL, PROCESSING, RECOVERED, false, JUNE, 90));
    List<Flow> plant = new ArrayList<>(wet);
    plant.addAll(dry);

    assertThat(rate(wet).producedKg()).isEqualTo(110);
    assertThat(rate(dry).producedKg()).isEqualTo(100);
    assertThat(rate(plant).producedKg()).isEqualTo(210);
  }

  @Test
  void generation_of_an_earlier_year_that_is_corrected_now_enters_when_it_is_used() {
    Rate rate =
        rate(
            current(GENERATED, ON_HAND, 100),
            old(GENERATED, ON_HAND, -50),
            old(GENERATED, ON_HAND, 70),
            old(ON_HAND, OWN_USE, 70));

    assertThat(rate.generatedKg()).isEqualTo(120);
    assertThat(rate.producedKg()).isEqualTo(100);
    assertThat(rate.rateProvenPct()).isEqualByComparingTo("41.18");
  }

  @Test
  void what_left_unrecorded_in_an_earlier_year_enters_when_it_is_made_good() {
    Rate corrected =
        rate(
            current(GENERATED, ON_HAND, 100),
            old(ON_HAND, UNRECONCILED, -50),
            old(GENERATED, ON_HAND, -50),
            old(GENERATED, UNRECONCILED, 70));
    Rate toldAgain =
        rate(
            current(GENERATED, ON_HAND, 100),
            old(ON_HAND, UNRECONCILED, -50),
            old(GENERATED, ON_HAND, -50),
            old(GENERATED, UNRECONCILED, 50),
            old(GENERATED, ON_HAND, 20));

    Rate takenBack =
        rate(
            current(GENERATED, ON_HAND, 100),
            old(ON_HAND, OWN_USE, -30),
            old(UNRECONCILED, ON_HAND, -20));

    assertThat(corrected.producedKg()).isEqualTo(120);
    assertThat(takenBack.producedKg()).isEqualTo(120);
    assertThat(toldAgain.producedKg()).isEqualTo(100);
  }

  private static Rate rate(Flow... flows) {
    return rate(List.of(flows));
  }

  private static Rate rate(List<Flow> flows) {
    return RateCalculation.of(YearMonth.of(2025, 1), YearMonth.of(2025, 12), flows, null);
  }

  private static Flow current(AccountKind from, AccountKind to, long kg) {
    return new Flow(STREAM, from, to, false, JUNE, kg);
  }

  private static Flow old(AccountKind from, AccountKind to, long kg) {
    return new Flow(STREAM, from, to, true, JUNE, kg);
  }
}
