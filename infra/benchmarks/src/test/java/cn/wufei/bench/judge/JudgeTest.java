package cn.wufei.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wufei.seeds.region.Region;
import cn.wufei.seeds.region.Region.Demand;
import cn.wufei.seeds.region.Region.Firm;
import cn.wufei.seeds.region.Region.Lot;
import cn.wufei.seeds.region.Region.Range;
import cn.wufei.seeds.region.Region.Site;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Pairs that are reckoned by hand. The two sites lie one degree of latitude apart: 111.195 km, so
/// 144.6 km of road.
final class JudgeTest {

  private static final String SLAG = "bof-slag";

  /// The lot is to be had from 30 March to 8 April, the demand wants it until 8 May.
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

  private static final ReferenceData REFERENCE =
      new ReferenceData(
          Map.of(SLAG, Set.of("tfe", "moisture", "cao", "sio2")),
          Set.of(SLAG + " cement-blending"),
          List.of(
              new ReferenceData.Rate("road", 0, 0, 100, 0.55, 15, 0),
              new ReferenceData.Rate("road", 0, 100, Double.POSITIVE_INFINITY, 0.38, 15, 0),
              new ReferenceData.Rate("rail", 0, 50, Double.POSITIVE_INFINITY, 0.16, 0, 10),
              new ReferenceData.Rate("rail", 3_000, 50, Double.POSITIVE_INFINITY, 0.10, 0, 10)));

  @Test
  void the_longer_way_costs_no_less_than_the_end_of_the_shorter_band() {
    Judgement judgement = judge(lot(), demand());

    assertThat(judgement.distanceKm()).isEqualByComparingTo("144.6");
    assertThat(judgement.freightYuanPerT()).isEqualByComparingTo("55.00");
    assertThat(judgement.faults()).isEmpty();
  }

  @Test
  void the_score_is_the_weighted_mean_of_its_rounded_terms() {
    Judgement judgement = judge(lot(), demand());

    double price = 0.5;
    double quality = 0.5;
    double quantity = 0.75;
    double window = 0.2;
    double evidence = (0.5 + 0.5) / 2;
    assertThat(judgement.score())
        .isCloseTo(
            40 * price + 25 * quality + 10 * quantity + 10 * window + 10 * evidence + 2.5,
            within(0.051));
  }

  @Test
  void rail_is_for_sites_that_have_it_and_cheaper_for_many_tonnes() {
    Region railway = region(lot(), demand(), true);

    assertThat(new Judge(railway, REFERENCE, TODAY).judge(lot(), demand()).freightYuanPerT())
        .isEqualByComparingTo("33.14");
    Lot heavy = lot(10, null, 6_000_000, ranges());
    Demand many = demand(85, false, 3_000_000, SLAG, "road-base", List.of());
    assertThat(new Judge(railway, REFERENCE, TODAY).judge(heavy, many).freightYuanPerT())
        .isEqualByComparingTo("24.46");
  }

  @Test
  void price_and_limit_are_compared_on_the_basis_of_the_limit() {
    Demand fetched = demand(85, true, 1_000_000, SLAG, "road-base", List.of());
    Lot delivered = lot(60, 112, 2_000_000, ranges());

    assertThat(judge(lot(), demand()).askedYuanPerT()).isEqualByComparingTo("65");
    assertThat(judge(lot(), fetched).askedYuanPerT()).isEqualByComparingTo("10");
    assertThat(judge(delivered, demand()).askedYuanPerT()).isEqualByComparingTo("60");
    assertThat(judge(delivered, fetched).askedYuanPerT()).isEqualByComparingTo("5");
  }

  @Test
  void each_constraint_has_a_pair_that_breaks_it_alone() {
    assertThat(judge(lot(31, null, 2_000_000, ranges()), demand()).faults())
        .containsExactly("price");
    assertThat(judge(lot(10, 111, 2_000_000, ranges()), demand()).faults())
        .containsExactly("delivery");
    assertThat(judge(lot(10, null, 2_000_000, List.of()), demand()).faults())
        .containsExactly("parameter-missing");
    assertThat(judge(lot(10, null, 2_000_000, List.of(range(15, 21, "dry"))), demand()).faults())
        .containsExactly("parameter");
    assertThat(judge(lot(10, null, 2_000_000, List.of(range(18, 21, "wet"))), demand()).faults())
        .containsExactly("parameter");
    assertThat(judge(lot(), demand(85, false, 1_000_000, "fly-ash", "bricks", List.of())).faults())
        .containsExactly("other material");
    assertThat(
            judge(lot(), demand(85, false, 1_000_000, SLAG, "cement-blending", List.of())).faults())
        .containsExactly("forbidden use");
  }

