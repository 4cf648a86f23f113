package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchRejectedException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds documents. Refusals, in this order: the site is missing, the cursor is of another search,
/// Elasticsearch is away, too many documents cost nearly the same.
@Singleton
class Search {

  private static final Logger LOG = LoggerFactory.getLogger(Search.class);

  /// All that the query matches: the total of the hits leaves out what a page does not show.
  private static final String MATCHED = "matched";

  private static final int FACET_VALUES_MAX = 50;
  private static final int REGION_VALUES_MAX = 100;

  private final Elastic elastic;
  private final SearchFilters filters;
  private final CostLimit costLimit;
  private final CostOrder costOrder;
  private final Hauls hauls;
  private final SearchConfiguration configuration;
  private final JsonMapper json;

  Search(
      Elastic elastic,
      SearchFilters filters,
      CostLimit costLimit,
      CostOrder costOrder,
      Hauls hauls,
      SearchConfiguration configuration,
      JsonMapper json) {
    this.elastic = elastic;
    this.filters = filters;
    this.costLimit = costLimit;
    this.costOrder = costOrder;
    this.hauls = hauls;
    this.configuration = configuration;
    this.json = json;
  }

  Outcome<Found> find(Target target, SearchQuery query) {
    boolean needsPlace =
        query.maxCost() != null
            || query.sort() == SearchSort.DELIVERED
            || query.sort() == SearchSort.DISTANCE;
    if (needsPlace && query.caller() == null) {
      return Outcome.refused(SearchRefusal.SITE_NEEDED, "siteId");
    }
    if (query.cursor() == null) {
      return ask(target, query, null);
    }
    return Cursor.parse(query.cursor(), Cursor.markOf(target, query), json)
        .then(cursor -> ask(target, query, cursor.values()));
  }

  private Outcome<Found> ask(Target target, SearchQuery query, @Nullable JsonNode after) {
    try {
      return clause(target, query)
          .then(clause ->
              query.sort() == SearchSort.DELIVERED
                  ? byCost(target, query, clause, after)
                  : byField(target, query, clause, after));
    } catch (SearchDownException e) {
      LOG.debug("Search is away", e);
      return SearchRefusal.unavailable();
    } catch (SearchRejectedException e) {
      if (after == null) {
        throw e;
      }
      return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
    }
  }

  private Outcome<Map<String, Object>> clause(Target target, SearchQuery query) {
    List<Map<String, Object>> limits = new ArrayList<>(filters.filters(target, query));
    Map<String, Object> words = filters.words(query.text());
    Standpoint caller = query.caller();
    boolean byCost =
        query.maxCost() != null || (query.sort() == SearchSort.DELIVERED && target == Target.LOTS);
    if (!byCost || caller == null) {
      return Outcome.done(together(limits, words));
    }
    List<Map<String, Object>> among = new ArrayList<>(limits);
    if (words != null) {
      among.add(words);
    }
    BigDecimal maxCost = query.maxCost();
    return (maxCost == null
            ? costLimit.offered(among, caller)
            : costLimit.clause(target, among, caller, maxCost))
        .map(affordable -> {
          limits.add(affordable);
          return together(limits, words);
        });
  }

  private static Map<String, Object> together(
      List<Map<String, Object>> limits, @Nullable Map<String, Object> words) {
    return words == null
        ? Clauses.all(limits)
        : Map.of("bool", Map.of("filter", limits, "must", List.of(words)));
  }

  private Outcome<Found> byField(
      Target target, SearchQuery query, Map<String, Object> clause, @Nullable JsonNode after) {
    Map<String, Object> body = new HashMap<>(summary(target));
    body.put("query", clause);
    body.put("size", query.limit() + 1);
    body.put("sort", sort(target, query));
    if (query.text() != null) {
      body.put("highlight", highlight());
    }
    if (after != null) {
      body.put("search_after", after);
    }
    JsonNode answer = elastic.search(target.index(), body, configuration.timeout());
    List<JsonNode> hits = hitsOf(answer);
    boolean more = hits.size() > query.limit();
    List<JsonNode> shown = more ? hits.subList(0, query.limit()) : hits;
    String next =
        more
            ? new Cursor(Cursor.markOf(target, query), Json.at(shown.getLast(), "sort")).text(json)
            : null;
    return Outcome.done(found(target, answer, shown, query.caller(), next));
  }

  private Outcome<Found> byCost(
      Target target, SearchQuery query, Map<String, Object> clause, @Nullable JsonNode after) {
    Standpoint caller = query.caller();
    if (caller == null) {
      return Outcome.refused(SearchRefusal.SITE_NEEDED, "siteId");
    }
    Costed last = after == null ? null : costed(after);
    if (after != null && last == null) {
      return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
    }
    return costOrder
        .first(target, clause, caller, last, query.limit() + 1)
        .map(order -> byCost(target, query, clause, order));
  }

