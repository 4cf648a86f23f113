package cn.wufei.exchange.matching.fit;

import static cn.wufei.exchange.matching.fit.PairFixture.TODAY;
import static cn.wufei.exchange.matching.fit.PairFixture.slag;
import static cn.wufei.exchange.matching.fit.PairFixture.slagWanted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.fit.Compatibility.Reason;
import cn.wufei.exchange.matching.fit.Compatibility.Verdict;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
class CompatibilityTest {

  private static final BigDecimal DELIVERED = new BigDecimal("35.00");

  @Test
  void a_pair_that_meets_every_constraint_matches_for_the_smaller_quantity() {
    assertThat(judge(slag(), slagWanted(), DELIVERED)).isEqualTo(new Verdict.Match(500_000));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # delivered, limit, matches
            39.99,     40.00, true
            40.00,     40.00, true
            40.01,     40.00, false
            -5.00,     0.00,  true
            0.00,      0.00,  true
            0.01,      0.00,  false
            -20.00,    -20.00, true
            -19.99,    -20.00, false
            -30.00,    -20.00, true
          """)
  void the_delivered_price_may_reach_the_limit_and_not_pass_it(
      BigDecimal delivered, String limit, boolean matches) {
    Verdict verdict = judge(slag(), PairFixture.paying(slagWanted(), limit), delivered);

    assertThat(obstacles(verdict))
        .isEqualTo(
            matches
                ? List.of()
                : List.of(
                    new Obstacle(Obstacle.Key.PRICE, null, limit, delivered.toPlainString())));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # stated                        | required         | obstacle          | need       | have
            moisture 6..8 wet             | moisture ..8 wet | -                 | -          | -
            moisture 6..8.01 wet          | moisture ..8 wet | parameter         | <= 8 wet   | 6..8.01 wet
            moisture 6..8 dry             | moisture ..8 wet | parameter         | <= 8 wet   | 6..8 dry
            moisture 6.. wet              | moisture ..8 wet | parameter         | <= 8 wet   | >= 6 wet
            tfe 1..2 none                 | moisture ..8 wet | parameter-missing | <= 8 wet   | -
            -                             | moisture ..8 wet | parameter-missing | <= 8 wet   | -
            tfe 40..50 dry                | tfe 40.. dry     | -                 | -          | -
            tfe 39.9..50 dry              | tfe 40.. dry     | parameter         | >= 40 dry  | 39.9..50 dry
            tfe 40..50 dry                | tfe 40..50 dry   | -                 | -          | -
            tfe 40..50 dry                | tfe 41..49 dry   | parameter         | 41..49 dry | 40..50 dry
            tfe 40..50 wet, tfe 42..44 dry | tfe 41..49 dry  | -                 | -          | -
            tfe 42..44 dry, tfe 30..44 dry | tfe 41..49 dry  | parameter         | 41..49 dry | 42..44 dry
            moisture 6..8 wet             | -                | -                 | -          | -
          """)
  void a_lot_lies_wholly_within_each_required_range_on_the_same_basis(
      @Nullable String stated,
      @Nullable String required,
      @Nullable String obstacle,
      @Nullable String need,
      @Nullable String have) {
    List<ParameterRange> ranges = PairFixture.ranges(required);
    Verdict verdict =
        judge(
            PairFixture.with(slag(), PairFixture.ranges(stated)),
            PairFixture.with(slagWanted(), ranges),
            DELIVERED);

    assertThat(obstacles(verdict))
        .isEqualTo(
            obstacle == null
                ? List.of()
                : List.of(
                    new Obstacle(
                        obstacle.equals("parameter")
                            ? Obstacle.Key.PARAMETER
                            : Obstacle.Key.PARAMETER_MISSING,
                        ranges.getFirst().parameter(),
                        need,
                        have)));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the demand wants 2026-03-11 to 2026-04-09
          # from,       to,         today,      matches
            2026-03-01, 2026-03-11, 2026-03-01, true
            2026-03-01, 2026-03-10, 2026-03-01, false
            2026-04-09, 2026-05-01, 2026-03-01, true
            2026-04-10, 2026-05-01, 2026-03-01, false
            2026-03-01, 2026-03-20, 2026-03-20, true
            2026-03-01, 2026-03-20, 2026-03-21, false
            2026-03-01, 2026-05-01, 2026-04-10, false
          """)
  void one_common_day_from_today_on_is_enough(
      String from, String to, LocalDate today, boolean matches) {
    Supply supply = PairFixture.available(slag(), from, to, 1_000);

    Verdict verdict =
        Compatibility.judge(supply, slagWanted(), delivered(supply, DELIVERED), false, today);

    assertThat(obstacles(verdict))
        .isEqualTo(
            matches
                ? List.of()
                : List.of(
                    new Obstacle(
                        Obstacle.Key.WINDOW, null, "2026-03-11..2026-04-09", from + ".." + to)));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # available, open, matches
            1,         1,    true
            0,         1,    false
            1,         0,    false
          """)
  void something_must_be_left_on_both_sides(long available, long open, boolean matches) {
    Supply supply = PairFixture.available(slag(), "2026-03-01", "2026-03-31", available);

    Verdict verdict = judge(supply, PairFixture.open(slagWanted(), true, open), DELIVERED);

    assertThat(obstacles(verdict))
        .isEqualTo(
            matches
                ? List.of()
                : List.of(
                    new Obstacle(
                        Obstacle.Key.QUANTITY,
                        null,
                        Long.toString(open),
                        Long.toString(available))));
  }

