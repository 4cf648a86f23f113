package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.kernel.Awaited;
import cn.wufei.exchange.kernel.Id;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds documents. Refusals, in this order: the site is missing, what to compare with is missing,
/// the cursor is of another search, Elasticsearch is away, too many documents cost nearly the same.
///
/// A page and its counts are a request to Elasticsearch each, at the same time; the order and the
/// limit by cost need some more, and a first page with nothing on it is asked once more for what
/// would help. Where a limit by cost cannot be told among all that facets count, no facet is
/// counted.
@Singleton
class Search {

  private static final Logger LOG = LoggerFactory.getLogger(Search.class);
  private static final String FITS = "fits";
  private static final String NEARLY = "nearly";

  private final Elastic elastic;
  private final SearchLimits searchLimits;
  private final Counts counts;
  private final ZeroHelp zeroHelp;
  private final Snapshots snapshots;
  private final CostOrder costOrder;
  private final Hauls hauls;
  private final SearchConfiguration configuration;
  private final JsonMapper json;

  Search(
      Elastic elastic,
      SearchLimits searchLimits,
      Counts counts,
      ZeroHelp zeroHelp,
      Snapshots snapshots,
      CostOrder costOrder,
      Hauls hauls,
      SearchConfiguration configuration,
      JsonMapper json) {
    this.elastic = elastic;
    this.searchLimits = searchLimits;
    this.counts = counts;
    this.zeroHelp = zeroHelp;
    this.snapshots = snapshots;
    this.costOrder = costOrder;
    this.hauls = hauls;
    this.configuration = configuration;
    this.json = json;
  }

  Outcome<Found> find(Target target, SearchQuery query) {
    if (query.needsPlace() && query.caller() == null) {
      return Outcome.refused(SearchRefusal.SITE_NEEDED, "siteId");
    }
    if (query.sort() == SearchSort.MATCH && query.rival() == null) {
      return Outcome.refused(
          SearchRefusal.RIVAL_NEEDED, target == Target.LOTS ? "demandId" : "lotId");
    }
    if (query.cursor() == null) {
      return ask(target, query, null);
    }
    return Cursor.parse(query.cursor(), Cursor.markOf(target, query), json)
        .then(cursor -> ask(target, query, cursor));
  }

  private Outcome<Found> ask(Target target, SearchQuery query, @Nullable Cursor cursor) {
    try {
      Outcome<Limits> limited = searchLimits.of(target, query);
      return query.facets() && !(limited instanceof Outcome.Done<Limits>)
          ? ask(target, query.withoutFacets(), cursor)
          : limited.then(limits ->
              page(target, query, limits, cursor)
                  .map(found -> helped(target, query, limits, cursor, found)));
    } catch (SearchDownException e) {
      LOG.debug("Search is away", e);
      return SearchRefusal.unavailable();
    } catch (SearchRejectedException e) {
      if (cursor == null) {
        throw e;
      }
      return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
    }
  }

  private Outcome<Found> page(
      Target target, SearchQuery query, Limits limits, @Nullable Cursor cursor) {
    return switch (query.sort()) {
      case DELIVERED -> byCost(target, query, limits, cursor);
      case MATCH -> byMatch(target, query, limits, cursor);
      case RELEVANCE, DISTANCE, PRICE, QUANTITY, NEWEST -> byField(target, query, limits, cursor);
    };
  }

  private Found helped(
      Target target, SearchQuery query, Limits limits, @Nullable Cursor cursor, Found found) {
    if (cursor != null || found.total() > 0) {
      return found;
    }
    return new Found(
        found.hits(), 0, found.facets(), found.next(), zeroHelp.of(target, query, limits));
  }

  private Outcome<Found> byField(
      Target target, SearchQuery query, Limits limits, @Nullable Cursor cursor) {
    Map<String, Object> body = SearchBodies.page(limits, query.limit() + 1);
    body.put("track_total_hits", false);
    body.put("sort", SearchBodies.sort(target, query));
    body.put("query", limits.query());
    if (cursor != null) {
      body.put("search_after", cursor.values());
    }
    String asked = snapshotFor(target, query, limits, cursor);
    Awaited<Counts.Counted> counting = counts.begin(target, query, limits, asked);
    Snapshots.Answer answer = snapshots.search(target.index(), body, asked);
    List<JsonNode> hits = Json.hits(answer.body());
    if (hits.stream().anyMatch(hit -> !isOf(target, hit))) {
      return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
    }
    boolean more = hits.size() > query.limit();
    List<JsonNode> shown = more ? hits.subList(0, query.limit()) : hits;
    String next = null;
    if (more) {
      String snapshot = answer.snapshot();
      if (snapshot == null && cursor == null) {
        snapshot = snapshots.take(target.index());
      }
      next = Cursor.after(target, query, snapshot, Json.at(shown.getLast(), "sort")).text(json);
    }
    List<Found.Hit> found =
        shown.stream().map(hit -> hit(target, hit, query.caller(), null)).toList();
    Counts.Counted counted = counting.get();
    return Outcome.done(new Found(found, counted.total(), counted.facets(), next, null));
  }

  /// Relevance depends on all documents: its first page is read in the snapshot already, so that no
  /// later one has other scores. For the other orders it is enough to take one behind the first
  /// page.
  private @Nullable String snapshotFor(
      Target target, SearchQuery query, Limits limits, @Nullable Cursor cursor) {
    if (cursor != null) {
      return cursor.snapshot();
    }
    return query.sort() == SearchSort.RELEVANCE && limits.sought() != null
        ? snapshots.take(target.index())
        : null;
  }

