package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes what is offered at the caller's site, within a limit on the cost with freight, into an
/// exact clause: of most documents a score tells it ([CostScore]), and the few of which it does not
/// are costed one by one and named by their ids.
@Singleton
class CostLimit {

  private static final Logger LOG = LoggerFactory.getLogger(CostLimit.class);
  private static final String DOUBTFUL = "doubtful";

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
    Map<String, Object> query = Clauses.all(among);
    Doubtful doubtful = doubtful(target, query);
    if (doubtful.count() > doubtful.hits().size()) {
      return Outcome.refused(SearchRefusal.SEARCH_TOO_BROAD);
    }
    List<String> within = new ArrayList<>();
    for (JsonNode hit : doubtful.hits()) {
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

  /// An index of an earlier release refuses to show so many beside a count.
  private Doubtful doubtful(Target target, Map<String, Object> query) {
    try {
      Doubtful few = few(target, query);
      return few.count() > few.hits().size() ? many(target, query) : few;
    } catch (SearchRejectedException e) {
      LOG.debug("Read instead of counted", e);
      return many(target, query);
    }
  }

  /// Asked for as a count, Elasticsearch remembers them for as long as the index does not change.
  private Doubtful few(Target target, Map<String, Object> query) {
    JsonNode answer =
        elastic.search(
            target.index(),
            Map.of(
                "size",
                0,
                "track_total_hits",
                SearchIndex.SHOWN_BESIDE_COUNTS + 1,
                "query",
                query,
                "aggs",
                Map.of(
                    DOUBTFUL, Map.of("top_hits", page(target, SearchIndex.SHOWN_BESIDE_COUNTS)))),
            configuration.timeout());
    return new Doubtful(Json.total(answer), Json.hits(Json.at(answer, "aggregations", DOUBTFUL)));
  }

  private Doubtful many(Target target, Map<String, Object> query) {
    int most = configuration.costCandidatesMax();
    Map<String, Object> body = new HashMap<>(page(target, most));
    body.put("track_total_hits", most + 1);
    body.put("query", query);
    JsonNode answer = elastic.search(target.index(), body, configuration.timeout());
    return new Doubtful(Json.total(answer), Json.hits(answer));
  }

  private static Map<String, Object> page(Target target, int size) {
    return Map.of("size", size, "_source", Costed.sourceOf(target), "sort", List.of("_doc"));
  }

  /// @param count how many there are, those that were not read included
  private record Doubtful(long count, List<JsonNode> hits) {

    Doubtful {
      hits = List.copyOf(hits);
    }
  }
}