  @Test
  void a_near_miss_names_every_obstacle_in_order() {
    Supply supply = PairFixture.available(slag(), "2026-01-01", "2026-01-31", 0);
    Need need = PairFixture.with(slagWanted(), PairFixture.ranges("moisture ..5 wet, tfe 1.. dry"));

    Verdict verdict = judge(supply, need, new BigDecimal("50.00"));

    assertThat(obstacles(verdict))
        .extracting(Obstacle::key)
        .containsExactly(
            Obstacle.Key.PRICE,
            Obstacle.Key.PARAMETER,
            Obstacle.Key.PARAMETER_MISSING,
            Obstacle.Key.WINDOW,
            Obstacle.Key.QUANTITY);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # seller, lot open, demand open, material, forbidden, reason
            1,      false,    true,        bof-slag, false,     NOT_OPEN
            1,      true,     false,       bof-slag, false,     NOT_OPEN
            2,      true,     true,        bof-slag, false,     SAME_ORGANISATION
            1,      true,     true,        fly-ash,  false,     OTHER_MATERIAL
            1,      true,     true,        bof-slag, true,      FORBIDDEN_USE
          """)
  void a_pair_that_nothing_could_mend_is_no_near_miss(
      long seller,
      boolean lotOpen,
      boolean demandOpen,
      String material,
      boolean forbidden,
      Reason reason) {
    Supply supply = PairFixture.of(slag(), Id.of(seller), lotOpen, material);
    Need need = PairFixture.open(slagWanted(), demandOpen, 1);

    Verdict verdict =
        Compatibility.judge(supply, need, delivered(supply, DELIVERED), forbidden, TODAY);

    assertThat(verdict).isEqualTo(new Verdict.Unfit(reason));
  }

  @Test
  void every_reason_has_a_row_above() {
    assertThat(Reason.values())
        .containsExactly(
            Reason.NOT_OPEN,
            Reason.SAME_ORGANISATION,
            Reason.OTHER_MATERIAL,
            Reason.FORBIDDEN_USE,
            Reason.OTHER_DESTINATION);
  }

  /// The judge here is written the other way round: it looks for a violation, by plain comparisons
  /// of numbers.
  @Test
  void no_match_among_many_random_pairs_violates_a_constraint_and_none_is_missed() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    System.err.println("CompatibilityTest seed: " + seed);
    Random random = new Random(seed);
    int matches = 0;
    for (int i = 0; i < 20_000; i++) {
      Supply supply = randomSupply(random);
      Need need = randomNeed(random);
      var carriage =
          new Carriage(random.nextInt(1, 120), BigDecimal.valueOf(random.nextInt(300), 1));

      boolean matched =
          Compatibility.judge(supply, need, carriage, false, TODAY) instanceof Verdict.Match;

      assertThat(matched)
          .as("seed %d: %s, %s, %s", seed, supply, need, carriage)
          .isEqualTo(!violates(supply, need, carriage));
      matches += matched ? 1 : 0;
    }
    assertThat(matches).isPositive();
  }

  private static boolean isTooDear(Supply supply, Need need, Carriage carriage) {
    long price = supply.priceYuanPerT().movePointRight(1).longValueExact();
    long limit = need.maxDeliveredYuanPerT().movePointRight(1).longValueExact();
    long freight = carriage.freightYuanPerT().movePointRight(1).longValueExact();
    if (need.limitBasis() == PriceBasis.DELIVERED) {
      return (supply.radiusKm() == null ? price + freight : price) > limit;
    }
    return (supply.radiusKm() == null ? price : price - freight) > limit;
  }

  private static boolean violates(Supply supply, Need need, Carriage carriage) {
    Integer radiusKm = supply.radiusKm();
    if (!supply.open()
        || !need.open()
        || supply.organisationId().value() == need.organisationId().value()
        || supply.availableKg() * need.openKg() == 0
        || need.materialKeys().stream().noneMatch(key -> key.equals(supply.materialKey()))
        || (radiusKm != null && carriage.straightKm() > radiusKm)
        || isTooDear(supply, need, carriage)) {
      return true;
    }
    boolean common =
        TODAY
            .datesUntil(TODAY.plusDays(400))
            .anyMatch(day ->
                !day.isBefore(supply.availableFrom())
                    && !day.isAfter(supply.availableTo())
                    && !day.isBefore(need.neededFrom())
                    && !day.isAfter(need.neededTo())
                    && hasTonnes(supply.months(), day)
                    && hasTonnes(need.months(), day));
    return !common || need.ranges().stream().anyMatch(range -> isUnmet(range, supply.qualities()));
  }

  private static boolean hasTonnes(List<MonthQuantity> months, LocalDate day) {
    return months.isEmpty()
        || months.stream()
            .anyMatch(each -> day.toString().startsWith(each.month()) && each.quantityKg() > 0);
  }

  private static boolean isUnmet(ParameterRange required, List<ParameterRange> stated) {
    double least = required.min() == null ? Double.NEGATIVE_INFINITY : required.min().doubleValue();
    double most = required.max() == null ? Double.POSITIVE_INFINITY : required.max().doubleValue();
    int comparable = 0;
    for (ParameterRange range : stated) {
      if (range.parameter().equals(required.parameter())
          && range.basis().equals(required.basis())) {
        comparable++;
        double from = range.min() == null ? Double.NEGATIVE_INFINITY : range.min().doubleValue();
        double to = range.max() == null ? Double.POSITIVE_INFINITY : range.max().doubleValue();
        if (from < least || to > most) {
          return true;
        }
      }
    }
    return comparable == 0;
  }

  private static Supply randomSupply(Random random) {
    LocalDate from = TODAY.plusDays(random.nextInt(-40, 40));
    LocalDate to = from.plusDays(random.nextInt(60));
    return new Supply(
        Id.of(100),
        Id.of(random.nextInt(1, 5)),
        random.nextInt(10) > 0,
        random.nextInt(4) > 0 ? "bof-slag" : "fly-ash",
        random.nextBoolean(),
        random.nextInt(10) == 0 ? 0 : random.nextLong(1_000, 1_000_000),
        BigDecimal.valueOf(random.nextInt(-300, 300), 1),
        random.nextBoolean() ? null : random.nextInt(1, 120),
        from,
        to,
        randomRanges(random, 3, false),
        RandomPair.months(from, to, random),
        0,
        List.of());
  }

  private static Need randomNeed(Random random) {
    LocalDate from = TODAY.plusDays(random.nextInt(-40, 40));
    LocalDate to = from.plusDays(random.nextInt(60));
    return new Need(
        Id.of(200),
        Id.of(random.nextInt(1, 5)),
        random.nextInt(10) > 0,
        random.nextBoolean() ? Set.of("bof-slag") : Set.of("bof-slag", "eaf-slag"),
        "road-base",
        random.nextInt(10) == 0 ? 0 : random.nextLong(1_000, 1_000_000),
        BigDecimal.valueOf(random.nextInt(-300, 300), 1),
        random.nextBoolean() ? PriceBasis.DELIVERED : PriceBasis.EX_WORKS,
        from,
        to,
        randomRanges(random, 2, true),
        RandomPair.months(from, to, random),
        List.of());
  }

  private static List<ParameterRange> randomRanges(Random random, int most, boolean open) {
    List<String> parameters = new ArrayList<>(Arrays.asList("moisture", "f-cao", "tfe"));
    List<ParameterRange> ranges = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      String parameter = parameters.remove(random.nextInt(parameters.size()));
      int min = random.nextInt(0, 20);
      int max = min + random.nextInt(open ? 30 : 6);
      int ends = open ? random.nextInt(3) : 0;
      ranges.add(
          new ParameterRange(
              parameter,
              ends == 1 ? null : BigDecimal.valueOf(min),
              ends == 2 ? null : BigDecimal.valueOf(max),
              random.nextInt(5) == 0 ? "wet" : "dry"));
    }
    return ranges;
  }

  private static Verdict judge(Supply supply, Need need, BigDecimal delivered) {
    return Compatibility.judge(supply, need, delivered(supply, delivered), false, TODAY);
  }

  /// A way at whose end a lot that is sold ex works costs so much.
  private static Carriage delivered(Supply supply, BigDecimal yuanPerT) {
    return new Carriage(50, yuanPerT.subtract(supply.priceYuanPerT()));
  }

  private static List<Obstacle> obstacles(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Match _ -> List.of();
      case Verdict.NearMiss(List<Obstacle> obstacles) -> obstacles;
      case Verdict.Unfit(Reason reason) -> throw new AssertionError("unfit: " + reason);
    };
  }
}
