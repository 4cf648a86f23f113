package cn.wufei.exchange.stream;

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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class YearBooksTest {

  private static final Id STREAM = Id.of(1);

  @Test
  void a_stream_without_a_record_has_no_year() {
    assertThat(YearBooks.of(List.of(), 2025, Map.of(), Map.of())).isEmpty();
  }

  @Test
  void a_year_without_a_record_stands_between_those_with_one() {
    List<StreamYear> years =
        YearBooks.of(List.of(own(2022, GENERATED, ON_HAND, 10)), 2024, Map.of(), Map.of());

    assertThat(years).extracting(StreamYear::year).containsExactly(2024, 2023, 2022);
    assertThat(years).extracting(StreamYear::over).containsExactly(false, true, true);
    assertThat(years).extracting(StreamYear::openingKg).containsExactly(10L, 10L, 0L);
    assertThat(years).extracting(StreamYear::closingKg).containsExactly(10L, 10L, 10L);
  }

  @Test
  void what_is_open_can_be_cleared_once_the_year_is_over() {
    Map<Integer, Long> open = Map.of(2023, 5L, 2024, 7L);

    List<StreamYear> years =
        YearBooks.of(
            List.of(own(2023, UNRECONCILED, OWN_USE, 5), own(2024, UNRECONCILED, OWN_USE, 7)),
            2024,
            open,
            Map.of());

    assertThat(years).extracting(StreamYear::clearableKg).containsExactly(0L, 5L);
    assertThat(years).extracting(StreamYear::closingUnreconciledKg).containsExactly(12L, 5L);
  }

  @Test
  void a_year_lacks_what_no_stock_of_that_or_an_earlier_year_makes_up_for() {
    var lacking = new TreeMap<>(Map.of(2021, 10L, 2022, 20L, 2024, 40L));
    var onHand = new TreeMap<>(Map.of(2020, 4L, 2022, 20L, 2023, 3L, 2025, 100L));

    assertThat(YearViews.netLack(lacking, onHand)).isEqualTo(Map.of(2021, 6L, 2024, 37L));
  }

  @Test
  void a_declaration_stands_with_its_residual() {
    var declared = new YearBooks.Declared(LocalDate.of(2024, 12, 31), 12, 2);

    StreamYear year =
        YearBooks.of(
                List.of(own(2024, GENERATED, ON_HAND, 10)), 2024, Map.of(), Map.of(2024, declared))
            .getFirst();

    assertThat(year.declaredKg()).isEqualTo(12);
    assertThat(year.residualKg()).isEqualTo(2);
  }

  @Test
  void every_year_closes_and_the_next_begins_with_what_it_left() {
    long seed = 20_241_231L;
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<StreamYear> years = YearBooks.of(randomFlows(random), 2025, Map.of(), Map.of());

      long openingKg = 0;
      for (StreamYear year : years.reversed()) {
        long in =
            year.openingKg()
                + year.openingStockKg()
                + year.generatedKg()
                + year.foundKg()
                + year.broughtInKg();
        long out =
            year.ownUseKg()
                + year.recoveredKg()
                + year.processLossKg()
                + year.passedOnKg()
                + year.relatedPartyKg()
                + year.dispatchedKg()
                + year.disposedKg()
                + year.dumpedKg();
        assertThat(in - out).as("seed %d, round %d", seed, round).isEqualTo(year.closingKg());
        assertThat(year.openingKg()).isEqualTo(openingKg);
        openingKg = year.closingKg();
      }
    }
  }

  private static List<Flow> randomFlows(Random random) {
    AccountKind[][] steps = {
      {GENERATED, ON_HAND},
      {GENERATED, UNRECONCILED},
      {OPENING, ON_HAND},
      {FOUND, UNRECONCILED},
      {ON_HAND, OWN_USE},
      {UNRECONCILED, OWN_USE},
      {ON_HAND, OWN_DISPOSAL},
      {ON_HAND, DUMPED},
      {ON_HAND, RELATED_PARTY},
      {RELATED_PARTY, RELATED_USE},
      {UNRECONCILED, RELATED_USE},
      {ON_HAND, IN_TRANSIT},
      {UNRECONCILED, IN_TRANSIT},
      {IN_TRANSIT, ON_HAND},
      {IN_TRANSIT, UNRECONCILED},
      {IN_TRANSIT, DIFFERENCE},
      {IN_TRANSIT, HEAP},
      {HEAP, USED}
    };
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      AccountKind[] step = steps[random.nextInt(steps.length)];
      flows.add(own(2020 + random.nextInt(6), step[0], step[1], 1 + random.nextInt(1_000)));
    }
    for (int i = 0; i < 10; i++) {
      addProcessing(flows, 2020 + random.nextInt(6), random);
    }
    return flows;
  }

  /// The stream is processed, and gets what another one's processing leaves.
  private static void addProcessing(List<Flow> flows, int year, Random random) {
    long passedOn = 1L + random.nextInt(500);
    long recovered = 1L + random.nextInt(100);
    long lost = random.nextInt(60) - 30L;
    flows.add(own(year, ON_HAND, PROCESSING, passedOn + recovered + lost));
    flows.add(half(year, ON_HAND, Flow.Side.GIVES, passedOn));
    flows.add(own(year, PROCESSING, RECOVERED, recovered));
    flows.add(
        lost < 0
            ? own(year, PROCESS_LOSS, PROCESSING, -lost)
            : own(year, PROCESSING, PROCESS_LOSS, lost));
    flows.add(half(year, UNRECONCILED, Flow.Side.TAKES, 1 + random.nextInt(1_000)));
  }

  private static Flow half(int year, AccountKind to, Flow.Side side, long kg) {
    return new Flow(STREAM, PROCESSING, to, side, false, YearMonth.of(year, 6), kg);
  }

  private static Flow own(int year, AccountKind from, AccountKind to, long kg) {
    return new Flow(STREAM, from, to, false, YearMonth.of(year, 6), kg);
  }
}
