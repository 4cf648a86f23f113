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
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Makes what is offered at the caller's site, within a limit on the cost with freight, into an
/// exact clause. Within a bracket most prices are below the limit with the most that freight adds,
/// or above it with the least; the few between, and those whose delivery may or may not reach, are
/// costed one by one and named by their ids.
@Singleton
class CostLimit {

  /// So many that few documents cost perhaps too much.
  private static final int ZONES = 100;

  /// Elasticsearch takes 1,024 at least; the rest is for the order by cost and what else is asked.
  static final int CLAUSES_MAX = 550;

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
    Parts parts =
        fitting(count ->
            Parts.within(
                target, Brackets.of(target, caller, hauls, zones(target, caller, count)), maxCost));
    return clause(target, filters, caller, maxCost, parts);
  }

  /// Lots that are offered at the caller's site, whatever they cost there.
  Outcome<Map<String, Object>> offered(List<Map<String, Object>> filters, Standpoint caller) {
    Parts parts =
        fitting(count ->
            Parts.offered(
                Brackets.of(
                    Target.LOTS,
                    caller,
                    hauls,
                    zones(Target.LOTS, caller, count),
                    List.of(PriceBasis.DELIVERED))));
    return clause(Target.LOTS, filters, caller, null, parts);
  }

  /// In as many zones as Elasticsearch takes clauses for.
  static Parts fitting(IntFunction<Parts> ofZones) {
    int zones = ZONES;
    Parts parts = ofZones.apply(zones);
    while (parts.clauses() > CLAUSES_MAX && zones > 1) {
      zones /= 2;
      parts = ofZones.apply(zones);
    }
    return parts;
  }

  private List<Zone> zones(Target target, Standpoint caller, int count) {
    return sites.zones(target.index(), caller.place(), count);
  }

  private Outcome<Map<String, Object>> clause(
      Target target,
      List<Map<String, Object>> filters,
      Standpoint caller,
      @Nullable BigDecimal maxCost,
      Parts parts) {
    List<Map<String, Object>> among = new ArrayList<>(filters);
    among.add(Clauses.any(parts.doubtful()));
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
    List<Map<String, Object>> found = new ArrayList<>(parts.certain());
    found.add(Clauses.terms(SearchFields.ID, within));
    return Outcome.done(Clauses.any(found));
  }

  /// @param certain what is within without a look at each
  /// @param doubtful what has to be costed one by one
  record Parts(List<Map<String, Object>> certain, List<Map<String, Object>> doubtful) {

    Parts {
      certain = List.copyOf(certain);
      doubtful = List.copyOf(doubtful);
    }

    static Parts within(Target target, Brackets brackets, BigDecimal maxCost) {
      List<Map<String, Object>> certain = new ArrayList<>();
      List<Map<String, Object>> doubtful = new ArrayList<>();
      for (Brackets.Bracket bracket : brackets.mergedIfAsSure()) {
        Map<String, Object> inside = bracket.clause();
        BigDecimal always = maxCost.subtract(bracket.added().most());
        BigDecimal perhaps = maxCost.subtract(bracket.added().least());
        if (!bracket.sure()) {
          doubtful.add(Clauses.all(List.of(inside, target.noDearer(perhaps))));
        } else {
          certain.add(Clauses.all(List.of(inside, target.noDearer(always))));
          if (always.compareTo(perhaps) != 0) {
            doubtful.add(Clauses.all(List.of(inside, target.dearer(always, perhaps))));
          }
        }
      }
      return new Parts(certain, doubtful);
    }

    static Parts offered(Brackets delivered) {
      List<Map<String, Object>> certain = new ArrayList<>();
      List<Map<String, Object>> doubtful = new ArrayList<>();
      certain.add(Target.LOTS.ofBasis(PriceBasis.EX_WORKS));
      for (Brackets.Bracket bracket : delivered.brackets()) {
        (bracket.sure() ? certain : doubtful).add(bracket.clause());
      }
      return new Parts(certain, doubtful);
    }

    /// In the longer of the two requests.
    int clauses() {
      return Math.max(Clauses.count(certain), Clauses.count(doubtful));
    }
  }
}
