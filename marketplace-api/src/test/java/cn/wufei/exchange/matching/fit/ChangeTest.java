package cn.wufei.exchange.matching.fit;

import static cn.wufei.exchange.matching.fit.PairFixture.TODAY;
import static cn.wufei.exchange.matching.fit.PairFixture.slag;
import static cn.wufei.exchange.matching.fit.PairFixture.slagWanted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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

  private static final BigDecimal DELIVERED = new BigDecimal("35.00");

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

  /// Either side alone can make the changes that have a figure.
  @Test
  void a_pair_matches_once_the_demand_or_the_lot_has_made_the_changes() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    System.err.println("ChangeTest seed: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      Supply supply = RandomPair.supply(random);
      Need need = RandomPair.need(random);
      BigDecimal freight = BigDecimal.valueOf(random.nextInt(0, 400), 1);
      BigDecimal delivered = supply.priceYuanPerT().add(freight);

      List<Change> changes = Change.of(supply, need, delivered, TODAY);

      boolean matches =
          Compatibility.judge(supply, need, delivered, false, TODAY)
              instanceof Compatibility.Verdict.Match;
      assertThat(changes.isEmpty()).as("seed %d", seed).isEqualTo(matches);
      if (changes.stream().allMatch(change -> change.by() != null)) {
        Need wider = widened(need, changes);
        assertThat(Compatibility.judge(supply, wider, delivered, false, TODAY))
            .as("seed %d: %s, %s, %s", seed, supply, need, changes)
            .isInstanceOf(Compatibility.Verdict.Match.class);
        Supply better = bettered(supply, need, changes);
        assertThat(
                Compatibility.judge(
                    better, need, better.priceYuanPerT().add(freight), false, TODAY))
            .as("seed %d: %s, %s, %s", seed, supply, need, changes)
            .isInstanceOf(Compatibility.Verdict.Match.class);
      }
    }
  }

  private static Need widened(Need need, List<Change> changes) {
    BigDecimal limit = need.maxDeliveredYuanPerT();
    LocalDate from = need.neededFrom();
    LocalDate to = need.neededTo();
    List<ParameterRange> ranges = new ArrayList<>(need.ranges());
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
        case REPORT, BASIS, QUANTITY -> throw new AssertionError(change);
      }
    }
    return new Need(
        need.demandId(),
        need.organisationId(),
        true,
        need.materialKeys(),
        need.use(),
        need.openKg(),
        limit,
        from,
        to,
        ranges);
  }

  private static Supply bettered(Supply supply, Need need, List<Change> changes) {
    BigDecimal price = supply.priceYuanPerT();
    LocalDate from = supply.availableFrom();
    LocalDate to = supply.availableTo();
    Set<String> failed = new HashSet<>();
    for (Change change : changes) {
      String value = String.valueOf(change.lotTo());
      switch (change.kind()) {
        case PRICE -> price = new BigDecimal(value);
        case UNTIL_LATER -> from = LocalDate.parse(value);
        case FROM_EARLIER -> to = LocalDate.parse(value);
        case MAXIMUM, MINIMUM -> failed.add(String.valueOf(change.parameter()));
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
        from,
        to,
        qualities);
  }
}
