package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.fit.Need;
import cn.wufei.exchange.matching.fit.Supply;
import cn.wufei.exchange.search.Candidates;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Shows the owner of a lot or demand what fits it. Candidates come from the search; each is judged
/// on what the database says now, and each match that is shown is remembered.
@Singleton
class ShowMatches {

  private final Lots lots;
  private final Demands demands;
  private final Candidates candidates;
  private final Judge judge;
  private final Matches matches;
  private final Unwanted unwanted;
  private final MatchingConfiguration limits;

  ShowMatches(
      Lots lots,
      Demands demands,
      Candidates candidates,
      Judge judge,
      Matches matches,
      Unwanted unwanted,
      MatchingConfiguration limits) {
    this.lots = lots;
    this.demands = demands;
    this.candidates = candidates;
    this.judge = judge;
    this.matches = matches;
    this.unwanted = unwanted;
    this.limits = limits;
  }

  Outcome<MatchList> ofLot(Caller caller, Id id) {
    Lot lot = lots.find(id);
    if (lot == null || !lot.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Supply supply = Judge.supply(lot);
    var place = Judge.place(lot.site());
    int most = limits.candidatesMax();
    return candidates
        .demands(CandidateClauses.strictForDemands(supply, judge.today()), place, most)
        .then(fitting ->
            candidates
                .demands(CandidateClauses.wideForDemands(supply, judge.today()), place, most)
                .map(near -> union(fitting, near)))
        .map(ids ->
            shown(
                caller,
                demands.findPublished(ids).stream()
                    .map(demand -> judge.judge(lot, demand))
                    .filter(Objects::nonNull)
                    .toList()));
  }

  Outcome<MatchList> ofDemand(Caller caller, Id id) {
    Demand demand = demands.find(id);
    if (demand == null || !demand.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Need need = Judge.need(demand);
    var place = Judge.place(demand.site());
    int most = limits.candidatesMax();
    return candidates
        .lots(CandidateClauses.strictForLots(need, judge.today()), place, most)
        .then(fitting ->
            candidates
                .lots(CandidateClauses.wideForLots(need, judge.today()), place, most)
                .map(near -> union(fitting, near)))
        .map(ids ->
            shown(
                caller,
                lots.findPublished(ids).stream()
                    .map(lot -> judge.judge(lot, demand))
                    .filter(Objects::nonNull)
                    .toList()));
  }

  private MatchList shown(Caller caller, List<Match> all) {
    List<Match> judged = unwanted.without(caller.organisationId(), all);
    List<Match> fitting =
        judged.stream()
            .filter(match -> match.obstacles().isEmpty())
            .sorted(Match.BEST_FIRST)
            .limit(limits.matchesMax())
            .toList();
    List<Match> near =
        judged.stream()
            .filter(match ->
                !match.obstacles().isEmpty() && match.obstacles().size() <= limits.obstaclesMax())
            .sorted(
                Comparator.<Match>comparingInt(match -> match.obstacles().size())
                    .thenComparing(Match.BEST_FIRST))
            .limit(limits.nearMissesMax())
            .toList();
    matches.recordShown(caller.organisationId(), fitting);
    return new MatchList(fitting, near);
  }

  private static Set<Id> union(List<Id> one, List<Id> other) {
    Set<Id> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }
}
