package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.kernel.Outcome;
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

/// The first documents by cost with freight, exactly. Each bracket is read by price; what it has
/// not shown yet costs at least its best price, or the last one read, plus the least that freight
/// adds in it. Reading goes on in the bracket with the lowest such bound, until every bound has
/// passed the last document wanted.
@Singleton
class CostOrder {

  private static final int PAGE_FIRST = 60;

  /// A bracket that is read again and again is read in greater pieces each time: where freight may
  /// differ much within it, very many of it cost perhaps as little.
  private static final int PAGE_MOST = 1_920;

  private static final String BRACKETS = "brackets";
  private static final String BEST = "best";

  /// Finer ones would cost more to tell the best prices of than they save in reading.
  private static final int ZONES = 48;

  private final Elastic elastic;
  private final MarketSites sites;
  private final Hauls hauls;
  private final SearchConfiguration configuration;

  CostOrder(Elastic elastic, MarketSites sites, Hauls hauls, SearchConfiguration configuration) {
    this.elastic = elastic;
    this.sites = sites;
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
    List<Reading> readings = readings(target, query, caller, after);
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
      read(target, query, next, caller, after, found);
    }
    return Outcome.refused(SearchRefusal.SEARCH_TOO_BROAD);
  }

  /// One request tells the best price of every bracket; empty ones are not read at all.
  private List<Reading> readings(
      Target target, Map<String, Object> query, Standpoint caller, @Nullable Costed after) {
    List<Zone> zones = sites.zones(target.index(), caller.place(), ZONES);
    List<Reading> all =
        Brackets.of(target, caller, hauls, zones).merged().stream()
            .map(bracket -> new Reading(target, bracket, after))
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
                Map.of(BRACKETS, bestPrices(target, all))),
            configuration.timeout());
    List<Reading> open = new ArrayList<>();
    Iterator<Reading> next = all.iterator();
    for (JsonNode bucket : Json.at(answer, "aggregations", BRACKETS, "buckets").values()) {
      Reading reading = next.next();
      JsonNode best = Json.find(bucket, BEST, "value");
      if (best != null) {
        reading.bound = target.cost(best.getBigDecimalValue()).add(reading.bracket.added().least());
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
      Standpoint caller,
      @Nullable Costed after,
      NavigableSet<Costed> found) {
    List<JsonNode> hits = fetch(target, query, reading);
    BigDecimal lastPrice = null;
    for (JsonNode hit : hits) {
      Costed costed = Costed.of(target, hit, caller, hauls);
      if (costed != null && (after == null || Costed.ORDER.compare(costed, after) > 0)) {
        found.add(costed);
      }
      lastPrice = Json.at(hit, "_source", target.price()).getBigDecimalValue();
    }
    if (lastPrice == null || hits.size() < reading.page) {
      reading.exhausted = true;
    } else {
      reading.page = Math.min(2 * reading.page, PAGE_MOST);
      reading.bound = target.cost(lastPrice).add(reading.bracket.added().least());
      reading.searchAfter = Json.at(hits.getLast(), "sort");
    }
  }

  private List<JsonNode> fetch(Target target, Map<String, Object> query, Reading reading) {
    Map<String, Object> body = new HashMap<>();
    body.put("size", reading.page);
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

  /// How far a bracket has been read.
  private static final class Reading {

    private final Brackets.Bracket bracket;
    private final @Nullable Map<String, Object> start;
    private BigDecimal bound;
    private @Nullable JsonNode searchAfter;
    private int page = PAGE_FIRST;
    private boolean exhausted;

    Reading(Target target, Brackets.Bracket bracket, @Nullable Costed after) {
      this.bracket = bracket;
      this.bound = bracket.added().least();
      this.start = after == null ? null : notCheaper(target, after.cost(), bracket);
    }

    Map<String, Object> clause() {
      return start == null ? bracket.clause() : Clauses.all(List.of(bracket.clause(), start));
    }

    private static Map<String, Object> notCheaper(
        Target target, BigDecimal cost, Brackets.Bracket bracket) {
      BigDecimal least = cost.subtract(bracket.added().most());
      return target.cheapestFirst()
          ? Clauses.range(target.price(), "gte", least)
          : Clauses.range(target.price(), "lte", least.negate());
    }
  }
}
