package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes what is offered at the caller's site, within a limit on the cost with freight, into an
/// exact clause. Within a bracket most prices are below the limit with the most that freight adds,
/// or above it with the least; the few between, and those whose delivery may or may not reach, are
/// costed one by one and named by their ids.
@Singleton
class CostLimit {

  /// So many that few documents cost perhaps too much.
  private static final int ZONES = 100;

  private final Elastic elastic;
  private final MarketSites sites;
  private final Hauls hauls;
  private final SearchConfiguration configuration;

  CostLimit(Elastic elastic, MarketSites sites, Hauls hauls, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.sites = sites;
    this.hauls = hauls;
    this.configuration = configuration;
  }

  /// What is offered at the caller's site and costs no more.
  Outcome<Map<String, Object>> clause(
      Target target, List<Map<String, Object>> filters, Standpoint caller, BigDecimal maxCost) {
    List<Map<String, Object>> certain = new ArrayList<>();
    List<Map<String, Object>> doubtful = new ArrayList<>();
    for (Brackets.Bracket bracket :
        Brackets.of(target, caller, hauls, zones(target, caller)).brackets()) {
      Map<String, Object> inside = bracket.clause();
      Map<String, Object> always = noDearer(target, maxCost.subtract(bracket.added().most()));
      Map<String, Object> perhaps = noDearer(target, maxCost.subtract(bracket.added().least()));
      if (bracket.sure()) {
        certain.add(Clauses.all(List.of(inside, always)));
        if (!always.equals(perhaps)) {
          doubtful.add(Clauses.all(List.of(inside, perhaps, Clauses.not(always))));
        }
      } else {
        doubtful.add(Clauses.all(List.of(inside, perhaps)));
      }
    }
    return clause(target, filters, caller, maxCost, certain, doubtful);
  }

  /// Lots that are offered at the caller's site, whatever they cost there.
  Outcome<Map<String, Object>> offered(List<Map<String, Object>> filters, Standpoint caller) {
    List<Map<String, Object>> certain = new ArrayList<>();
    List<Map<String, Object>> doubtful = new ArrayList<>();
    certain.add(Target.LOTS.ofBasis(PriceBasis.EX_WORKS));
    for (Brackets.Bracket bracket :
        Brackets.of(
                Target.LOTS,
                caller,
                hauls,
                zones(Target.LOTS, caller),
                List.of(PriceBasis.DELIVERED))
            .brackets()) {
      (bracket.sure() ? certain : doubtful).add(bracket.clause());
    }
    return clause(Target.LOTS, filters, caller, null, certain, doubtful);
  }

  private List<Zone> zones(Target target, Standpoint caller) {
    return sites.zones(target.index(), caller.place(), ZONES);
  }

  private Outcome<Map<String, Object>> clause(
      Target target,
      List<Map<String, Object>> filters,
      Standpoint caller,
      @Nullable BigDecimal maxCost,
      List<Map<String, Object>> certain,
      List<Map<String, Object>> doubtful) {
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
      Costed costed = Costed.of(target, hit, caller, hauls);
      if (costed != null && (maxCost == null || costed.cost().compareTo(maxCost) <= 0)) {
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