  @Test
  void days_that_are_over_do_not_count() {
    Demand soon =
        new Demand(
            0,
            1,
            List.of(SLAG),
            "road-base",
            "",
            1_000_000,
            yuan(85),
            false,
            -30,
            9,
            List.of(),
            false,
            List.of());

    assertThat(judge(lot(), soon).faults()).containsExactly("window");
  }

  /// The lot has 2,000 t in March and April; the demand wants 1,000 t in March, April and May, or
  /// from February on.
  @Test
  void what_recurs_moves_what_both_have_in_each_month() {
    assertThat(judge(recurring(lot(), 1, 4), demand()).movableKg()).isEqualTo(1_000_000);
    assertThat(judge(recurring(lot(), 1, 0), demand()).movableKg()).isEqualTo(1_000_000);
    assertThat(judge(lot(), recurring(demand(), -5, 1, 2, 1)).movableKg()).isEqualTo(750_000);
    assertThat(judge(recurring(lot(), 1, 9), recurring(demand(), -5, 1, 2, 1)).movableKg())
        .isEqualTo(200_000 + 500_000);
    assertThat(judge(recurring(lot(), 1, 9), recurring(demand(), -40, 3, 1, 1, 1)).movableKg())
        .isEqualTo(200_000 + 333_333);
    Judgement apart = judge(recurring(lot(), 1, 0), recurring(demand(), -5, 0, 2, 1));
    assertThat(apart.faults()).containsExactly("months");
    assertThat(apart.movableKg()).isZero();
  }

  private static Judgement judge(Lot lot, Demand demand) {
    return new Judge(region(lot, demand, false), REFERENCE, TODAY).judge(lot, demand);
  }

  private static Region region(Lot lot, Demand demand, boolean rail) {
    return new Region(
        0,
        List.of(
            new Firm(0, "A", "A", "A", "producer", "370100", false),
            new Firm(1, "B", "B", "B", "receiver", "370100", false)),
        List.of(
            new Site(0, 0, "A", "A", "370100", yuan(36), yuan(117), rail, false),
            new Site(1, 1, "B", "B", "370100", yuan(37), yuan(117), rail, false)),
        List.of(lot),
        List.of(demand));
  }

  private static Lot lot() {
    return lot(10, null, 2_000_000, ranges());
  }

  /// To be had from the tenth day on, for ten days.
  private static Lot lot(int yuan, @Nullable Integer radiusKm, long kg, List<Range> qualities) {
    return new Lot(
        0,
        0,
        SLAG,
        "SW01",
        "",
        "estimate",
        kg,
        yuan(yuan),
        radiusKm,
        10,
        19,
        qualities,
        false,
        List.of());
  }

  /// Half of the parameters that are usual; 18 lies half of 20 % above 16.3636.
  private static List<Range> ranges() {
    return List.of(range(18, 21, "dry"), new Range("moisture", yuan(3), yuan(5), "wet"));
  }

  private static Range range(int min, int max, String basis) {
    return new Range("tfe", yuan(min), yuan(max), basis);
  }

  private static Demand demand() {
    return demand(
        85,
        false,
        1_000_000,
        SLAG,
        "road-base",
        List.of(new Range("tfe", new BigDecimal("16.3636"), null, "dry")));
  }

  /// Wanted on fifty days from today on.
  private static Demand demand(
      int limit, boolean exWorks, long kg, String material, String use, List<Range> ranges) {
    return new Demand(
        0,
        1,
        List.of(material),
        use,
        "",
        kg,
        yuan(limit),
        exWorks,
        -5,
        49,
        ranges,
        false,
        List.of());
  }

  private static Lot recurring(Lot lot, Integer... rhythm) {
    return new Lot(
        lot.number(),
        lot.site(),
        lot.materialKey(),
        lot.classCode(),
        lot.title(),
        lot.stated(),
        lot.quantityKg(),
        lot.priceYuanPerT(),
        lot.deliveryRadiusKm(),
        lot.fromDay(),
        lot.toDay(),
        lot.qualities(),
        lot.withdrawn(),
        List.of(rhythm));
  }

  private static Demand recurring(Demand demand, int fromDay, Integer... rhythm) {
    return new Demand(
        demand.number(),
        demand.site(),
        demand.materialKeys(),
        demand.use(),
        demand.title(),
        demand.quantityKg(),
        demand.limitYuanPerT(),
        demand.limitExWorks(),
        fromDay,
        demand.toDay(),
        demand.ranges(),
        demand.withdrawn(),
        List.of(rhythm));
  }

  private static BigDecimal yuan(int value) {
    return BigDecimal.valueOf(value);
  }
}
