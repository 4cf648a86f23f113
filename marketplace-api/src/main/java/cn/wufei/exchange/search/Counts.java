package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Awaited;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// Counts what a search finds, beside the page that is shown of it. Elasticsearch remembers such
/// counts for as long as the index does not change, so that turning pages and other orders of the
/// same do not count anew.
@Singleton
class Counts {

  private static final String TOTAL = "total";

  private final Snapshots snapshots;
  private final FacetCounts facetCounts;
  private final ExecutorService executor;

  Counts(
      Snapshots snapshots,
      FacetCounts facetCounts,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.snapshots = snapshots;
    this.facetCounts = facetCounts;
    this.executor = executor;
  }

  /// @param total how many meet the limits
  record Counted(long total, @Nullable Facets facets) {}

  /// Begins to count; whoever needs the counts waits for them.
  Awaited<Counted> begin(
      Target target, SearchQuery query, Limits limits, @Nullable String snapshot) {
    return Awaited.begin(() -> count(target, query, limits, snapshot), executor);
  }

  private Counted count(
      Target target, SearchQuery query, Limits limits, @Nullable String snapshot) {
    Map<String, Object> body = new HashMap<>();
    body.put("size", 0);
    if (!query.facets()) {
      body.put("track_total_hits", true);
      body.put("query", limits.query());
      JsonNode answer = snapshots.search(target.index(), body, snapshot).body();
      return new Counted(Json.total(answer), null);
    }
    Map<String, Object> counts = new HashMap<>(facetCounts.aggregations(target, limits));
    List<Map<String, Object>> left = limits.facetClauses();
    counts.put(
        TOTAL,
        Map.of("filter", left.isEmpty() ? Map.of("match_all", Map.of()) : Clauses.all(left)));
    body.put("track_total_hits", false);
    body.put("query", limits.queryBeforeFacets());
    body.put("aggs", counts);
    JsonNode answer = snapshots.search(target.index(), body, snapshot).body();
    JsonNode counted = Json.at(answer, "aggregations");
    return new Counted(
        Json.at(counted, TOTAL, "doc_count").getLongValue(), facetCounts.read(target, counted));
  }
}
