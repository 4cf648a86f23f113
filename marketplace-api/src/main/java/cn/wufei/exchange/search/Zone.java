package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Documents whose sites lie about as far from a place, as the crow flies.
///
/// @param clause which they are
/// @param leastKm none is nearer
/// @param mostKm none is farther
/// @param shared the modes that all the sites and the place have; nothing when that is not known
record Zone(
    Map<String, Object> clause, double leastKm, double mostKm, @Nullable Set<FreightMode> shared) {

  /// Nowhere on Earth is farther away.
  private static final double FARTHEST_KM = 20_040;

  /// More than the two directions between two places may differ by when they are reckoned.
  private static final double SLACK_KM = 0.001;

  /// @param id of the site
  record Site(String id, Place place) {}

  private record Way(Site site, double km) {}

  /// Zones that part all documents: sites that share the same modes with the place and are next to
  /// each other in distance together, in each about as many; and one of the documents of other
  /// sites.
  static List<Zone> around(Place place, List<Site> sites, int count) {
    Map<Set<FreightMode>, List<Way>> byModes =
        sites.stream()
            .map(site -> new Way(site, place.straightKm(site.place())))
            .sorted(Comparator.comparingDouble(Way::km))
            .collect(
                Collectors.groupingBy(
                    way -> place.common(way.site().place()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    int each = Math.ceilDiv(sites.size(), count);
    List<Zone> zones = new ArrayList<>();
    byModes.forEach((shared, ways) -> {
      for (int from = 0; from < ways.size(); from += each) {
        zones.add(of(ways.subList(from, Math.min(ways.size(), from + each)), shared));
      }
    });
    List<String> all = sites.stream().map(Site::id).toList();
    zones.add(
        new Zone(Clauses.not(Clauses.terms(SearchFields.SITE_ID, all)), 0, FARTHEST_KM, null));
    return zones;
  }

  private static Zone of(List<Way> ways, Set<FreightMode> shared) {
    return new Zone(
        Clauses.terms(SearchFields.SITE_ID, ways.stream().map(way -> way.site().id()).toList()),
        Math.max(0, ways.getFirst().km() - SLACK_KM),
        ways.getLast().km() + SLACK_KM,
        shared);
  }
}
