package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts what was published of saved searches: one request to Elasticsearch for all that seek
/// lots, and one for all that seek demands.
@Singleton
class NewResults {

  private final SavedQueries queries;
  private final SearchMarket market;
  private final SearchLimits searchLimits;
  private final Elastic elastic;
  private final Partners partners;
  private final SearchConfiguration configuration;

  NewResults(
      SavedQueries queries,
      SearchMarket market,
      SearchLimits searchLimits,
      Elastic elastic,
      Partners partners,
      SearchConfiguration configuration) {
    this.queries = queries;
    this.market = market;
    this.searchLimits = searchLimits;
    this.elastic = elastic;
    this.partners = partners;
    this.configuration = configuration;
  }

  /// What of a saved search is counted: what was published after a moment and no later than
  /// another, where there is one.
  record Sought(SavedSearch search, Instant after, @Nullable Instant until) {}

  /// How many the caller would find, by the id of the search; those that can no longer be asked are
  /// left out.
  Map<Id, Long> count(Caller caller, List<Sought> sought) {
    Map<Id, Long> counts = new HashMap<>();
    if (sought.isEmpty()) {
      return counts;
    }
    Circle circle = partners.circleOf(caller);
    for (SearchKind kind : SearchKind.values()) {
      count(
          caller,
          circle,
          kind.target(),
          sought.stream().filter(each -> each.search().kind() == kind).toList(),
          counts);
    }
    return counts;
  }

  private void count(
      Caller caller, Circle circle, Target target, List<Sought> sought, Map<Id, Long> counts) {
    Map<String, Object> filters = new LinkedHashMap<>();
    for (Sought each : sought) {
      Outcome<Limits> limits =
          queries
              .read(target, each.search().query())
              .then(request ->
                  market
                      .placed(target, caller, request)
                      .then(
                          placed -> searchLimits.of(target, request, placed.standpoint(), circle)));
      if (limits instanceof Outcome.Done<Limits>(Limits asked)) {
        filters.put(key(each), filter(asked, each));
      }
    }
    if (filters.isEmpty()) {
      return;
    }
    JsonNode answer =
        elastic.search(
            target.index(),
            Map.of(
                "size",
                0,
                "track_total_hits",
                false,
                "aggs",
                Map.of("new", Map.of("filters", Map.of("filters", filters)))),
            configuration.timeout());
    JsonNode buckets = Json.at(answer, "aggregations", "new", "buckets");
    for (Sought each : sought) {
      if (filters.containsKey(key(each))) {
        counts.put(each.search().id(), Json.at(buckets, key(each), "doc_count").getLongValue());
      }
    }
  }

  private static Map<String, Object> filter(Limits asked, Sought sought) {
    List<Object> filters = new ArrayList<>();
    filters.add(asked.query());
    filters.add(Clauses.range(SearchFields.PUBLISHED_AT, "gt", sought.after().toString()));
    Instant until = sought.until();
    if (until != null) {
      filters.add(Clauses.range(SearchFields.PUBLISHED_AT, "lte", until.toString()));
    }
    return Clauses.all(filters);
  }

  private static String key(Sought sought) {
    return sought.search().id().toString();
  }
}
