package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Puts documents in the exact order of what they cost with freight, equal ones in the order of
/// their ids. They are read in the order of their score ([CostScore]) and costed, until no unread
/// one can cost less than those that are wanted.
@Singleton
class CostOrder {

  /// Read beyond those that are wanted, as scores may be a little off.
  private static final int SURPLUS = 12;

  private static final int PAGE_MOST = 1_000;

  private final Elastic elastic;
  private final Hauls hauls;
  private final SearchConfiguration configuration;

  CostOrder(Elastic elastic, Hauls hauls, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.hauls = hauls;
    this.configuration = configuration;
  }

  /// @param after the last document of the page before
  /// @param count how many, at most
  Outcome<List<Costed>> first(
      Target target,
      Map<String, Object> query,
      Standpoint caller,
      @Nullable Costed after,
      int count) {
    CostScore score = new CostScore(target, caller, hauls);
    Map<String, Object> body = new HashMap<>();
    body.put("track_total_hits", false);
    body.put("_source", Costed.sourceOf(target));
    body.put("sort", List.of("_score", Map.of(SearchFields.ID, "asc")));
    body.put(
        "query",
        score.scored(
            after == null ? query : Clauses.all(List.of(query, score.notCheaper(after.cost())))));
    TreeSet<Costed> found = new TreeSet<>(Costed.ORDER);
    int page = Math.min(PAGE_MOST, count + SURPLUS);
    for (int fetches = 0; fetches < configuration.costFetchesMax(); fetches++) {
      body.put("size", page);
      List<JsonNode> hits = read(target, body);
      for (JsonNode hit : hits) {
        Costed costed = Costed.of(target, hit, caller, hauls);
        if (costed != null && (after == null || Costed.ORDER.compare(costed, after) > 0)) {
          found.add(costed);
        }
      }
      if (hits.size() < page || passes(score, hits.getLast(), found, count)) {
        return Outcome.done(found.stream().limit(count).toList());
      }
      body.put("search_after", Json.at(hits.getLast(), "sort"));
      page = Math.min(PAGE_MOST, 2 * page);
    }
    return Outcome.refused(SearchRefusal.SEARCH_TOO_BROAD);
  }

  /// Equal cost is not passed: an unread document of equal cost may have the smaller id.
  private static boolean passes(
      CostScore score, JsonNode last, NavigableSet<Costed> found, int count) {
    BigDecimal least =
        score.leastCost(Json.at(last, "sort").values().iterator().next().getDoubleValue());
    return found.stream()
        .skip(count - 1L)
        .findFirst()
        .map(wanted -> least.compareTo(wanted.cost()) > 0)
        .orElse(false);
  }

  private List<JsonNode> read(Target target, Map<String, Object> body) {
    JsonNode answer = elastic.search(target.index(), body, configuration.timeout());
    List<JsonNode> hits = new ArrayList<>();
    Json.at(answer, "hits", "hits").values().forEach(hits::add);
    return hits;
  }
}
