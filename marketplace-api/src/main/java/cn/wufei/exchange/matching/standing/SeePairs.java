package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.FindMatches;
import cn.wufei.exchange.matching.Match;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Judges pairs on the rows of this moment.
@Singleton
class SeePairs {

  private final Lots lots;
  private final Demands demands;
  private final FindMatches find;

  SeePairs(Lots lots, Demands demands, FindMatches find) {
    this.lots = lots;
    this.demands = demands;
    this.find = find;
  }

  /// Matches and near misses; pairs that have nothing to do with each other any more are left out.
  Map<StandingPair.Key, Match> judged(Collection<StandingPair.Key> pairs) {
    Map<Id, Lot> lotsById = new HashMap<>();
    lots.findPublished(pairs.stream().map(StandingPair.Key::lotId).distinct().toList())
        .forEach(lot -> lotsById.put(lot.id(), lot));
    Map<Id, Demand> demandsById = new HashMap<>();
    demands
        .findPublished(pairs.stream().map(StandingPair.Key::demandId).distinct().toList())
        .forEach(demand -> demandsById.put(demand.id(), demand));
    Map<StandingPair.Key, Match> judged = new HashMap<>();
    for (StandingPair.Key pair : pairs) {
      Lot lot = lotsById.get(pair.lotId());
      Demand demand = demandsById.get(pair.demandId());
      Match match = lot == null || demand == null ? null : find.judge(lot, demand);
      if (match != null) {
        judged.put(pair, match);
      }
    }
    return judged;
  }
}
