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
import org.jspecify.annotations.Nullable;

/// Shows the owner of a lot or demand what fits it. Each match that is shown is remembered.
@Singleton
class ShowMatches {

  private final Lots lots;
  private final Demands demands;
  private final RankMatches ranking;
  private final Matches matches;

  ShowMatches(Lots lots, Demands demands, RankMatches ranking, Matches matches) {
    this.lots = lots;
    this.demands = demands;
    this.ranking = ranking;
    this.matches = matches;
  }

  Outcome<MatchList> ofLot(Caller caller, Id id) {
    Lot lot = lots.find(id);
    if (lot == null || !lot.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return ranking
        .ofLot(lot)
        .map(ranked -> shown(caller, ranked, Several.forLot(lot, ranked.matches())));
  }

  Outcome<MatchList> ofDemand(Caller caller, Id id) {
    Demand demand = demands.find(id);
    if (demand == null || !demand.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return ranking
        .ofDemand(demand)
        .map(ranked -> shown(caller, ranked, Several.forDemand(demand, ranked.matches())));
  }

  private MatchList shown(Caller caller, RankMatches.Ranked ranked, @Nullable Several several) {
    matches.recordShown(caller.organisationId(), ranked.matches());
    return new MatchList(ranked.matches(), ranked.total(), several);
  }
}
