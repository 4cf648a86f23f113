package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Awaited;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

/// Shows the owner of a lot or demand what fits it. Each match that is shown is remembered.
@Singleton
class ShowMatches {

  private final Lots lots;
  private final Demands demands;
  private final RankMatches ranking;
  private final RememberShown remembering;
  private final Unwanted unwanted;
  private final Judge judge;
  private final Partners partners;
  private final ExecutorService executor;

  ShowMatches(
      Lots lots,
      Demands demands,
      RankMatches ranking,
      RememberShown remembering,
      Unwanted unwanted,
      Judge judge,
      Partners partners,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.lots = lots;
    this.demands = demands;
    this.ranking = ranking;
    this.remembering = remembering;
    this.unwanted = unwanted;
    this.judge = judge;
    this.partners = partners;
    this.executor = executor;
  }

  Outcome<MatchList> ofLot(Caller caller, Id id) {
    Awaited<Circle> circle = circle(caller);
    Lot lot = lots.read(id);
    if (lot == null || !lot.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Awaited<UnaryOperator<List<Match>>> wanted = wanted(caller, id);
    return ranking
        .ofLot(lot, circle.get())
        .map(ranked -> {
          List<Match> shown = shown(caller, ranked, wanted);
          return new MatchList(
              lot,
              null,
              ListedMatch.ofLot(shown),
              ranked.total(),
              ranked.all(),
              Several.forLot(lot, shown, judge.today()));
        });
  }

  Outcome<MatchList> ofDemand(Caller caller, Id id) {
    Awaited<Circle> circle = circle(caller);
    Demand demand = demands.find(id);
    if (demand == null || !demand.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Awaited<UnaryOperator<List<Match>>> wanted = wanted(caller, id);
    return ranking
        .ofDemand(demand, circle.get())
        .map(ranked -> {
          List<Match> shown = shown(caller, ranked, wanted);
          return new MatchList(
              null,
              demand,
              ListedMatch.ofDemand(shown),
              ranked.total(),
              ranked.all(),
              Several.forDemand(demand, shown, judge.today()));
        });
  }

  /// Read beside the caller's lot or demand.
  private Awaited<Circle> circle(Caller caller) {
    return Awaited.begin(() -> partners.circleOf(caller.organisationId()), executor);
  }

  private Awaited<UnaryOperator<List<Match>>> wanted(Caller caller, Id own) {
    return Awaited.begin(() -> unwanted.without(caller.organisationId(), own), executor);
  }

  private List<Match> shown(
      Caller caller, RankMatches.Ranked ranked, Awaited<UnaryOperator<List<Match>>> wanted) {
    List<Match> shown = wanted.get().apply(ranked.matches());
    remembering.add(caller.organisationId(), shown);
    return shown;
  }
}