  private Outcome<Found> byCost(
      Target target, SearchQuery query, Limits limits, @Nullable Cursor cursor) {
    Standpoint caller = query.caller();
    if (caller == null) {
      return Outcome.refused(SearchRefusal.SITE_NEEDED, "siteId");
    }
    Costed last = cursor == null ? null : costed(cursor.values());
    if (cursor != null && last == null) {
      return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
    }
    Awaited<Counts.Counted> counting = counts.begin(target, query, limits, null);
    Limits uncosted = searchLimits.beforeCost(target, query);
    return costOrder
        .first(target, uncosted.query(), caller, query.request().maxCost(), last, query.limit() + 1)
        .map(order ->
            listed(
                target,
                query,
                limits,
                order,
                Costed::id,
                Search::valuesOf,
                Map.of(),
                counting.get()));
  }

  private Outcome<Found> byMatch(
      Target target, SearchQuery query, Limits limits, @Nullable Cursor cursor) {
    MatchOrder rival = query.rival();
    if (rival == null) {
      return Outcome.refused(SearchRefusal.RIVAL_NEEDED);
    }
    MatchOrder.Rank last = cursor == null ? null : rank(cursor.values());
    if (cursor != null && last == null) {
      return Outcome.refused(SearchRefusal.CURSOR_INVALID, "cursor");
    }
    Awaited<Counts.Counted> counting = counts.begin(target, query, limits, null);
    List<Map<String, Object>> candidates = new ArrayList<>(rival.clauses());
    candidates.add(limits.query());
    return costOrder
        .first(
            target,
            Clauses.all(candidates),
            rival.standpoint(),
            null,
            null,
            configuration.matchCandidatesMax())
        .map(first -> {
          List<MatchOrder.Rank> ranks =
              rival.rank(first.stream().map(costed -> Id.parse(costed.id())).toList());
          List<MatchOrder.Rank> order =
              ranks.stream()
                  .filter(
                      rank -> last == null || MatchOrder.Rank.BEST_FIRST.compare(rank, last) > 0)
                  .sorted(MatchOrder.Rank.BEST_FIRST)
                  .limit(query.limit() + 1L)
                  .toList();
          Map<String, MatchOrder.Rank> fits = new HashMap<>();
          order.forEach(rank -> fits.put(rank.id().toString(), rank));
          return listed(
              target,
              query,
              limits,
              order,
              rank -> rank.id().toString(),
              Search::valuesOf,
              fits,
              new Counts.Counted(ranks.size(), counting.get().facets()));
        });
  }

  /// A page of documents whose order is known already.
  private <T> Found listed(
      Target target,
      SearchQuery query,
      Limits limits,
      List<T> order,
      Function<T, String> idOf,
      Function<T, JsonNode> valuesOf,
      Map<String, MatchOrder.Rank> fits,
      Counts.Counted counted) {
    boolean more = order.size() > query.limit();
    List<T> shown = more ? order.subList(0, query.limit()) : order;
    Map<String, Object> body = SearchBodies.page(limits, shown.size());
    body.put("track_total_hits", false);
    body.put(
        "query",
        Clauses.all(List.of(Clauses.terms(SearchFields.ID, shown.stream().map(idOf).toList()))));
    JsonNode answer = elastic.search(target.index(), body, configuration.timeout());
    Map<String, JsonNode> byId = new HashMap<>();
    Json.hits(answer).forEach(hit -> byId.put(Json.at(hit, "_source", "id").getStringValue(), hit));
    List<Found.Hit> hits = new ArrayList<>();
    for (T each : shown) {
      JsonNode hit = byId.get(idOf.apply(each));
      if (hit != null) {
        hits.add(hit(target, hit, query.caller(), fits.get(idOf.apply(each))));
      }
    }
    String next =
        more ? Cursor.after(target, query, null, valuesOf.apply(shown.getLast())).text(json) : null;
    return new Found(hits, counted.total(), counted.facets(), next, null);
  }

  private Found.Hit hit(
      Target target, JsonNode hit, @Nullable Standpoint caller, MatchOrder.@Nullable Rank fit) {
    JsonNode source = Json.at(hit, "_source");
    Haul haul = caller == null ? null : target.haul(source, caller, hauls);
    return new Found.Hit(source, haul, SearchBodies.highlightOf(hit), fit);
  }

  /// A snapshot comes back from the caller: it may be one of the other index.
  private static boolean isOf(Target target, JsonNode hit) {
    return Json.at(hit, "_index").getStringValue().startsWith(target.index().alias());
  }

  private static JsonNode valuesOf(Costed last) {
    return texts(last.cost().toPlainString(), last.id());
  }

  private static JsonNode valuesOf(MatchOrder.Rank last) {
    return texts((last.fits() ? FITS : NEARLY) + last.score(), last.id().toString());
  }

  private static JsonNode texts(String value, String id) {
    return JsonNode.createArrayNode(
        List.of(JsonNode.createStringNode(value), JsonNode.createStringNode(id)));
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

  private static MatchOrder.@Nullable Rank rank(JsonNode values) {
    Iterator<JsonNode> each = values.values().iterator();
    JsonNode rank = each.next();
    JsonNode id = each.next();
    if (!rank.isString() || !id.isString()) {
      return null;
    }
    String text = rank.getStringValue();
    boolean fits = text.startsWith(FITS);
    if (!fits && !text.startsWith(NEARLY)) {
      return null;
    }
    try {
      double score = Double.parseDouble(text.substring(fits ? FITS.length() : NEARLY.length()));
      return new MatchOrder.Rank(Id.parse(id.getStringValue()), fits, score);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
