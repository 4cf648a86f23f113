package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.search.MatchOrder;
import cn.wufei.exchange.search.MatchOrders;
import cn.wufei.indexer.document.GeoPoint;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// Lends the judgement of matching to the search.
@Singleton
class RankByMatch implements MatchOrders {

  private final Lots lots;
  private final Demands demands;
  private final Judge judge;

  RankByMatch(Lots lots, Demands demands, Judge judge) {
    this.lots = lots;
    this.demands = demands;
    this.judge = judge;
  }

  @Override
  public Outcome<MatchOrder> ofDemand(Caller caller, Id id) {
    Demand demand = demands.find(id);
    if (demand == null || !demand.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "demandId");
    }
    return Outcome.done(
        new Order(
            Judge.place(demand.site()),
            CandidateClauses.wideForLots(Judge.need(demand), judge.today()),
            ids ->
                lots.findPublished(ids).stream()
                    .map(lot -> judge.judge(lot, demand))
                    .filter(Objects::nonNull)
                    .map(match -> rank(match.lot().id(), match))));
  }

  @Override
  public Outcome<MatchOrder> ofLot(Caller caller, Id id) {
    Lot lot = lots.find(id);
    if (lot == null || !lot.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "lotId");
    }
    return Outcome.done(
        new Order(
            Judge.place(lot.site()),
            CandidateClauses.wideForDemands(Judge.supply(lot), judge.today()),
            ids ->
                demands.findPublished(ids).stream()
                    .map(demand -> judge.judge(lot, demand))
                    .filter(Objects::nonNull)
                    .map(match -> rank(match.demand().id(), match))));
  }

  private static MatchOrder.Rank rank(Id id, Match match) {
    return new MatchOrder.Rank(id, match.obstacles().isEmpty(), match.score());
  }

  private record Order(
      GeoPoint place,
      List<Map<String, Object>> clauses,
      Function<List<Id>, Stream<MatchOrder.Rank>> ranking)
      implements MatchOrder {

    Order {
      clauses = List.copyOf(clauses);
    }

    @Override
    public List<Rank> rank(List<Id> ids) {
      return ranking.apply(ids).toList();
    }
  }
}
