package cn.wufei.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.seeds.Event.Dispatch;
import cn.wufei.seeds.Event.Entry;
import cn.wufei.seeds.Event.Processed;
import cn.wufei.seeds.Event.Receipt;
import cn.wufei.seeds.Event.Refusal;
import cn.wufei.seeds.Event.StockTake;
import cn.wufei.seeds.Event.UseReport;
import cn.wufei.seeds.Market.Deal;
import cn.wufei.seeds.Market.Incident;
import cn.wufei.seeds.Market.Stream;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The half year seen from an ordinary day, from both ends of a month and of a year, and from a
/// leap day; all times are those of a server that counts in UTC.
final class HalfYearTest {

  private static final String ORDINARY = "2026-11-23T08:17:41Z";
  private static final String FIRST_MINUTES_OF_A_YEAR = "2026-12-31T16:03:00Z";
  private static final String LAST_MINUTES_OF_A_MONTH = "2027-03-31T15:58:00Z";
  private static final String LEAP_DAY = "2028-02-29T02:00:00Z";
  private static final String BEFORE_THE_FIRST_STATEMENT = "2027-05-10T23:00:00Z";
  private static final double BEYOND_TOLERANCE = 0.005;

  private final Market market = DemoFiles.read().market();

  @Test
  void the_same_seed_and_minute_give_the_same_half_year() {
    DemoCalendar calendar = calendar(ORDINARY);

    List<Event> once = HalfYear.of(market, calendar, HalfYear.SEED);

    assertThat(HalfYear.of(market, calendar, HalfYear.SEED)).isEqualTo(once);
    assertThat(HalfYear.of(market, calendar, HalfYear.SEED + 1)).isNotEqualTo(once);
  }

