package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.FindMatches;
import cn.wufei.exchange.matching.Match;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
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
  private final Partners partners;

  SeePairs(Lots lots, Demands demands, FindMatches find, Partners partners) {
    this.lots = lots;
    this.demands = demands;
    this.find = find;
    this.partners = partners;
  }

  /// Matches and near misses; pairs that have nothing to do with each other any more are left out.
  ///
  /// @param organisation which owns one side of each
  Map<StandingPair.Key, Match> judged(Id organisation, Collection<StandingPair.Key> pairs) {
    if (pairs.isEmpty()) {
      return new HashMap<>();
    }
    Circle circle = partners.circleOf(organisation);
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
      Match match = lot == null || demand == null ? null : find.judge(lot, demand, circle);
      if (match != null) {
        judged.put(pair, match);
      }
    }
    return judged;
  }
}
