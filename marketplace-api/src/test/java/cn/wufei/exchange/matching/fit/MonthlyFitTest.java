package cn.wufei.exchange.matching.fit;

import static cn.wufei.exchange.matching.fit.PairFixture.months;
import static cn.wufei.exchange.matching.fit.PairFixture.slag;
import static cn.wufei.exchange.matching.fit.PairFixture.slagWanted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.schedule.MonthQuantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lot is to be had from March to June 2026.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MonthlyFitTest {

  private static final String LOT_FROM = "2026-03-01";
  private static final String LOT_TO = "2026-06-30";
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
  private static final int PAIRS = 3_000;
  private static final Carriage NEAR = new Carriage(50, new BigDecimal("25.00"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # today     | available | lot's months                       | open | needed from..to        | demand's months                    | fit | by month: lot/demand/fit
            2026-03-01| 100       | -                                  | 70   | 2026-03-01..2026-06-30 | -                                  | 70  | -
            2026-03-01| 70        | -                                  | 100  | 2027-03-01..2027-06-30 | -                                  | 70  | -
            2026-03-01| 100       | 2026-03 40, 2026-04 60             | 100  | 2026-03-01..2026-06-30 | 2026-03 70, 2026-04 30             | 70  | 2026-03 40/70/40, 2026-04 60/30/30
            2026-03-01| 100       | 2026-03 100, 2026-04 0             | 100  | 2026-03-01..2026-06-30 | 2026-03 0, 2026-04 100             | 0   | 2026-03 100/0/0, 2026-04 0/100/0
            2026-03-01| 100       | 2026-03 40, 2026-05 60             | 100  | 2026-03-01..2026-06-30 | 2026-04 50, 2026-05 50             | 50  | 2026-03 40/0/0, 2026-04 0/50/0, 2026-05 60/50/50
            2026-04-30| 100       | 2026-03 40, 2026-04 60             | 100  | 2026-03-01..2026-06-30 | 2026-03 70, 2026-04 30             | 100 | 2026-04 100/100/100
            2026-05-01| 100       | 2026-03 40, 2026-04 60             | 100  | 2026-03-01..2026-06-30 | 2026-05 70, 2026-06 30             | 0   | 2026-05 0/70/0, 2026-06 0/30/0
            2026-03-01| 100       | 2026-03 40, 2026-04 30, 2026-05 30 | 60   | 2026-04-10..2026-06-30 | -                                  | 60  | 2026-03 40/-/0, 2026-04 30/-/30, 2026-05 30/-/30
            2026-03-01| 100       | 2026-03 40, 2026-04 30, 2026-05 30 | 45   | 2026-04-10..2026-06-30 | -                                  | 45  | 2026-03 40/-/0, 2026-04 30/-/30, 2026-05 30/-/15
            2026-03-01| 45        | -                                  | 90   | 2026-05-01..2026-07-31 | 2026-05 30, 2026-06 30, 2026-07 30 | 45  | 2026-05 -/30/30, 2026-06 -/30/15, 2026-07 -/30/0
            2026-03-01| 10        | 2026-03 1, 2026-04 1, 2026-05 1    | 9    | 2026-03-01..2026-06-30 | 2026-03 1, 2026-04 1, 2026-05 1    | 9   | 2026-03 4/3/3, 2026-04 3/3/3, 2026-05 3/3/3
            2026-03-01| 0         | 2026-03 40, 2026-04 60             | 100  | 2026-03-01..2026-06-30 | -                                  | 0   | 2026-03 0/-/0, 2026-04 0/-/0
            2026-03-01| -3        | 2026-03 40, 2026-04 60             | 100  | 2026-03-01..2026-06-30 | -                                  | 0   | 2026-03 0/-/0, 2026-04 0/-/0
          """)
  void what_a_pair_can_move_month_by_month(
      LocalDate today,
      long availableKg,
      @Nullable String lotMonths,
      long openKg,
      String needed,
      @Nullable String demandMonths,
      long fitKg,
      @Nullable String byMonth) {
    String[] window = needed.split("\\.\\.", -1);
    Supply supply = supply(availableKg, months(lotMonths));
    Need need =
        PairFixture.monthly(slagWanted(), window[0], window[1], openKg, months(demandMonths));

    MonthlyFit fit = MonthlyFit.of(supply, need, today);

    assertThat(fit.kg()).isEqualTo(fitKg);
    assertThat(text(fit)).isEqualTo(byMonth == null ? "" : byMonth);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # lot's months         | demand's months        | obstacle                | needed                 | available
            2026-03 5, 2026-04 5 | 2026-03 1, 2026-04 9   | -                       | -                      | -
            2026-02 5, 2026-03 5 | 2026-03 0, 2026-04 9   | MONTHS                  | 2026-04                | 2026-03
            2026-01 5, 2026-02 5 | 2026-03 1, 2026-04 9   | MONTHS                  | 2026-03 2026-04        | -
            2026-02 5, 2026-05 5 | -                      | MONTHS                  | 2026-03-11..2026-04-30 | 2026-05
            2026-02 5, 2026-04 5 | -                      | -                       | -                      | -
          """)
  void a_pair_whose_months_do_not_meet_is_a_near_miss(
      String lotMonths,
      @Nullable String demandMonths,
      Obstacle.@Nullable Key key,
      @Nullable String needed,
      @Nullable String available) {
    Supply supply =
        PairFixture.monthly(
            PairFixture.available(slag(), "2026-01-01", "2026-05-31", 1), 10, months(lotMonths));
    Need need =
        PairFixture.monthly(slagWanted(), "2026-03-11", "2026-04-30", 10, months(demandMonths));

    assertThat(Compatibility.judge(supply, need, NEAR, false, FIRST_DAY))
        .isEqualTo(
            key == null
                ? new Compatibility.Verdict.Match(MonthlyFit.of(supply, need, FIRST_DAY).kg())
                : new Compatibility.Verdict.NearMiss(
                    List.of(new Obstacle(key, null, needed, available))));
  }

  /// In March the lot is to be had until the tenth only, and the demand wants it from the
  /// twentieth.
  @Test
  void a_month_without_a_common_day_moves_nothing() {
    Supply supply =
        PairFixture.monthly(
            PairFixture.available(slag(), "2026-02-01", "2026-03-10", 1),
            100,
            months("2026-02 50, 2026-03 50"));
    Need need =
        PairFixture.monthly(
            slagWanted(), "2026-03-20", "2026-06-30", 100, months("2026-03 50, 2026-04 50"));

    assertThat(MonthlyFit.of(supply, need, FIRST_DAY).kg()).isZero();
  }

  @Test
  void a_pair_moves_no_more_than_either_side_has_in_any_month_or_in_total() {
    Random random = random();
    for (int i = 0; i < PAIRS; i++) {
      Supply supply = randomSupply(random);
      Need need = randomNeed(random);
      LocalDate today = FIRST_DAY.plusDays(random.nextInt(150));

      MonthlyFit fit = MonthlyFit.of(supply, need, today);

      assertThat(fit.kg())
          .as("%s, %s, %s", supply, need, today)
          .isBetween(0L, Math.min(supply.availableKg(), need.openKg()));
      if (!fit.months().isEmpty()) {
        assertThat(fit.months().stream().mapToLong(FitMonth::fitKg).sum()).isEqualTo(fit.kg());
      }
      for (FitMonth month : fit.months()) {
        assertThat(month.fitKg()).isBetween(0L, mostOf(month));
        assertThat(YearMonth.parse(month.month())).isAfterOrEqualTo(YearMonth.from(today));
      }
    }
  }

  @Test
  void what_is_left_is_spread_over_the_remaining_months_to_the_kilogram() {
    Random random = random();
    for (int i = 0; i < PAIRS; i++) {
      Supply supply = randomSupply(random);
      LocalDate today = FIRST_DAY.plusDays(random.nextInt(150));
      long remaining =
          supply.months().stream()
              .filter(month -> !month.calendarMonth().isBefore(YearMonth.from(today)))
              .mapToLong(MonthQuantity::quantityKg)
              .sum();

      MonthlyFit fit = MonthlyFit.of(supply, randomNeed(random), today);

      if (!supply.months().isEmpty()) {
        assertThat(
                fit.months().stream()
                    .mapToLong(month -> month.supplyKg() == null ? 0 : month.supplyKg())
                    .sum())
            .isEqualTo(remaining == 0 ? 0 : supply.availableKg());
      }
    }
  }

  @Test
  void a_pair_that_does_not_recur_moves_the_lesser_of_the_two() {
    Random random = random();
    for (int i = 0; i < PAIRS; i++) {
      Supply supply = supply(random.nextLong(0, 1_000_000), List.of());
      Need need = need(random.nextLong(0, 1_000_000), List.of());

      assertThat(MonthlyFit.of(supply, need, FIRST_DAY))
          .isEqualTo(new MonthlyFit(Math.min(supply.availableKg(), need.openKg()), List.of()));
    }
  }

  /// Of quantities of which nothing is agreed on and no month is over.
  @Test
  void a_month_that_grows_never_makes_a_pair_move_less() {
    Random random = random();
    for (int i = 0; i < PAIRS; i++) {
      List<MonthQuantity> months = randomMonths(random);
      List<MonthQuantity> grown = new ArrayList<>(months);
      int at = random.nextInt(months.size());
      MonthQuantity month = months.get(at);
      grown.set(
          at, new MonthQuantity(month.month(), month.quantityKg() + random.nextLong(1, 100_000)));
      Need need = randomNeed(random);

      long before = MonthlyFit.of(supply(sum(months), months), need, FIRST_DAY).kg();
      long after = MonthlyFit.of(supply(sum(grown), grown), need, FIRST_DAY).kg();

      assertThat(after).as("%s, then %s, %s", months, grown, need).isGreaterThanOrEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # available | lot's months           | open | needed from..to        | demand's months        | even
            100       | -                      | 70   | 2026-03-01..2026-06-30 | -                      | 70
            100       | 2026-03 40, 2026-04 60 | 70   | 2026-04-01..2026-06-30 | -                      | 60
            100       | -                      | 80   | 2026-03-01..2026-06-30 | 2026-03 20, 2026-04 60 | 80
            30        | -                      | 80   | 2026-03-01..2026-06-30 | 2026-03 20, 2026-04 60 | 30
            100       | -                      | 80   | 2026-03-01..2026-07-31 | 2026-06 20, 2026-07 60 | 0
            100       | 2026-03 50, 2026-04 50 | 80   | 2026-03-01..2026-06-30 | 2026-03 20, 2026-04 60 | 66
            100       | 2026-03 50, 2026-05 50 | 80   | 2026-03-01..2026-06-30 | 2026-03 20, 2026-04 60 | 0
            -5        | 2026-03 50, 2026-04 50 | 80   | 2026-03-01..2026-06-30 | 2026-03 20, 2026-04 60 | 0
            100       | 2026-03 50, 2026-04 50 | 80   | 2026-02-01..2026-06-30 | 2026-01 20, 2026-02 60 | 0
          """)
  void what_a_lot_can_give_in_the_same_proportion_in_each_month(
      long availableKg,
      @Nullable String lotMonths,
      long openKg,
      String needed,
      @Nullable String demandMonths,
      long evenKg) {
    String[] window = needed.split("\\.\\.", -1);
    Need need =
        PairFixture.monthly(slagWanted(), window[0], window[1], openKg, months(demandMonths));

    assertThat(MonthlyFit.evenKg(supply(availableKg, months(lotMonths)), need, FIRST_DAY))
        .isEqualTo(evenKg);
  }

  private static Random random() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    System.err.println("MonthlyFitTest seed: " + seed);
    return new Random(seed);
  }

  private static long mostOf(FitMonth month) {
    return Math.min(
        month.supplyKg() == null ? Long.MAX_VALUE : month.supplyKg(),
        month.needKg() == null ? Long.MAX_VALUE : month.needKg());
  }

  private static Supply randomSupply(Random random) {
    return supply(
        random.nextLong(0, 10_000_000_000L),
        random.nextInt(4) == 0 ? List.of() : randomMonths(random));
  }

  private static Need randomNeed(Random random) {
    return need(
        random.nextLong(0, 10_000_000_000L),
        random.nextInt(4) == 0 ? List.of() : randomMonths(random));
  }

  private static List<MonthQuantity> randomMonths(Random random) {
    List<MonthQuantity> months = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      if (random.nextInt(5) > 0 || i < 2) {
        months.add(
            new MonthQuantity(
                YearMonth.of(2026, 3 + i).toString(),
                random.nextInt(4) == 0 ? 0 : random.nextLong(1, 5_000_000_000L)));
      }
    }
    return months;
  }

  private static long sum(List<MonthQuantity> months) {
    return months.stream().mapToLong(MonthQuantity::quantityKg).sum();
  }

  private static Supply supply(long availableKg, List<MonthQuantity> months) {
    return PairFixture.monthly(
        PairFixture.available(slag(), LOT_FROM, LOT_TO, 1), availableKg, months);
  }

  private static Need need(long openKg, List<MonthQuantity> months) {
    return PairFixture.monthly(slagWanted(), LOT_FROM, LOT_TO, openKg, months);
  }

  private static String text(MonthlyFit fit) {
    return fit.months().stream()
        .map(month ->
            "%s %s/%s/%d"
                .formatted(
                    month.month(),
                    month.supplyKg() == null ? "-" : month.supplyKg(),
                    month.needKg() == null ? "-" : month.needKg(),
                    month.fitKg()))
        .collect(Collectors.joining(", "));
  }
}