  @Test
  void seconds_make_no_difference() {
    assertThat(HalfYear.of(market, calendar("2026-11-23T08:17:02Z"), HalfYear.SEED))
        .isEqualTo(HalfYear.of(market, calendar(ORDINARY), HalfYear.SEED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ORDINARY,
        FIRST_MINUTES_OF_A_YEAR,
        LAST_MINUTES_OF_A_MONTH,
        LEAP_DAY,
        BEFORE_THE_FIRST_STATEMENT
      })
  void nothing_lies_ahead_and_every_fact_has_its_own_name(String now) {
    DemoCalendar calendar = calendar(now);
    List<Event> events = HalfYear.of(market, calendar, HalfYear.SEED);

    assertThat(events).allMatch(event -> !event.at().isAfter(calendar.now()));
    assertThat(entries(events)).allMatch(entry -> !entry.on().isAfter(calendar.today()));
    assertThat(events).isSortedAccordingTo(Event.ORDER);
    assertThat(events).extracting(event -> event.getClass() + event.key()).doesNotHaveDuplicates();
    assertThat(events).extracting(Event::key).allMatch(key -> key.matches("[A-Za-z0-9_-]{1,66}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ORDINARY,
        FIRST_MINUTES_OF_A_YEAR,
        LAST_MINUTES_OF_A_MONTH,
        LEAP_DAY,
        BEFORE_THE_FIRST_STATEMENT
      })
  void just_one_truck_carries_away_more_than_the_books_hold(String now) {
    Map<String, Long> onHandKg = new HashMap<>();
    List<String> beyond = new ArrayList<>();

    for (Event event : HalfYear.of(market, calendar(now), HalfYear.SEED)) {
      switch (event) {
        case Entry entry -> {
          onHandKg.merge(entry.stream(), yardChangeKg(entry), Long::sum);
          assertThat(onHandKg.getOrDefault(entry.stream(), -1L)).as(entry.key()).isNotNegative();
        }
        case Processed process -> {
          onHandKg.merge(process.output(), process.outputKg(), Long::sum);
          assertThat(onHandKg.merge(process.stream(), -process.inputKg(), Long::sum))
              .as(process.key())
              .isNotNegative();
        }
        case StockTake count -> {
          assertThat(count.countedKg()).isNotNegative();
          long differenceKg = count.countedKg() - onHandKg.getOrDefault(count.stream(), 0L);
          assertThat(market.stream(count.stream()).stockTakes())
              .as(count.key())
              .extracting(stockTake -> 1_000 * stockTake.deltaT())
              .contains(differenceKg);
        }
        case Dispatch load -> {
          if (onHandKg.merge(streamOf(load), -load.netKg(), Long::sum) < 0) {
            beyond.add(load.key());
          }
        }
        case Refusal refusal ->
            onHandKg.merge(streamOf(refusal.load()), refusal.load().netKg(), Long::sum);
        case Receipt receipt ->
            onHandKg.merge(streamOf(receipt.load()), receipt.rejectedKg(), Long::sum);
        case UseReport _ -> {}
      }
    }

    assertThat(beyond).hasSize(1);
    assertThat(market.streams())
        .allSatisfy(stream ->
            assertThat(onHandKg.getOrDefault(stream.key(), -1L))
                .as(stream.key())
                .isLessThan(24 * stream.monthlyT() * 1_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ORDINARY,
        FIRST_MINUTES_OF_A_YEAR,
        LAST_MINUTES_OF_A_MONTH,
        LEAP_DAY,
        BEFORE_THE_FIRST_STATEMENT
      })
  void the_loads_keep_within_their_agreements_and_their_axles(String now) {
    DemoCalendar calendar = calendar(now);
    List<Event> events = HalfYear.of(market, calendar, HalfYear.SEED);
    List<Dispatch> loads = only(events, Dispatch.class);

    assertThat(loads).hasSizeBetween(150, 250);
    assertThat(loads).allMatch(load -> load.grossKg() <= Haulage.GROSS_MAX_KG);
    assertThat(loads).allMatch(load -> load.netKg() >= 30_000 && load.netKg() <= 33_000);
    for (Deal deal : market.deals()) {
      long movedKg =
          loads.stream().filter(l -> l.deal().equals(deal.key())).mapToLong(Dispatch::netKg).sum();
      assertThat(movedKg).as(deal.key()).isLessThanOrEqualTo(deal.quantityT() * 1_000);
      assertThat(movedKg == 0 || deal.ending().agreed()).isTrue();
    }
    assertThat(loads)
        .allSatisfy(load ->
            assertThat(YearMonth.from(DemoCalendar.dayOf(load.at())))
                .isBetween(
                    calendar.month(deal(load).fromMonth()),
                    calendar.month(deal(load).loadsThrough())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ORDINARY,
        FIRST_MINUTES_OF_A_YEAR,
        LAST_MINUTES_OF_A_MONTH,
        LEAP_DAY,
        BEFORE_THE_FIRST_STATEMENT
      })
  void every_load_but_those_underway_has_one_end_after_its_beginning(String now) {
    List<Event> events = HalfYear.of(market, calendar(now), HalfYear.SEED);
    Set<String> ended = new HashSet<>();
    for (Receipt receipt : only(events, Receipt.class)) {
      assertThat(receipt.at()).isAfter(receipt.load().at());
      assertThat(ended.add(receipt.load().key())).isTrue();
    }
    for (Refusal refusal : only(events, Refusal.class)) {
      assertThat(refusal.at()).isAfter(refusal.load().at());
      assertThat(ended.add(refusal.load().key())).isTrue();
    }

    assertThat(only(events, Dispatch.class))
        .filteredOn(load -> !ended.contains(load.key()))
        .hasSize(market.deals().stream().mapToInt(deal -> deal.underway().size()).sum())
        .allMatch(load -> load.key().contains("-underway-"));
  }

  @Test
  void the_two_scales_agree_but_for_the_incidents_of_the_file() {
    List<Receipt> receipts =
        only(HalfYear.of(market, calendar(ORDINARY), HalfYear.SEED), Receipt.class);
    Map<Boolean, List<Receipt>> byWeight =
        receipts.stream().collect(Collectors.partitioningBy(HalfYearTest::isBeyondTolerance));

    assertThat(byWeight.get(false))
        .allMatch(r -> Math.abs(r.netKg() - r.load().netKg()) <= Haulage.NOISE_MAX_KG);
    assertThat(byWeight.get(true)).hasSize(incidents(Incident.Kind.LOST_WEIGHT));
    assertThat(receipts)
        .filteredOn(receipt -> receipt.rejectedKg() > 0)
        .hasSize(incidents(Incident.Kind.PART_REJECTED))
        .allMatch(receipt -> receipt.acceptedKg() > 0);
    assertThat(receipts).anyMatch(receipt -> receipt.netKg() != receipt.load().netKg());
    assertThat(receipts).anyMatch(receipt -> receipt.deductionKg() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {ORDINARY, FIRST_MINUTES_OF_A_YEAR, LAST_MINUTES_OF_A_MONTH, LEAP_DAY})
  void each_whole_month_has_one_statement_near_the_usual_quantity(String now) {
    DemoCalendar calendar = calendar(now);
    List<Entry> entries = entries(HalfYear.of(market, calendar, HalfYear.SEED));

    for (Stream stream : market.streams()) {
      if (stream.madeBy() != null) {
        continue;
      }
      for (int month = -DemoCalendar.MONTHS; month < 0; month++) {
        YearMonth yearMonth = calendar.month(month);
        assertThat(entries)
            .filteredOn(entry -> entry.stream().equals(stream.key()))
            .filteredOn(entry -> entry.kind().equals("generation"))
            .filteredOn(entry -> YearMonth.from(entry.on()).equals(yearMonth))
            .singleElement()
            .satisfies(entry ->
                assertThat((double) entry.kg())
                    .isBetween(920.0 * stream.monthlyT(), 1_080.0 * stream.monthlyT()));
      }
    }
    assertThat(entries)
        .filteredOn(entry -> entry.kind().equals("opening-stock"))
        .allSatisfy(
            entry -> assertThat(entry.generationYear()).isLessThanOrEqualTo(entry.on().getYear()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ORDINARY,
        FIRST_MINUTES_OF_A_YEAR,
        LAST_MINUTES_OF_A_MONTH,
        LEAP_DAY,
        BEFORE_THE_FIRST_STATEMENT
      })
  void no_receiver_uses_what_never_came(String now) {
    DemoCalendar calendar = calendar(now);
    Map<String, Long> heapKg = new HashMap<>();
    int residuals = 0;

    for (Event event : HalfYear.of(market, calendar, HalfYear.SEED)) {
      if (event instanceof Receipt receipt) {
        Deal deal = deal(receipt.load());
        String heap = market.demand(deal.demand()).site() + market.streamOf(deal).materialKey();
        heapKg.merge(heap, receipt.acceptedKg(), Long::sum);
      }
      if (event instanceof UseReport report) {
        long leftKg =
            heapKg.merge(report.site() + report.materialKey(), -report.consumedKg(), Long::sum);
        assertThat(leftKg).as(report.key()).isNotNegative();
        assertThat(report.consumedKg()).isPositive();
        assertThat(report.month()).isBefore(calendar.month(0));
        residuals += report.declaredClosingKg() == leftKg ? 0 : 1;
      }
    }

    assertThat(residuals).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {ORDINARY, FIRST_MINUTES_OF_A_YEAR, LAST_MINUTES_OF_A_MONTH, LEAP_DAY})
  void what_is_made_of_a_stream_is_not_generated_and_near_its_usual_quantity(String now) {
    List<Event> events = HalfYear.of(market, calendar(now), HalfYear.SEED);
    List<Processed> processings = only(events, Processed.class);

    assertThat(processings).hasSizeBetween(DemoCalendar.MONTHS, DemoCalendar.MONTHS + 1);
    assertThat(processings)
        .allSatisfy(process -> {
          assertThat(market.stream(process.output()).madeBy()).isEqualTo(process.stream());
          assertThat(process.outputKg() + sum(process.productsKg())).isLessThan(process.inputKg());
        });
    assertThat(processings.subList(0, DemoCalendar.MONTHS))
        .allSatisfy(process ->
            assertThat((double) process.outputKg())
                .isBetween(
                    920.0 * market.stream(process.output()).monthlyT(),
                    1_080.0 * market.stream(process.output()).monthlyT()));
    assertThat(entries(events))
        .filteredOn(entry -> entry.kind().equals("generation"))
        .allMatch(entry -> market.stream(entry.stream()).madeBy() == null);
  }

  @Test
  void a_related_party_uses_less_than_it_was_handed() {
    List<Entry> entries = entries(HalfYear.of(market, calendar(ORDINARY), HalfYear.SEED));

    long handedKg = kgOf(entries, "related-transfer");
    long usedKg = kgOf(entries, "related-use");

    assertThat(usedKg).isPositive().isLessThan(handedKg);
    assertThat(entries)
        .filteredOn(entry -> entry.kind().startsWith("related-"))
        .extracting(Entry::party)
        .allSatisfy(stated -> {
          Market.Related party = Objects.requireNonNull(stated);
          assertThat(party.name()).endsWith("（演示）");
          assertThat(Uscc.isValid(party.uscc())).as(party.uscc()).isTrue();
          assertThat(party.uscc()).contains("DEM");
        });
  }

  private static long kgOf(List<Entry> entries, String kind) {
    return entries.stream().filter(entry -> entry.kind().equals(kind)).mapToLong(Entry::kg).sum();
  }

  private static long sum(List<Long> parts) {
    return parts.stream().mapToLong(Long::longValue).sum();
  }

  /// What a related party used has left the yard before.
  private static long yardChangeKg(Entry entry) {
    return switch (entry.kind()) {
      case "generation", "opening-stock" -> entry.kg();
      case "related-use" -> 0;
      default -> -entry.kg();
    };
  }

  private int incidents(Incident.Kind kind) {
    return (int)
        market.deals().stream()
            .flatMap(deal -> deal.incidents().stream())
            .filter(incident -> incident.kind() == kind)
            .count();
  }

  private static boolean isBeyondTolerance(Receipt receipt) {
    double share = (double) (receipt.netKg() - receipt.load().netKg()) / receipt.load().netKg();
    return Math.abs(share) > BEYOND_TOLERANCE;
  }

  private Deal deal(Dispatch load) {
    return market.deals().stream()
        .filter(deal -> deal.key().equals(load.deal()))
        .findFirst()
        .orElseThrow();
  }

  private String streamOf(Dispatch load) {
    return market.streamOf(deal(load)).key();
  }

  private static List<Entry> entries(List<Event> events) {
    return only(events, Entry.class);
  }

  private static <T extends Event> List<T> only(List<Event> events, Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static DemoCalendar calendar(String now) {
    return new DemoCalendar(Instant.parse(now));
  }
}
