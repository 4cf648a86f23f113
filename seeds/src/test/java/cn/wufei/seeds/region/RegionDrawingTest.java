package cn.wufei.seeds.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RegionDrawingTest {

  private static final Path REFERENCE = Path.of("reference");

  @Test
  void the_same_seed_draws_the_same_region_and_another_seed_another() {
    Region first = RegionDrawing.draw(7, 300, 300, REFERENCE);

    assertThat(RegionDrawing.draw(7, 300, 300, REFERENCE)).isEqualTo(first);
    assertThat(RegionDrawing.draw(8, 300, 300, REFERENCE).lots()).isNotEqualTo(first.lots());
  }

  @Test
  void more_lots_on_the_same_firms_begin_with_the_fewer() {
    RegionDrawing drawing = RegionDrawing.settled(7, 10, 10, Variety.ALL, REFERENCE);

    List<Region.Lot> more = drawing.lots().limit(500).toList();

    assertThat(more.subList(0, 100)).isEqualTo(drawing.lots().limit(100).toList());
  }

  @Test
  void whoever_sells_is_a_producer_and_whoever_seeks_a_receiver() {
    Region region = RegionDrawing.draw(3, 800, 800, REFERENCE);

    assertThat(region.lots()).allMatch(lot -> region.firmOf(lot).sells());
    assertThat(region.demands()).allMatch(demand -> region.firmOf(demand).buys());
    assertThat(region.firms()).extracting(Region.Firm::uscc).doesNotHaveDuplicates();
  }

  @Test
  void the_market_is_as_uneven_as_it_is_said_to_be() {
    Region region = RegionDrawing.draw(5, 5_000, 5_000, REFERENCE);

    Map<String, Long> shares =
        region.demands().stream()
            .map(demand -> demand.materialKeys().getFirst())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Set<String> sought = new HashSet<>(shares.keySet());
    assertThat(sought).hasSize(20);
    assertThat(shares.getOrDefault("granulated-bf-slag", 0L))
        .isGreaterThan(2 * shares.getOrDefault("fly-ash", 0L));
    assertThat(region.lots()).anyMatch(lot -> lot.priceYuanPerT().signum() < 0);
    assertThat(region.lots()).anyMatch(lot -> lot.qualities().isEmpty());
    assertThat(region.lots()).anyMatch(Region.Lot::withdrawn);
    assertThat(region.firms()).anyMatch(Region.Firm::suspended);
    assertThat(region.demands()).anyMatch(demand -> demand.ranges().isEmpty());
  }

  @Test
  void what_is_stated_and_required_can_be_a_value() {
    Region region = RegionDrawing.draw(9, 2_000, 2_000, REFERENCE);

    assertThat(region.lots())
        .allSatisfy(lot ->
            assertThat(lot.qualities())
                .allSatisfy(range -> assertThat(range.min()).isLessThanOrEqualTo(range.max())));
    assertThat(region.demands())
        .allSatisfy(demand ->
            assertThat(demand.ranges())
                .allMatch(range -> range.min() != null || range.max() != null));
    assertThat(region.lots()).allMatch(lot -> lot.toDay() >= 1 && lot.fromDay() <= lot.toDay());
  }

  @Test
  void the_months_of_what_recurs_lie_in_its_window_and_sum_to_its_quantity() {
    LocalDate today = LocalDate.of(2026, 1, 31);
    List<Region.Lot> recurring =
        RegionDrawing.draw(9, 2_000, 1, REFERENCE).lots().stream()
            .filter(lot -> !lot.monthsFrom(today).isEmpty())
            .toList();

    assertThat(recurring).hasSizeBetween(200, 400);
    assertThat(recurring)
        .allSatisfy(lot -> {
          SequencedMap<YearMonth, Long> months = lot.monthsFrom(today);
          assertThat(months).hasSizeBetween(2, 24);
          assertThat(months.firstEntry().getKey())
              .isEqualTo(YearMonth.from(today.plusDays(lot.fromDay())));
          assertThat(months.lastEntry().getKey())
              .isBeforeOrEqualTo(YearMonth.from(today.plusDays(lot.toDay())));
          assertThat(months.values().stream().mapToLong(Long::longValue).sum())
              .isEqualTo(lot.quantityKg());
        });
  }

  @Test
  void some_of_it_is_of_every_kind_and_none_where_all_is_plain() {
    Region all = RegionDrawing.draw(9, 2_000, 2_000, REFERENCE);
    RegionDrawing plain = RegionDrawing.settled(9, 50, 50, Variety.PLAIN, REFERENCE);

    assertThat(all.sites()).anyMatch(Region.Site::railSiding).anyMatch(Region.Site::wharf);
    assertThat(all.lots()).anyMatch(lot -> lot.deliveryRadiusKm() != null);
    assertThat(all.demands()).anyMatch(Region.Demand::limitExWorks);
    assertThat(plain.sites()).noneMatch(site -> site.railSiding() || site.wharf());
    assertThat(plain.lots().limit(500)).allMatch(lot -> lot.deliveryRadiusKm() == null);
    assertThat(plain.demands().limit(500)).noneMatch(Region.Demand::limitExWorks);
  }

  /// The exchange would hold a lot that reaches one.
  @Test
  void nothing_on_offer_reaches_a_threshold_of_the_hazard_gate() {
    Region region = RegionDrawing.draw(11, 5_000, 8, REFERENCE);

    List<BigDecimal> zinc =
        region.lots().stream()
            .flatMap(lot -> lot.qualities().stream())
            .filter(range -> range.parameter().equals("zn"))
            .map(Region.Range::max)
            .toList();
    assertThat(zinc).hasSizeGreaterThan(50).allMatch(max -> max.compareTo(new BigDecimal(5)) < 0);
  }
}
