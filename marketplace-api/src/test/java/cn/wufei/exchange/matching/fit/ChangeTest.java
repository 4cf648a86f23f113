package cn.wufei.exchange.matching.fit;

import static cn.wufei.exchange.matching.fit.PairFixture.TODAY;
import static cn.wufei.exchange.matching.fit.PairFixture.slag;
import static cn.wufei.exchange.matching.fit.PairFixture.slagWanted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangeTest {

  /// The price of the lot is 10.00.
  private static final Carriage DELIVERED = new Carriage(50, new BigDecimal("25.00"));

  @Test
  void a_match_needs_no_change() {
    assertThat(Change.of(slag(), slagWanted(), DELIVERED, TODAY)).isEmpty();
  }

  @Test
  void price_says_what_either_side_would_have_to_ask_or_pay() {
    Need need = PairFixture.paying(slagWanted(), "30.00");

    assertThat(Change.of(slag(), need, DELIVERED, TODAY))
        .containsExactly(
            new Change(Change.Kind.PRICE, null, null, new BigDecimal("5.00"), "35.00", "5.00"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # stated                        | required         | kind    | by  | demand to | lot to
            moisture 6..14 wet            | moisture ..12 wet | MAXIMUM | 2  | 14        | 12
            tfe 38.5..50 dry              | tfe 40.. dry      | MINIMUM | 1.5 | 38.5     | 40
            moisture 6..14 dry            | moisture ..12 wet | BASIS   | -  | -         | -
            tfe 1..2 dry                  | moisture ..12 wet | REPORT  | -  | -         | -
            moisture 6.. wet              | moisture ..12 wet | REPORT  | -  | -         | -
            moisture 6..13 wet, moisture 8..15 wet | moisture ..12 wet | MAXIMUM | 3 | 15  | 12
          """)
  void a_parameter_says_which_end_is_passed_and_by_how_much(
      String stated,
      String required,
      Change.Kind kind,
      @Nullable BigDecimal by,
      @Nullable String demandTo,
      @Nullable String lotTo) {
    List<ParameterRange> ranges = PairFixture.ranges(required);
    List<Change> changes =
        Change.of(
            PairFixture.with(slag(), PairFixture.ranges(stated)),
            PairFixture.with(slagWanted(), ranges),
            DELIVERED,
            TODAY);

    assertThat(changes)
        .containsExactly(
            new Change(
                kind,
                ranges.getFirst().parameter(),
                ranges.getFirst().basis(),
                by,
                demandTo,
                lotTo));
  }

  @Test
  void a_least_quantity_says_what_is_sold_at_least_and_what_could_move() {
    Supply supply = PairFixture.atLeast(slag(), 300_000);
    Need need = PairFixture.seeking(slagWanted(), 200_000);

    assertThat(Change.of(supply, need, DELIVERED, TODAY))
        .containsExactly(
            new Change(
                Change.Kind.LEAST_QUANTITY,
                null,
                null,
                new BigDecimal("100000"),
                "300000",
                "200000"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the demand wants 2026-03-11 to 2026-04-09
          # from,       to,         kind,         by, demand to,  lot to
            2026-04-21, 2026-05-01, UNTIL_LATER,  12, 2026-04-21, 2026-04-09
            2026-03-01, 2026-03-08, FROM_EARLIER, 3,  2026-03-08, 2026-03-11
          """)
  void days_say_which_side_is_too_early(
      String from, String to, Change.Kind kind, BigDecimal by, String demandTo, String lotTo) {
    Supply supply = PairFixture.available(slag(), from, to, 1_000);

    assertThat(Change.of(supply, slagWanted(), DELIVERED, TODAY))
        .containsExactly(new Change(kind, null, null, by, demandTo, lotTo));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # the lot is to be had 2026-01-01 to 2026-08-31, the demand wants 2026-03-11 to 2026-04-30
          # lot's months         | demand's months      | by | demand to | lot to
            2026-03 5, 2026-06 5 | 2026-04 9, 2026-05 0 | 1  | 2026-03   | 2026-04
            2026-06 5, 2026-07 5 | -                    | 2  | 2026-06   | 2026-04
            2026-02 5, 2026-05 5 | 2026-03 1, 2026-04 9 | 1  | 2026-05   | 2026-04
            2026-01 5, 2026-02 5 | 2026-03 1, 2026-04 9 | -  | -         | 2026-03
          """)
  void months_say_which_would_have_to_be_common(
      String lotMonths,
      @Nullable String demandMonths,
      @Nullable BigDecimal by,
      @Nullable String demandTo,
      @Nullable String lotTo) {
    Supply supply =
        PairFixture.monthly(
            PairFixture.available(slag(), "2026-01-01", "2026-08-31", 1),
            10,
            PairFixture.months(lotMonths));
    Need need =
        PairFixture.monthly(
            slagWanted(), "2026-03-11", "2026-04-30", 10, PairFixture.months(demandMonths));

    assertThat(Change.of(supply, need, DELIVERED, TODAY))
        .containsExactly(new Change(Change.Kind.MONTHS, null, null, by, demandTo, lotTo));
  }

  /// Either side alone can make the changes that have a figure. How much would move in other months
  /// is not known, so a lot's least quantity is another matter beside a change of months.
  @Test
  void a_pair_matches_once_the_demand_or_the_lot_has_made_the_changes() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    System.err.println("ChangeTest seed: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      Supply supply = RandomPair.supply(random);
      Need need = RandomPair.need(random);
      Carriage carriage =
          new Carriage(random.nextInt(1, 120), BigDecimal.valueOf(random.nextInt(0, 400), 1));

      List<Change> changes = Change.of(supply, need, carriage, TODAY);

      boolean matches =
          Compatibility.judge(supply, need, carriage, false, TODAY)
              instanceof Compatibility.Verdict.Match;
      assertThat(changes.isEmpty()).as("seed %d", seed).isEqualTo(matches);
      boolean isKnown =
          supply.leastKg() == 0
              || changes.stream().noneMatch(change -> change.kind() == Change.Kind.MONTHS);
      if (isKnown && changes.stream().allMatch(change -> change.by() != null)) {
        if (changes.stream().allMatch(change -> change.demandTo() != null)) {
          Need wider = widened(need, changes);
          assertThat(Compatibility.judge(supply, wider, carriage, false, TODAY))
              .as("seed %d: %s, %s, %s", seed, supply, need, changes)
              .isInstanceOf(Compatibility.Verdict.Match.class);
        }
        Supply better = bettered(supply, need, changes);
        assertThat(Compatibility.judge(better, need, carriage, false, TODAY))
            .as("seed %d: %s, %s, %s", seed, supply, need, changes)
            .isInstanceOf(Compatibility.Verdict.Match.class);
      }
    }
  }

  private static Need widened(Need need, List<Change> changes) {
    BigDecimal limit = need.maxDeliveredYuanPerT();
    long kg = need.openKg();
    LocalDate from = need.neededFrom();
    LocalDate to = need.neededTo();
    List<ParameterRange> ranges = new ArrayList<>(need.ranges());
    List<MonthQuantity> months = need.months();
    for (Change change : changes) {
      String value = String.valueOf(change.demandTo());
      switch (change.kind()) {
        case PRICE -> limit = new BigDecimal(value);
        case UNTIL_LATER -> to = LocalDate.parse(value);
        case FROM_EARLIER -> from = LocalDate.parse(value);
        case MAXIMUM, MINIMUM ->
            ranges.replaceAll(range -> {
              if (!range.parameter().equals(change.parameter())) {
                return range;
              }
              BigDecimal end = new BigDecimal(value);
              return change.kind() == Change.Kind.MAXIMUM
                  ? new ParameterRange(range.parameter(), range.min(), end, range.basis())
                  : new ParameterRange(range.parameter(), end, range.max(), range.basis());
            });
        case MONTHS -> {
          YearMonth month = YearMonth.parse(value);
          months = need.recurs() ? PairFixture.months(value + " 1") : List.of();
          from = Collections.min(List.of(from, month.atDay(1)));
          to = Collections.max(List.of(to, month.atEndOfMonth()));
        }
        case LEAST_QUANTITY -> kg = Long.parseLong(value);
        case DELIVERY, REPORT, BASIS, QUANTITY -> throw new AssertionError(change);
      }
    }
    return new Need(
        need.demandId(),
        need.organisationId(),
        true,
        need.materialKeys(),
        need.use(),
        kg,
        limit,
        need.limitBasis(),
        from,
        to,
        ranges,
        months,
        need.divisions());
  }

  private static Supply bettered(Supply supply, Need need, List<Change> changes) {
    BigDecimal price = supply.priceYuanPerT();
    Integer radiusKm = supply.radiusKm();
    long leastKg = supply.leastKg();
    LocalDate from = supply.availableFrom();
    LocalDate to = supply.availableTo();
    List<MonthQuantity> months = supply.months();
    Set<String> failed = new HashSet<>();
    for (Change change : changes) {
      String value = String.valueOf(change.lotTo());
      switch (change.kind()) {
        case PRICE -> price = new BigDecimal(value);
        case DELIVERY ->
            radiusKm = new BigDecimal(value).setScale(0, RoundingMode.CEILING).intValueExact();
        case UNTIL_LATER -> from = LocalDate.parse(value);
        case FROM_EARLIER -> to = LocalDate.parse(value);
        case MAXIMUM, MINIMUM -> failed.add(String.valueOf(change.parameter()));
        case MONTHS -> {
          YearMonth month = YearMonth.parse(value);
          months = supply.recurs() ? PairFixture.months(value + " 1") : List.of();
          from = Collections.min(List.of(from, month.atDay(1)));
          to = Collections.max(List.of(to, month.atEndOfMonth()));
        }
        case LEAST_QUANTITY -> leastKg = Long.parseLong(value);
        case REPORT, BASIS, QUANTITY -> throw new AssertionError(change);
      }
    }
    List<ParameterRange> qualities = new ArrayList<>(supply.qualities());
    qualities.replaceAll(stated ->
        need.ranges().stream()
            .filter(range -> failed.contains(range.parameter()))
            .filter(range -> range.parameter().equals(stated.parameter()))
            .findFirst()
            .map(range -> {
              BigDecimal only = range.max() == null ? range.min() : range.max();
              return new ParameterRange(stated.parameter(), only, only, stated.basis());
            })
            .orElse(stated));
    return new Supply(
        supply.lotId(),
        supply.organisationId(),
        true,
        supply.materialKey(),
        supply.firm(),
        supply.availableKg(),
        price,
        radiusKm,
        from,
        to,
        qualities,
        months,
        leastKg,
        supply.destinations());
  }
}
