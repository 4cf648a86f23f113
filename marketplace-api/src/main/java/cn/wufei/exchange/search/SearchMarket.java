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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Searches the market as the caller sees it: distances and freight are to one of its own sites.
@Singleton
class SearchMarket {

  private final Search search;
  private final Organisations organisations;
  private final JsonMapper json;

  SearchMarket(Search search, Organisations organisations, JsonMapper json) {
    this.search = search;
    this.organisations = organisations;
    this.json = json;
  }

  Outcome<LotSearchPage> lots(
      Caller caller, @Nullable Id site, Function<@Nullable Standpoint, SearchQuery> query) {
    return find(Target.LOTS, caller, site, query)
        .map(found ->
            new LotSearchPage(
                found.hits().stream().map(this::lot).toList(),
                found.total(),
                found.facets(),
                found.next()));
  }

  Outcome<DemandSearchPage> demands(
      Caller caller, @Nullable Id site, Function<@Nullable Standpoint, SearchQuery> query) {
    return find(Target.DEMANDS, caller, site, query)
        .map(found ->
            new DemandSearchPage(
                found.hits().stream().map(this::demand).toList(),
                found.total(),
                found.facets(),
                found.next()));
  }

  private Outcome<Found> find(
      Target target,
      Caller caller,
      @Nullable Id site,
      Function<@Nullable Standpoint, SearchQuery> query) {
    if (site == null) {
      return search.find(target, query.apply(null));
    }
    SiteRef own = organisations.findSite(site);
    if (own == null || !own.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "siteId");
    }
    Place place = Place.of(own);
    return search.find(
        target,
        query.apply(target == Target.LOTS ? Standpoint.gate(place) : Standpoint.works(place)));
  }

  private LotSearchPage.Item lot(Found.Hit hit) {
    LotDocument lot = read(hit.source(), Argument.of(LotDocument.class));
    Haul haul = hit.haul();
    if (haul == null) {
      return new LotSearchPage.Item(
          LotSummary.of(lot), null, null, null, null, null, List.of(), null, hit.highlight());
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
        hit.highlight());
  }

  private DemandSearchPage.Item demand(Found.Hit hit) {
    DemandDocument demand = read(hit.source(), Argument.of(DemandDocument.class));
    Haul haul = hit.haul();
    if (haul == null) {
      return new DemandSearchPage.Item(
          DemandSummary.of(demand), null, null, null, null, null, null, List.of(), hit.highlight());
    }
    BigDecimal limit = demand.maxDeliveredYuanPerT();
    boolean atItsGate = PriceBasis.ofCode(demand.limitBasis()) == PriceBasis.DELIVERED;
    return new DemandSearchPage.Item(
        DemandSummary.of(demand),
        haul.distanceKm(),
        haul.source(),
        haul.mode(),
        haul.freightYuanPerT(),
        atItsGate ? limit : limit.add(haul.freightYuanPerT()),
        atItsGate ? limit.subtract(haul.freightYuanPerT()) : limit,
        haul.alternatives(),
        hit.highlight());
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
}
