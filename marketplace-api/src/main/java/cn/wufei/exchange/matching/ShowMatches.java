package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Shows the owner of a lot or demand what fits it. Each match that is shown is remembered.
@Singleton
class ShowMatches {

  private final Lots lots;
  private final Demands demands;
  private final RankMatches ranking;
  private final Matches matches;
  private final Unwanted unwanted;
  private final Judge judge;

  ShowMatches(
      Lots lots,
      Demands demands,
      RankMatches ranking,
      Matches matches,
      Unwanted unwanted,
      Judge judge) {
    this.lots = lots;
    this.demands = demands;
    this.ranking = ranking;
    this.matches = matches;
    this.unwanted = unwanted;
    this.judge = judge;
  }

  Outcome<MatchList> ofLot(Caller caller, Id id) {
    Lot lot = lots.find(id);
    if (lot == null || !lot.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return ranking
        .ofLot(lot)
        .map(ranked -> shown(caller, ranked, wanted -> Several.forLot(lot, wanted, judge.today())));
  }

  Outcome<MatchList> ofDemand(Caller caller, Id id) {
    Demand demand = demands.find(id);
    if (demand == null || !demand.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return ranking
        .ofDemand(demand)
        .map(ranked ->
            shown(caller, ranked, wanted -> Several.forDemand(demand, wanted, judge.today())));
  }

  private MatchList shown(
      Caller caller, RankMatches.Ranked ranked, Function<List<Match>, @Nullable Several> together) {
    List<Match> wanted = unwanted.without(caller.organisationId(), ranked.matches());
    matches.recordShown(caller.organisationId(), wanted);
    return new MatchList(wanted, ranked.total(), ranked.all(), together.apply(wanted));
  }
}
