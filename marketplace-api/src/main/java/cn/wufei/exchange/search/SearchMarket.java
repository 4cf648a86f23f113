package cn.wufei.exchange.search;

import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import cn.wufei.indexer.document.DemandDocument;
import cn.wufei.indexer.document.LotDocument;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Searches the market as the caller sees it: distances and freight are to one of its own sites.
/// Refuses a filter of the other kind of search, and what is not the caller's own, in this order.
@Singleton
class SearchMarket {

  private final Search search;
  private final Clusters clusters;
  private final MatchOrders orders;
  private final Organisations organisations;
  private final Partners partners;
  private final JsonMapper json;

  SearchMarket(
      Search search,
      Clusters clusters,
      MatchOrders orders,
      Organisations organisations,
      Partners partners,
      JsonMapper json) {
    this.search = search;
    this.clusters = clusters;
    this.orders = orders;
    this.organisations = organisations;
    this.partners = partners;
    this.json = json;
  }

  Outcome<LotSearchPage> lots(Caller caller, SearchRequest request, Paging paging) {
    return find(Target.LOTS, caller, request, paging)
        .map(found ->
            new LotSearchPage(
                found.hits().stream().map(this::lot).toList(),
                found.total(),
                found.facets(),
                found.next(),
                found.help()));
  }

  Outcome<DemandSearchPage> demands(Caller caller, SearchRequest request, Paging paging) {
    return find(Target.DEMANDS, caller, request, paging)
        .map(found ->
            new DemandSearchPage(
                found.hits().stream().map(this::demand).toList(),
                found.total(),
                found.facets(),
                found.next(),
                found.help()));
  }

  Outcome<ClusterMap> clusters(Target target, Caller caller, SearchRequest request, int zoom) {
    return placed(target, caller, request)
        .then(placed ->
            clusters.map(target, request, placed.standpoint(), partners.circleOf(caller), zoom));
  }

  /// The site that the request names, when it is one of the caller's own.
  Outcome<Placed> placed(Target target, Caller caller, SearchRequest request) {
    String misplaced = request.misplacedIn(target);
    if (misplaced != null) {
      return Outcome.refused(SearchRefusal.FILTER_MISPLACED, misplaced);
    }
    Id site = request.siteId();
    if (site == null) {
      return Outcome.done(new Placed(null));
    }
    SiteRef own = organisations.findSite(site);
    if (own == null || !own.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "siteId");
    }
    Place place = Place.of(own);
    return Outcome.done(
        new Placed(target == Target.LOTS ? Standpoint.gate(place) : Standpoint.works(place)));
  }

  private Outcome<Found> find(Target target, Caller caller, SearchRequest request, Paging paging) {
    return placed(target, caller, request)
        .then(placed -> {
          Circle circle = partners.circleOf(caller);
          return rival(caller, circle, request)
              .then(rival ->
                  search.find(
                      target,
                      new SearchQuery(
                          request,
                          placed.standpoint(),
                          circle,
                          rival.order(),
                          paging.sort(),
                          paging.facets(),
                          paging.cursor(),
                          paging.limit())));
        });
  }

  private Outcome<Rival> rival(Caller caller, Circle circle, SearchRequest request) {
    if (request.demandId() != null) {
      return orders.ofDemand(caller, circle, request.demandId()).map(Rival::new);
    }
    if (request.lotId() != null) {
      return orders.ofLot(caller, circle, request.lotId()).map(Rival::new);
    }
    return Outcome.done(new Rival(null));
  }

  private LotSearchPage.Item lot(Found.Hit hit) {
    LotDocument lot = read(hit.source(), Argument.of(LotDocument.class));
    SearchFit fit = SearchFit.of(hit.fit());
    Haul haul = hit.haul();
    if (haul == null) {
      return new LotSearchPage.Item(
          LotSummary.of(lot), null, null, null, null, null, List.of(), null, hit.highlight(), fit);
    }
    Integer radiusKm = lot.delivery() == null ? null : lot.delivery().radiusKm();
    PriceBasis basis = radiusKm == null ? PriceBasis.EX_WORKS : PriceBasis.DELIVERED;
    boolean offered = haul.isWithin(radiusKm);
    return new LotSearchPage.Item(
        LotSummary.of(lot),
        haul.distanceKm(),
        haul.source(),
        haul.mode(),
        haul.freightYuanPerT(),
        offered ? haul.delivered(lot.priceYuanPerT(), basis) : null,
        haul.alternatives(),
        offered,
        hit.highlight(),
        fit);
  }

  private DemandSearchPage.Item demand(Found.Hit hit) {
    DemandDocument demand = read(hit.source(), Argument.of(DemandDocument.class));
    DemandSummary summary = DemandSummary.of(demand);
    SearchFit fit = SearchFit.of(hit.fit());
    Haul haul = hit.haul();
    if (haul == null) {
      return new DemandSearchPage.Item(
          summary, null, null, null, null, null, null, List.of(), hit.highlight(), fit);
    }
    BigDecimal limit = demand.maxDeliveredYuanPerT();
    boolean atItsGate = PriceBasis.ofCode(demand.limitBasis()) == PriceBasis.DELIVERED;
    return new DemandSearchPage.Item(
        summary,
        haul.distanceKm(),
        haul.source(),
        haul.mode(),
        haul.freightYuanPerT(),
        atItsGate ? limit : limit.add(haul.freightYuanPerT()),
        atItsGate ? limit.subtract(haul.freightYuanPerT()) : limit,
        haul.alternatives(),
        hit.highlight(),
        fit);
  }

  private <T> T read(JsonNode source, Argument<T> type) {
    try {
      T document = json.readValueFromTree(source, type);
      if (document == null) {
        throw new IllegalStateException("the index holds an empty document");
      }
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Which part of the answers is wanted.
  record Paging(SearchSort sort, @Nullable String cursor, boolean facets, int limit) {}

  record Placed(@Nullable Standpoint standpoint) {}

  private record Rival(@Nullable MatchOrder order) {}
}
