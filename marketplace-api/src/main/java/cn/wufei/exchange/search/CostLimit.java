package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Hauls;
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
/// exact clause: of most documents a score tells it ([CostScore]), and the few of which it does not
/// are costed one by one and named by their ids.
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

  /// What is offered at the caller's site and costs no more.
  ///
  /// @param maxCost nothing when it may cost whatever it does
  Outcome<Map<String, Object>> clause(
      Target target,
      List<Map<String, Object>> filters,
      Standpoint caller,
      @Nullable BigDecimal maxCost) {
    CostScore score = new CostScore(target, caller, hauls);
    List<Map<String, Object>> among = new ArrayList<>(filters);
    among.add(score.perhaps(maxCost));
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
    Map<String, Object> surely = score.surely(maxCost);
    return Outcome.done(
        within.isEmpty()
            ? surely
            : Clauses.any(List.of(surely, Clauses.terms(SearchFields.ID, within))));
  }
}
