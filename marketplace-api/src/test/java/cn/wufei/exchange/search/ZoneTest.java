package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.Place;
import cn.wufei.indexer.document.GeoPoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZoneTest {

  private static final Place HERE =
      new Place(new GeoPoint(36.06, 117.81), EnumSet.of(FreightMode.RAIL));
  private static final Pattern SITE = Pattern.compile("S[0-9]+");

  @ParameterizedTest
  @CsvSource({"1, 5", "5, 5", "100, 7", "1000, 200"})
  void each_site_is_in_one_zone_and_within_its_bounds(int siteCount, int count) {
    Random random = new Random(siteCount);
    List<Zone.Site> sites = IntStream.range(0, siteCount).mapToObj(i -> site(i, random)).toList();

    List<Zone> zones = Zone.around(HERE, sites, count);

    assertThat(zones).hasSizeLessThanOrEqualTo(count + 3);
    List<String> seen = new ArrayList<>();
    for (Zone zone : zones.subList(0, zones.size() - 1)) {
      for (String id : idsOf(zone.clause())) {
        Zone.Site site = sites.get(Integer.parseInt(id.substring(1)));
        assertThat(site.place().straightKm(HERE)).isBetween(zone.leastKm(), zone.mostKm());
        assertThat(site.place().common(HERE)).isEqualTo(zone.shared());
        seen.add(site.id());
      }
    }
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(sites.stream().map(Zone.Site::id).toList());
  }

  @Test
  void documents_of_sites_that_are_not_known_are_in_a_zone_as_wide_as_the_earth() {
    List<Zone> zones = Zone.around(HERE, List.of(), 10);

    assertThat(zones).hasSize(1);
    assertThat(zones.getFirst().leastKm()).isZero();
    assertThat(zones.getFirst().mostKm())
        .isGreaterThan(HERE.straightKm(Place.byRoad(new GeoPoint(-36.06, 117.81 - 180))));
    assertThat(zones.getFirst().shared()).isNull();
  }

  private static Zone.Site site(int number, Random random) {
    var point = new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
    Set<FreightMode> modes =
        random.nextBoolean() ? EnumSet.of(FreightMode.RAIL, FreightMode.WATER) : Set.of();
    return new Zone.Site("S" + number, new Place(point, modes));
  }

  private static List<String> idsOf(Map<String, Object> clause) {
    return SITE.matcher(clause.toString()).results().map(MatchResult::group).toList();
  }
}
