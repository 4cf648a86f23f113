package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.search.Clauses;
import cn.wufei.exchange.search.SearchFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// For which documents the way from or to a place counts in the price that is asked, as far as the
/// index can tell.
///
/// @param counts those to whose price the freight is added; none of them when absent
/// @param unsure those whose freight is taken off the price, or may be less than by road: they are
///   judged whatever the index thinks of their price; none of them when absent
record Freighted(
    Place place, @Nullable Map<String, Object> counts, @Nullable Map<String, Object> unsure) {

  /// Demands for a lot at the place.
  static Freighted ofDemands(Supply supply, Place place) {
    Map<String, Object> fetched =
        Clauses.term(SearchFields.LIMIT_BASIS, PriceBasis.EX_WORKS.code());
    return supply.basis() == PriceBasis.EX_WORKS
        ? new Freighted(place, Clauses.not(fetched), byOtherModes(place))
        : new Freighted(place, null, fetched);
  }

  /// Lots for a demand at the place.
  static Freighted ofLots(Need need, Place place) {
    Map<String, Object> delivered = Clauses.exists(SearchFields.RADIUS_KM);
    return need.limitBasis() == PriceBasis.DELIVERED
        ? new Freighted(place, Clauses.not(delivered), byOtherModes(place))
        : new Freighted(place, null, delivered);
  }

  private static @Nullable Map<String, Object> byOtherModes(Place place) {
    List<String> others = new ArrayList<>();
    for (FreightMode mode : place.modes()) {
      if (mode != FreightMode.ROAD) {
        others.add(mode.code());
      }
    }
    return others.isEmpty() ? null : Clauses.terms(SearchFields.SITE_MODES, others);
  }
}