  private Found byCost(
      Target target, SearchQuery query, Map<String, Object> clause, List<Costed> order) {
    boolean more = order.size() > query.limit();
    List<Costed> shown = more ? order.subList(0, query.limit()) : order;
    Map<String, Object> body = new HashMap<>(summary(target));
    body.put("query", clause);
    body.put("size", shown.size());
    body.put(
        "post_filter", Clauses.terms(SearchFields.ID, shown.stream().map(Costed::id).toList()));
    if (query.text() != null) {
      body.put("highlight", highlight());
    }
    JsonNode answer = elastic.search(target.index(), body, configuration.timeout());
    Map<String, JsonNode> byId = new HashMap<>();
    hitsOf(answer).forEach(hit -> byId.put(Json.at(hit, "_source", "id").getStringValue(), hit));
    List<JsonNode> hits = new ArrayList<>();
    for (Costed costed : shown) {
      JsonNode hit = byId.get(costed.id());
      if (hit != null) {
        hits.add(hit);
      }
    }
    String next =
        more ? new Cursor(Cursor.markOf(target, query), values(shown.getLast())).text(json) : null;
    return found(target, answer, hits, query.caller(), next);
  }

  private Found found(
      Target target,
      JsonNode answer,
      List<JsonNode> hits,
      @Nullable Standpoint caller,
      @Nullable String next) {
    List<Found.Hit> shown =
        hits.stream()
            .map(hit -> {
              JsonNode source = Json.at(hit, "_source");
              Haul haul = caller == null ? null : target.haul(source, caller, hauls);
              return new Found.Hit(source, haul, highlightOf(hit));
            })
            .toList();
    long total = Json.at(answer, "aggregations", MATCHED, "value").getLongValue();
    return new Found(shown, total, facets(answer), next);
  }

  private static Map<String, Object> summary(Target target) {
    return Map.of(
        "track_total_hits",
        true,
        "aggs",
        Map.of(
            MATCHED,
            Map.of("value_count", Map.of("field", SearchFields.ID)),
            "materials",
            counted(target.material(), FACET_VALUES_MAX),
            "classes",
            counted(target.wasteClass(), FACET_VALUES_MAX),
            "regions",
            counted(SearchFields.ADCODE, REGION_VALUES_MAX)));
  }

  private static Map<String, Object> counted(String field, int size) {
    return Map.of("terms", Map.of("field", field, "size", size));
  }

  private static Facets facets(JsonNode answer) {
    return new Facets(
        counts(answer, "materials"), counts(answer, "classes"), counts(answer, "regions"));
  }

  private static List<Facets.Count> counts(JsonNode answer, String name) {
    List<Facets.Count> counts = new ArrayList<>();
    for (JsonNode bucket : Json.at(answer, "aggregations", name, "buckets").values()) {
      counts.add(
          new Facets.Count(
              Json.at(bucket, "key").getStringValue(),
              Json.at(bucket, "doc_count").getLongValue()));
    }
    return counts;
  }

  private static List<Object> sort(Target target, SearchQuery query) {
    Map<String, Object> last = Map.of(SearchFields.ID, "asc");
    return switch (query.sort()) {
      case RELEVANCE -> List.of("_score", last);
      case QUANTITY -> List.of(Map.of(target.quantity(), "desc"), last);
      case NEWEST -> List.of(Map.of(SearchFields.PUBLISHED_AT, "desc"), last);
      case DISTANCE, DELIVERED ->
          List.of(
              Map.of(
                  "_geo_distance",
                  Map.of(
                      SearchFields.LOCATION,
                      Clauses.point(Objects.requireNonNull(query.caller()).place().point()),
                      "order",
                      "asc",
                      "unit",
                      "km")),
              last);
    };
  }

  private static Map<String, Object> highlight() {
    return Map.of(
        "encoder",
        "html",
        "pre_tags",
        List.of("<mark>"),
        "post_tags",
        List.of("</mark>"),
        "number_of_fragments",
        1,
        "fragment_size",
        120,
        "require_field_match",
        false,
        "fields",
        List.of(Map.of("title", Map.of()), Map.of("description", Map.of())));
  }

  private static @Nullable String highlightOf(JsonNode hit) {
    JsonNode fields = Json.find(hit, "highlight");
    if (fields == null) {
      return null;
    }
    for (String field : List.of("title", "description")) {
      JsonNode fragments = fields.get(field);
      if (fragments != null && fragments.size() > 0) {
        return fragments.values().iterator().next().getStringValue();
      }
    }
    return null;
  }

  private static List<JsonNode> hitsOf(JsonNode answer) {
    List<JsonNode> hits = new ArrayList<>();
    Json.at(answer, "hits", "hits").values().forEach(hits::add);
    return hits;
  }

  private static JsonNode values(Costed last) {
    return JsonNode.createArrayNode(
        List.of(
            JsonNode.createStringNode(last.cost().toPlainString()),
            JsonNode.createStringNode(last.id())));
  }

  private static @Nullable Costed costed(JsonNode values) {
    Iterator<JsonNode> each = values.values().iterator();
    JsonNode cost = each.next();
    JsonNode id = each.next();
    if (!cost.isString() || !id.isString()) {
      return null;
    }
    try {
      return new Costed(id.getStringValue(), new BigDecimal(cost.getStringValue()));
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
