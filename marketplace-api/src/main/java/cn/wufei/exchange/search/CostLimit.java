package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes a limit on the cost with freight into an exact clause. Within a ring most prices are below
/// the limit with the ring's most freight, or above it with its least; the few between are costed
/// one by one and named by their ids.
@Singleton
class CostLimit {

  private final Elastic elastic;
  private final Hauls hauls;
  private final SearchConfiguration configuration;

  CostLimit(Elastic elastic, Hauls hauls, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.hauls = hauls;
    this.configuration = configuration;
  }

  Outcome<Map<String, Object>> clause(
      Target target, List<Map<String, Object>> filters, GeoPoint place, BigDecimal maxCost) {
    List<Map<String, Object>> certain = new ArrayList<>();
    List<Map<String, Object>> doubtful = new ArrayList<>();
    for (Rings.Ring ring : Rings.around(place, hauls).rings()) {
      Map<String, Object> inRing = ring.clause();
      Map<String, Object> always = noDearer(target, maxCost.subtract(ring.mostFreight()));
      Map<String, Object> perhaps = noDearer(target, maxCost.subtract(ring.leastFreight()));
      certain.add(Clauses.all(List.of(inRing, always)));
      doubtful.add(Clauses.all(List.of(inRing, perhaps, Clauses.not(always))));
    }
    List<Map<String, Object>> among = new ArrayList<>(filters);
    among.add(Clauses.any(doubtful));
    int most = configuration.costCandidatesMax();
    JsonNode answer =
        elastic.search(
            target.index(),
            Map.of(
                "size", most,
                "track_total_hits", most + 1,
                "_source", Costed.sourceOf(target),
                "sort", List.of("_doc"),
                "query", Clauses.all(among)),
            configuration.timeout());
    if (Json.at(answer, "hits", "total", "value").getLongValue() > most) {
      return Outcome.refused(SearchRefusal.SEARCH_TOO_BROAD);
    }
    List<String> within = new ArrayList<>();
    for (JsonNode hit : Json.at(answer, "hits", "hits").values()) {
      Costed costed = Costed.of(target, hit, place, hauls);
      if (costed.cost().compareTo(maxCost) <= 0) {
        within.add(costed.id());
      }
    }
    certain.add(Clauses.terms(SearchFields.ID, within));
    return Outcome.done(Clauses.any(certain));
  }

  private static Map<String, Object> noDearer(Target target, BigDecimal cost) {
    return target.cheapestFirst()
        ? Clauses.range(target.price(), "lte", cost)
        : Clauses.range(target.price(), "gte", cost.negate());
  }
}
