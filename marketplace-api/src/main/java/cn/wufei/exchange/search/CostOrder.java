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

  /// As many any index shows beside counts.
  private static final int BESIDE_COUNTS = 100;

  private static final String BEST = "best";

  private final Elastic elastic;
  private final Hauls hauls;
  private final SearchConfiguration configuration;

  CostOrder(Elastic elastic, Hauls hauls, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.hauls = hauls;
    this.configuration = configuration;
  }

  /// @param maxCost documents that cost more are left out; nothing when it does not matter
  /// @param after the last document of the page before
  /// @param count how many, at most
  Outcome<List<Costed>> first(
      Target target,
      Map<String, Object> query,
      Standpoint caller,
      @Nullable BigDecimal maxCost,
      @Nullable Costed after,
      int count) {
    CostScore score = new CostScore(target, caller, hauls);
    List<Map<String, Object>> filters = new ArrayList<>(List.of(query));
    if (maxCost != null) {
      filters.add(score.noDearer(maxCost));
    }
    if (after != null) {
      filters.add(score.notCheaper(after.cost()));
    }
    Map<String, Object> scored = score.scored(filters);
    JsonNode searchAfter = null;
    TreeSet<Costed> found = new TreeSet<>(Costed.ORDER);
    int page = Math.min(PAGE_MOST, count + SURPLUS);
    for (int fetches = 0; fetches < configuration.costFetchesMax(); fetches++) {
      List<JsonNode> hits =
          searchAfter == null && page <= BESIDE_COUNTS
              ? best(target, scored, page)
              : next(target, scored, page, searchAfter);
      for (JsonNode hit : hits) {
        Costed costed = Costed.of(target, hit, caller, hauls);
        if (costed != null && (after == null || Costed.ORDER.compare(costed, after) > 0)) {
          found.add(costed);
        }
      }
      if (hits.size() < page || passes(score, hits.getLast(), maxCost, found, count)) {
        return Outcome.done(
            found.stream()
                .filter(costed -> maxCost == null || costed.cost().compareTo(maxCost) <= 0)
                .limit(count)
                .toList());
      }
      searchAfter = Json.at(hits.getLast(), "sort");
      page = Math.min(PAGE_MOST, 2 * page);
    }
    return Outcome.refused(SearchRefusal.SEARCH_TOO_BROAD);
  }

  /// Equal cost is not passed: an unread document of equal cost may have the smaller id.
  private static boolean passes(
      CostScore score,
      JsonNode last,
      @Nullable BigDecimal maxCost,
      NavigableSet<Costed> found,
      int count) {
    BigDecimal least = score.leastCost(Json.first(last, "sort").getDoubleValue());
    return (maxCost != null && least.compareTo(maxCost) > 0)
        || found.stream()
            .skip(count - 1L)
            .findFirst()
            .map(wanted -> least.compareTo(wanted.cost()) > 0)
            .orElse(false);
  }

  /// Asked for as a count, Elasticsearch remembers them for as long as the index does not change.
  private List<JsonNode> best(Target target, Map<String, Object> scored, int count) {
    JsonNode answer =
        elastic.search(
            target.index(),
            Map.of(
                "size",
                0,
                "track_total_hits",
                false,
                "query",
                scored,
                "aggs",
                Map.of(BEST, Map.of("top_hits", page(target, count)))),
            configuration.timeout());
    return Json.hits(Json.at(answer, "aggregations", BEST));
  }

  private List<JsonNode> next(
      Target target, Map<String, Object> scored, int count, @Nullable JsonNode searchAfter) {
    Map<String, Object> body = new HashMap<>(page(target, count));
    body.put("track_total_hits", false);
    body.put("query", scored);
    if (searchAfter != null) {
      body.put("search_after", searchAfter);
    }
    return Json.hits(elastic.search(target.index(), body, configuration.timeout()));
  }

  private static Map<String, Object> page(Target target, int count) {
    return Map.of(
        "size",
        count,
        "_source",
        Costed.sourceOf(target),
        "sort",
        List.of("_score", Map.of(SearchFields.ID, "asc")));
  }
}
