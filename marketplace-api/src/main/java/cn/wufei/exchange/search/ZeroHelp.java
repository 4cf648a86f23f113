package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds out, in one request, which of the limits keeps everything out. When only several of them
/// together do, it says nothing.
@Singleton
class ZeroHelp {

  private static final String NEAREST = "nearest";

  private final Elastic elastic;
  private final CostOrder costOrder;
  private final DidYouMean didYouMean;
  private final SearchConfiguration configuration;

  ZeroHelp(
      Elastic elastic,
      CostOrder costOrder,
      DidYouMean didYouMean,
      SearchConfiguration configuration) {
    this.elastic = elastic;
    this.costOrder = costOrder;
    this.didYouMean = didYouMean;
    this.configuration = configuration;
  }

  SearchHelp of(Target target, SearchQuery query, Limits limits) {
    List<Limit> loosenable = limits.loosenable();
    List<SearchHelp.Loosening> loosen =
        loosenable.isEmpty() ? List.of() : loosenings(target, query, limits, loosenable);
    return new SearchHelp(loosen, didYouMean.words(query.request().text()));
  }

  private List<SearchHelp.Loosening> loosenings(
      Target target, SearchQuery query, Limits limits, List<Limit> loosenable) {
    Map<String, Object> aggregations = new LinkedHashMap<>();
    for (int i = 0; i < loosenable.size(); i++) {
      aggregations.put("limit" + i, without(loosenable, i));
    }
    JsonNode answer =
        elastic.search(
            target.index(),
            Map.of(
                "size",
                0,
                "track_total_hits",
                false,
                "query",
                Clauses.all(limits.market()),
                "aggs",
                aggregations),
            configuration.timeout());
    List<SearchHelp.Loosening> loosen = new ArrayList<>();
    for (int i = 0; i < loosenable.size(); i++) {
      Limit limit = loosenable.get(i);
      JsonNode opened = Json.at(answer, "aggregations", "limit" + i);
      long opens = Json.at(opened, "doc_count").getLongValue();
      if (opens > 0) {
        loosen.add(
            new SearchHelp.Loosening(
                limit.name(), limit.value(), opens, nearest(target, query, limits, limit, opened)));
      }
    }
    loosen.sort(Comparator.comparingLong(SearchHelp.Loosening::opens).reversed());
    return loosen;
  }

  private static Map<String, Object> without(List<Limit> limits, int loosened) {
    List<Map<String, Object>> others = new ArrayList<>();
    limits.forEach(limit -> others.add(limit.clause()));
    others.remove(loosened);
    Limit.Nearest nearest = limits.get(loosened).nearest();
    Map<String, Object> filter =
        others.isEmpty() ? Map.of("match_all", Map.of()) : Clauses.all(others);
    return nearest == null
        ? Map.of("filter", filter)
        : Map.of("filter", filter, "aggs", Map.of(NEAREST, nearest.aggregation()));
  }

  private @Nullable String nearest(
      Target target, SearchQuery query, Limits limits, Limit limit, JsonNode opened) {
    if (limit.name().equals(SearchLimits.costName(target))) {
      return nearestCost(target, query, limits, limit);
    }
    if (limit.nearest() == null) {
      return null;
    }
    return switch (limit.nearest().kind()) {
      case NUMBER -> number(Json.find(opened, NEAREST, "value"));
      case DAY -> day(Json.find(opened, NEAREST, "value_as_string"));
      case DISTANCE -> distance(opened);
    };
  }

  private @Nullable String nearestCost(
      Target target, SearchQuery query, Limits limits, Limit limit) {
    Standpoint caller = query.caller();
    if (caller == null) {
      return null;
    }
    List<Map<String, Object>> others = new ArrayList<>(limits.clauses());
    others.remove(limit.clause());
    return switch (costOrder.first(target, Clauses.all(others), caller, null, null, 1)) {
      case Outcome.Done<List<Costed>>(List<Costed> first) when !first.isEmpty() ->
          target.cost(first.getFirst().cost()).toPlainString();
      default -> null;
    };
  }

  private static @Nullable String number(@Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    BigDecimal plain = value.getBigDecimalValue().stripTrailingZeros();
    return plain.toPlainString();
  }

  private static @Nullable String day(@Nullable JsonNode value) {
    return value == null ? null : value.getStringValue();
  }

  /// Rounded up to what a radius is given in.
  private static @Nullable String distance(JsonNode opened) {
    for (JsonNode hit : Json.hits(Json.at(opened, NEAREST))) {
      for (JsonNode km : Json.at(hit, "sort").values()) {
        return km.getBigDecimalValue().setScale(1, RoundingMode.CEILING).toPlainString();
      }
    }
    return null;
  }
}
