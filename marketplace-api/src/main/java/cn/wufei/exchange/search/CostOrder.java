package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.index.Elastic;
import cn.wufei.indexer.index.Json;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The first documents by cost with freight, exactly. Each ring is read by price; what a ring has
/// not shown yet costs at least its best price, or the last one read, plus its least freight.
/// Reading goes on in the ring with the lowest such bound, until every bound has passed the last
/// document wanted.
@Singleton
class CostOrder {

  private static final int PAGE = 60;
  private static final String RINGS = "rings";
  private static final String BEST = "best";

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
      Target target, Map<String, Object> query, GeoPoint place, @Nullable Costed after, int count) {
    List<Reading> readings = readings(target, query, place, after);
    TreeSet<Costed> found = new TreeSet<>(Costed.ORDER);
    for (int fetches = 0; fetches < configuration.costFetchesMax(); fetches++) {
      Reading next =
          readings.stream()
              .filter(reading -> !reading.exhausted)
              .min(Comparator.comparing(reading -> reading.bound))
              .orElse(null);
      if (next == null || (found.size() >= count && passes(next.bound, found, count))) {
        return Outcome.done(found.stream().limit(count).toList());
      }
      read(target, query, next, place, after, found);
    }
    return Outcome.refused(SearchRefusal.SEARCH_TOO_BROAD);
  }

  /// One request tells the best price of every ring; empty rings are not read at all.
  private List<Reading> readings(
      Target target, Map<String, Object> query, GeoPoint place, @Nullable Costed after) {
    List<Reading> all =
        Rings.around(place, hauls).rings().stream()
            .map(ring -> new Reading(target, ring, after))
            .toList();
    JsonNode answer =
        elastic.search(
            target.index(),
            Map.of(
                "size",
                0,
                "track_total_hits",
                false,
                "query",
                query,
                "aggs",
                Map.of(RINGS, bestPrices(target, all))),
            configuration.timeout());
    List<Reading> open = new ArrayList<>();
    Iterator<Reading> next = all.iterator();
    for (JsonNode bucket : Json.at(answer, "aggregations", RINGS, "buckets").values()) {
      Reading reading = next.next();
      JsonNode best = Json.find(bucket, BEST, "value");
      if (best != null) {
        reading.bound = target.cost(best.getBigDecimalValue()).add(reading.ring.leastFreight());
        open.add(reading);
      }
    }
    return open;
  }

  private static Map<String, Object> bestPrices(Target target, List<Reading> readings) {
    String best = target.cheapestFirst() ? "min" : "max";
    return Map.of(
        "filters",
        Map.of("filters", readings.stream().map(Reading::clause).toList()),
        "aggs",
        Map.of(BEST, Map.of(best, Map.of("field", target.price()))));
  }

  /// Equal cost is not passed: an unread document of equal cost may have the smaller id.
  private static boolean passes(BigDecimal bound, NavigableSet<Costed> found, int count) {
    BigDecimal last = found.stream().skip(count - 1L).findFirst().orElseThrow().cost();
    return bound.compareTo(last) > 0;
  }

  private void read(
      Target target,
      Map<String, Object> query,
      Reading reading,
      GeoPoint place,
      @Nullable Costed after,
      NavigableSet<Costed> found) {
    List<JsonNode> hits = fetch(target, query, reading);
    BigDecimal lastPrice = null;
    for (JsonNode hit : hits) {
      Costed costed = Costed.of(target, hit, place, hauls);
      if (after == null || Costed.ORDER.compare(costed, after) > 0) {
        found.add(costed);
      }
      lastPrice = Json.at(hit, "_source", target.price()).getBigDecimalValue();
    }
    if (lastPrice == null || hits.size() < PAGE) {
      reading.exhausted = true;
    } else {
      reading.bound = target.cost(lastPrice).add(reading.ring.leastFreight());
      reading.searchAfter = Json.at(hits.getLast(), "sort");
    }
  }

  private List<JsonNode> fetch(Target target, Map<String, Object> query, Reading reading) {
    Map<String, Object> body = new HashMap<>();
    body.put("size", PAGE);
    body.put("track_total_hits", false);
    body.put("_source", Costed.sourceOf(target));
    body.put(
        "sort",
        List.of(
            Map.of(target.price(), target.cheapestFirst() ? "asc" : "desc"),
            Map.of(SearchFields.ID, "asc")));
    body.put("query", Clauses.all(List.of(query, reading.clause())));
    if (reading.searchAfter != null) {
      body.put("search_after", reading.searchAfter);
    }
    JsonNode answer = elastic.search(target.index(), body, configuration.timeout());
    List<JsonNode> hits = new ArrayList<>();
    Json.at(answer, "hits", "hits").values().forEach(hits::add);
    return hits;
  }

  /// How far a ring has been read.
  private static final class Reading {

    private final Rings.Ring ring;
    private final @Nullable Map<String, Object> start;
    private BigDecimal bound;
    private @Nullable JsonNode searchAfter;
    private boolean exhausted;

    Reading(Target target, Rings.Ring ring, @Nullable Costed after) {
      this.ring = ring;
      this.bound = ring.leastFreight();
      this.start = after == null ? null : notCheaper(target, after.cost(), ring);
    }

    Map<String, Object> clause() {
      return start == null ? ring.clause() : Clauses.all(List.of(ring.clause(), start));
    }

    private static Map<String, Object> notCheaper(Target target, BigDecimal cost, Rings.Ring ring) {
      BigDecimal least = cost.subtract(ring.mostFreight());
      return target.cheapestFirst()
          ? Clauses.range(target.price(), "gte", least)
          : Clauses.range(target.price(), "lte", least.negate());
    }
  }
}
