package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchRejectedException;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A member's saved searches with what is new in each: one request to Elasticsearch for all that
/// seek lots, and one for all that seek demands.
@Singleton
class SeeSavedSearches {

  private static final Logger LOG = LoggerFactory.getLogger(SeeSavedSearches.class);

  private final SavedSearchStore store;
  private final SavedQueries queries;
  private final SearchMarket market;
  private final SearchLimits searchLimits;
  private final Elastic elastic;
  private final Partners partners;
  private final SearchConfiguration configuration;

  SeeSavedSearches(
      SavedSearchStore store,
      SavedQueries queries,
      SearchMarket market,
      SearchLimits searchLimits,
      Elastic elastic,
      Partners partners,
      SearchConfiguration configuration) {
    this.store = store;
    this.queries = queries;
    this.market = market;
    this.searchLimits = searchLimits;
    this.elastic = elastic;
    this.partners = partners;
    this.configuration = configuration;
  }

  List<SavedSearch> all(Caller caller) {
    List<SavedSearch> saved = store.of(caller.memberId());
    if (saved.isEmpty()) {
      return saved;
    }
    Circle circle = partners.circleOf(caller);
    Map<String, Long> counts = new HashMap<>();
    try {
      for (SearchKind kind : SearchKind.values()) {
        count(
            caller,
            circle,
            kind.target(),
            saved.stream().filter(each -> each.kind() == kind).toList(),
            counts);
      }
    } catch (SearchDownException | SearchRejectedException e) {
      LOG.debug("New results cannot be counted", e);
    }
    return saved.stream().map(each -> each.withNewCount(counts.get(key(each)))).toList();
  }

  private void count(
      Caller caller,
      Circle circle,
      Target target,
      List<SavedSearch> saved,
      Map<String, Long> counts) {
    Map<String, Object> filters = new LinkedHashMap<>();
    for (SavedSearch each : saved) {
      Outcome<Limits> limits =
          queries
              .read(target, each.query())
              .then(request ->
                  market
                      .placed(target, caller, request)
                      .then(
                          placed -> searchLimits.of(target, request, placed.standpoint(), circle)));
      if (limits instanceof Outcome.Done<Limits>(Limits asked)) {
        filters.put(
            key(each),
            Clauses.all(
                List.of(
                    asked.query(),
                    Clauses.range(SearchFields.PUBLISHED_AT, "gt", each.openedAt().toString()))));
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
    for (String key : filters.keySet()) {
      counts.put(key, Json.at(buckets, key, "doc_count").getLongValue());
    }
  }

  private static String key(SavedSearch saved) {
    return saved.id().toString();
  }
}
