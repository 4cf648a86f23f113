package cn.wufei.exchange.matching.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BlendingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final BlendLimits LIMITS = new BlendLimits(4, 0.05, 3, 40, 2_000);
  private static final Set<String> INDICES = Set.of("ph", "activity-28d");

  private final Blending blending = new Blending(LIMITS, key -> !INDICES.contains(key));

  @Test
  void a_dry_lot_makes_a_wet_one_usable_with_as_much_of_the_cheap_one_as_the_limit_bears() {
    Ingredient wet = lot(1, 1_000_000, "20", "moisture 14..14 wet");
    Ingredient dry = lot(2, 1_000_000, "50", "moisture 6..6 wet");

    Blend blend = first(need(100_000, "60", "moisture ..10 wet"), wet, dry);

    assertThat(blend.quantityKg()).isBetween(99_990L, 100_000L);
    assertThat(kg(blend, wet)).isCloseTo(50_000, within(50L));
    assertThat(kg(blend, dry)).isCloseTo(50_000, within(50L));
    assertThat(blend.deliveredYuanPerT()).isCloseTo(new BigDecimal("35"), within(BigDecimal.ONE));
    assertThat(blend.composition().getFirst().max()).isLessThanOrEqualTo(new BigDecimal("10"));
  }

  /// The best mixture has 25 t of the dry lot.
  @Test
  void a_lot_gives_no_less_than_it_is_sold_in() {
    Ingredient wet = lot(1, 1_000_000, "20", "moisture 12..12 wet");
    Ingredient dry = lot(2, 1_000_000, "50", "moisture 4..4 wet");
    Ingredient dearer = atLeast(40_000, 3, 1_000_000, "40", "moisture 4..4 wet");
    Need need = need(100_000, "60", "moisture ..10 wet");

    assertThat(kg(first(need, wet, dry), dry)).isCloseTo(25_000, within(50L));
    assertThat(kg(first(need, wet, dearer), dearer)).isBetween(40_000L, 40_010L);
    assertThat(blends(need, wet, atLeast(110_000, 3, 1_000_000, "40", "moisture 4..4 wet")))
        .isEmpty();
  }

  @Test
  void the_least_favourable_end_of_what_a_lot_states_counts() {
    Ingredient wet = lot(1, 1_000_000, "20", "moisture 10..14 wet");
    Ingredient dry = lot(2, 1_000_000, "50", "moisture 2..6 wet");

    Blend blend = first(need(100_000, "60", "moisture ..10 wet"), wet, dry);

    assertThat(kg(blend, wet)).isCloseTo(50_000, within(50L));
  }

  @Test
  void a_value_of_the_dry_mass_is_weighed_by_it() {
    Ingredient wet = lot(1, 1_000_000, "20", "f-cao 5..5 dry", "moisture 50..50 wet");
    Ingredient dry = lot(2, 1_000_000, "50", "f-cao 1..1 dry", "moisture 0..0 wet");

    Blend blend = first(need(90_000, "60", "f-cao ..3 dry"), wet, dry);

    // Half of the wet lot is water: two tonnes of it hold one of dry matter.
    assertThat(kg(blend, wet)).isCloseTo(60_000, within(50L));
    assertThat(blend.composition().getFirst().max().doubleValue()).isCloseTo(3, within(0.01));
  }

  @Test
  void a_lot_that_does_not_state_its_moisture_counts_with_the_least_favourable() {
    Ingredient strong = lot(1, 1_000_000, "20", "f-cao 5..5 dry");
    Ingredient weak = lot(2, 1_000_000, "50", "f-cao 1..1 dry");

    assertThat(blends(need(90_000, "60", "f-cao ..3 dry"), strong, weak)).isEmpty();
  }

  @Test
  void what_does_not_mix_by_mass_is_met_by_every_lot_alone() {
    Ingredient sour = lot(1, 1_000_000, "20", "ph 4..5 none");
    Ingredient mild = lot(2, 50_000, "50", "ph 7..8 none");
    Ingredient milder = lot(3, 60_000, "55", "ph 7..7 none");

    List<Blend> blends = blends(need(90_000, "60", "ph 6..9 none"), sour, mild, milder);

    assertThat(blends).hasSize(1);
    assertThat(ids(blends.getFirst())).containsExactlyInAnyOrder(Id.of(2), Id.of(3));
  }

  @Test
  void the_mean_price_is_within_the_limit_and_one_lot_may_be_dearer() {
    Ingredient cheap = lot(1, 1_000_000, "20", "moisture 14..14 wet");
    Ingredient dear = lot(2, 1_000_000, "70", "moisture 6..6 wet");

    assertThat(first(need(100_000, "60", "moisture ..10 wet"), cheap, dear).deliveredYuanPerT())
        .isLessThanOrEqualTo(new BigDecimal("46"));
    assertThat(blends(need(100_000, "40", "moisture ..10 wet"), cheap, dear)).isEmpty();
  }

  @Test
  void as_much_of_the_demand_is_filled_as_can_be() {
    Ingredient wet = lot(1, 1_000_000, "20", "moisture 14..14 wet");
    Ingredient dry = lot(2, 10_000, "50", "moisture 6..6 wet");

    Blend blend = first(need(100_000, "60", "moisture ..10 wet"), wet, dry);

    assertThat(blend.quantityKg()).isCloseTo(20_000, within(20L));
  }

  @Test
  void no_more_lots_than_the_limit_and_none_with_less_than_its_least_share() {
    List<Ingredient> lots = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      lots.add(lot(i, 20_000, Integer.toString(20 + i), "moisture 8..8 wet"));
    }

    List<Blend> blends =
        blends(need(100_000, "60", "moisture ..10 wet"), lots.toArray(Ingredient[]::new));

    assertThat(blends).hasSize(LIMITS.blendsMax());
    assertThat(blends)
        .allSatisfy(blend -> {
          assertThat(blend.shares()).hasSizeBetween(2, LIMITS.lotsMax());
          assertThat(blend.shares())
              .allSatisfy(share ->
                  assertThat(share.quantityKg())
                      .isGreaterThanOrEqualTo((long) (0.049 * blend.quantityKg())));
        });
    assertThat(blends.getFirst().quantityKg()).isCloseTo(80_000, within(10L));
    assertThat(blends.stream().map(BlendingTest::ids).distinct()).hasSameSizeAs(blends);
  }

  @Test
  void a_limit_beyond_every_lot_is_named_with_the_value_that_comes_closest() {
    Need need = need(100_000, "60", "moisture ..5 wet", "tfe 30.. dry");
    List<Ingredient> lots =
        List.of(
            lot(1, 1_000_000, "20", "moisture 8..9 wet", "tfe 20..35 dry"),
            lot(2, 1_000_000, "20", "moisture 6..7 wet", "tfe 31..35 dry"));

    assertThat(blending.best(need, blending.usable(need, lots))).isEmpty();
    assertThat(blending.outOfReach(need, blending.usable(need, lots)))
        .containsExactly(
            new OutOfReach("moisture", "wet", new BigDecimal("5"), true, new BigDecimal("7")));
  }

  @Test
  void a_lot_that_does_not_state_what_is_required_is_not_used() {
    Need need = need(100_000, "60", "moisture ..10 wet");

    assertThat(
            blending.usable(
                need,
                List.of(
                    lot(1, 1_000_000, "20", "tfe 30..31 dry"),
                    lot(2, 1_000_000, "20", "moisture 8..8 dry"),
                    lot(3, 0, "20", "moisture 8..8 wet"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void no_mixture_on_a_fine_grid_is_better(long seed) {
    Random random = new Random(seed);
    List<Ingredient> lots = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      double moisture = 4 + random.nextInt(12);
      double lime = 1 + random.nextInt(6);
      lots.add(
          lot(
              i,
              40_000 + random.nextInt(60_000),
              Integer.toString(20 + random.nextInt(40)),
              "moisture %s..%s wet".formatted(moisture, moisture + 1),
              "f-cao %s..%s dry".formatted(lime, lime + 0.5)));
    }
    Need need = need(100_000, "48", "moisture ..10 wet", "f-cao ..4 dry");

    List<Blend> blends = blending.best(need, blending.usable(need, lots));

    double[] grid = bestOnGrid(need, lots);
    if (blends.isEmpty()) {
      assertThat(grid[0]).as("tonnes that a grid finds and the solver does not").isLessThan(0.02);
      return;
    }
    Blend best = blends.getFirst();
    assertThat(strain(need, lots, best)).isLessThanOrEqualTo(0);
    assertThat(best.quantityKg() / 100_000.0).isGreaterThanOrEqualTo(grid[0] - 1e-3);
    if (best.quantityKg() / 100_000.0 < grid[0] + 5e-3) {
      assertThat(best.deliveredYuanPerT().doubleValue()).isLessThanOrEqualTo(grid[1] + 0.02);
    }
  }

  /// The most that a grid of one percent steps fills, and the least cost of that much.
  private static double[] bestOnGrid(Need need, List<Ingredient> lots) {
    double most = 0;
    double cost = Double.MAX_VALUE;
    for (int a = 0; a <= 100; a++) {
      for (int b = 0; a + b <= 100; b++) {
        for (int c = 0; a + b + c <= 100; c++) {
          int[] share = {a, b, c};
          double total = (a + b + c) / 100.0;
          if (total < most - 1e-9 || !isMixture(share, lots, need)) {
            continue;
          }
          double mean = 0;
          for (int i = 0; i < 3; i++) {
            mean += share[i] * lots.get(i).deliveredYuanPerT().doubleValue() / (a + b + c);
          }
          if (mean > need.maxDeliveredYuanPerT().doubleValue()) {
            continue;
          }
          if (total > most + 1e-9 || mean < cost) {
            most = total;
            cost = mean;
          }
        }
      }
    }
    return new double[] {most, cost};
  }

  private static boolean isMixture(int[] share, List<Ingredient> lots, Need need) {
    int sum = share[0] + share[1] + share[2];
    int parts = 0;
    for (int i = 0; i < 3; i++) {
      parts += share[i] > 0 ? 1 : 0;
      boolean tooFew = share[i] > 0 && share[i] < 0.05 * sum;
      boolean tooMuch = share[i] * 1_000L > lots.get(i).supply().availableKg();
      if (tooFew || tooMuch) {
        return false;
      }
    }
    if (parts < 2) {
      return false;
    }
    for (ParameterRange range : need.ranges()) {
      for (Requirement end : Requirement.of(range)) {
        double strain = 0;
        for (int i = 0; i < 3; i++) {
          strain += share[i] * end.strain(lots.get(i));
        }
        if (strain > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static double strain(Need need, List<Ingredient> lots, Blend blend) {
    double worst = -Double.MAX_VALUE;
    for (ParameterRange range : need.ranges()) {
      for (Requirement end : Requirement.of(range)) {
        double strain = 0;
        for (Ingredient lot : lots) {
          strain += kg(blend, lot) * end.strain(lot);
        }
        worst = Math.max(worst, strain);
      }
    }
    return worst;
  }

  private Blend first(Need need, Ingredient... lots) {
    List<Blend> blends = blends(need, lots);
    assertThat(blends).isNotEmpty();
    return blends.getFirst();
  }

  private List<Blend> blends(Need need, Ingredient... lots) {
    return blending.best(need, blending.usable(need, List.of(lots)));
  }

  private static List<Id> ids(Blend blend) {
    return blend.shares().stream().map(Blend.Share::lotId).sorted().toList();
  }

  private static long kg(Blend blend, Ingredient lot) {
    Map<Id, Long> shares = new HashMap<>();
    blend.shares().forEach(share -> shares.put(share.lotId(), share.quantityKg()));
    return shares.getOrDefault(lot.supply().lotId(), 0L);
  }

  private static Ingredient lot(long id, long kg, String delivered, String... qualities) {
    return atLeast(0, id, kg, delivered, qualities);
  }

  private static Ingredient atLeast(
      long leastKg, long id, long kg, String delivered, String... qualities) {
    return new Ingredient(
        new Supply(
            Id.of(id),
            Id.of(100 + id),
            true,
            "bof-slag",
            true,
            kg,
            new BigDecimal("1"),
            null,
            DAY,
            DAY.plusMonths(3),
            ranges(qualities),
            List.of(),
            leastKg,
            List.of()),
        new BigDecimal(delivered));
  }

  private static Need need(long kg, String limit, String... ranges) {
    return new Need(
        Id.of(50),
        Id.of(51),
        true,
        Set.of("bof-slag"),
        "road-base",
        kg,
        new BigDecimal(limit),
        PriceBasis.DELIVERED,
        DAY,
        DAY.plusMonths(1),
        ranges(ranges),
        List.of(),
        List.of());
  }

  /// `moisture 6..8 wet`; an end left out is open.
  private static List<ParameterRange> ranges(String... texts) {
    List<ParameterRange> ranges = new ArrayList<>();
    for (String text : texts) {
      String[] parts = text.split(" ", -1);
      String[] ends = parts[1].split("\\.\\.", -1);
      ranges.add(
          new ParameterRange(
              parts[0],
              ends[0].isEmpty() ? null : new BigDecimal(ends[0]),
              ends[1].isEmpty() ? null : new BigDecimal(ends[1]),
              parts[2]));
    }
    return ranges;
  }
}
