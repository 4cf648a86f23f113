package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.indexer.document.GeoPoint;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many clauses Elasticsearch takes depends on its machine; it is never fewer than 1,024.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CostClausesIT {

  private static final GeoPoint HERE = new GeoPoint(36.65, 117.12);
  private static final Hauls HAULS = TestExchange.get().bean(Hauls.class);

  @ParameterizedTest
  @CsvSource({"LOTS, false", "LOTS, true", "DEMANDS, false", "DEMANDS, true"})
  void a_limit_by_cost_is_within_what_every_server_takes(Target target, boolean everywhere) {
    Set<FreightMode> modes = everywhere ? EnumSet.allOf(FreightMode.class) : Set.of();
    Place here = new Place(HERE, modes);
    List<Zone.Site> sites = sites(modes);
    for (PriceBasis basis : PriceBasis.values()) {
      var caller = new Standpoint(here, basis, 250, Long.MAX_VALUE, false);

      CostLimit.Parts parts =
          CostLimit.fitting(count ->
              CostLimit.Parts.within(
                  target,
                  Brackets.of(target, caller, HAULS, Zone.around(here, sites, count)),
                  BigDecimal.valueOf(80)));

      assertThat(parts.certain()).isNotEmpty();
      assertThat(parts.clauses()).isBetween(1, CostLimit.CLAUSES_MAX);
    }
  }

  private static List<Zone.Site> sites(Set<FreightMode> modes) {
    Random random = new Random(1);
    return IntStream.range(0, 1_000)
        .mapToObj(i ->
            new Zone.Site(
                "S" + i,
                new Place(
                    new GeoPoint(
                        HERE.lat() + random.nextGaussian() * 3,
                        HERE.lon() + random.nextGaussian() * 3),
                    modes)))
        .toList();
  }
}
