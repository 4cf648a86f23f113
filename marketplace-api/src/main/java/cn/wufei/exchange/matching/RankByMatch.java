package cn.wufei.exchange.matching;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.search.MatchOrder;
import cn.wufei.exchange.search.MatchOrders;
import cn.wufei.exchange.search.Standpoint;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lends the judgement of matching to the search. What the caller does not want to see is not
/// ranked.
@Singleton
class RankByMatch implements MatchOrders {

  private final Catalog catalog;
  private final Lots lots;
  private final Demands demands;
  private final Judge judge;
  private final Unwanted unwanted;

  RankByMatch(Catalog catalog, Lots lots, Demands demands, Judge judge, Unwanted unwanted) {
    this.catalog = catalog;
    this.lots = lots;
    this.demands = demands;
    this.judge = judge;
    this.unwanted = unwanted;
  }

  @Override
  public Outcome<MatchOrder> ofDemand(Caller caller, Circle circle, Id id) {
    Demand demand = demands.find(id);
    if (demand == null || !demand.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "demandId");
    }
    Need need = Judge.need(demand);
    return Outcome.done(
        new Order(
            new Standpoint(
                Place.of(demand.site()), demand.limitBasis(), null, demand.openKg(), true),
            CandidateClauses.wideForLots(
                need, Forbidden.materialsOf(catalog, need.use()), circle, judge.today()),
            ids -> {
              List<Lot> current = lots.findPublished(ids);
              judge.prepare(current, List.of(demand));
              Backgrounds.Known known = judge.known(current, List.of(demand), circle);
              return ranks(
                  caller,
                  current.stream().map(lot -> judge.judge(lot, demand, known)),
                  match -> match.lot().id());
            }));
  }

  @Override
  public Outcome<MatchOrder> ofLot(Caller caller, Circle circle, Id id) {
    Lot lot = lots.find(id);
    if (lot == null || !lot.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "lotId");
    }
    Supply supply = Judge.supply(lot);
    return Outcome.done(
        new Order(
            new Standpoint(
                Place.of(lot.site()),
                lot.priceBasis(),
                lot.deliveryRadiusKm(),
                lot.availableKg(),
                true),
            CandidateClauses.wideForDemands(
                supply,
                Forbidden.usesOf(catalog, supply.materialKey()),
                lot.isForApprovedOnly(),
                circle,
                judge.today()),
            ids -> {
              List<Demand> current = demands.findPublished(ids);
              judge.prepare(List.of(lot), current);
              Backgrounds.Known known = judge.known(List.of(lot), current, circle);
              return ranks(
                  caller,
                  current.stream().map(demand -> judge.judge(lot, demand, known)),
                  match -> match.demand().id());
            }));
  }

  private List<MatchOrder.Rank> ranks(
      Caller caller, Stream<@Nullable Match> judged, Function<Match, Id> idOf) {
    List<Match> related = judged.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    return unwanted.without(caller.organisationId(), related).stream()
        .map(match ->
            new MatchOrder.Rank(idOf.apply(match), match.obstacles().isEmpty(), match.score()))
        .toList();
  }

  private record Order(
      Standpoint standpoint,
      List<Map<String, Object>> clauses,
      Function<List<Id>, List<MatchOrder.Rank>> ranking)
      implements MatchOrder {

    Order {
      clauses = List.copyOf(clauses);
    }

    @Override
    public List<Rank> rank(List<Id> ids) {
      return ranking.apply(ids);
    }
  }
}
