package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.DemandStatus;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotStatus;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells the owner of one side of a pair why the other is offered to it, or why not. Both have to
/// be visible to the owner: its own in any status, the other while it is published for the owner.
/// What is kept from the owner is not there, so nothing is explained of it.
@Singleton
class ExplainPair {

  private final Lots lots;
  private final Demands demands;
  private final RankMatches ranking;
  private final Judge judge;
  private final Unwanted unwanted;
  private final Partners partners;

  ExplainPair(
      Lots lots,
      Demands demands,
      RankMatches ranking,
      Judge judge,
      Unwanted unwanted,
      Partners partners) {
    this.lots = lots;
    this.demands = demands;
    this.ranking = ranking;
    this.judge = judge;
    this.unwanted = unwanted;
    this.partners = partners;
  }

  Outcome<PairVerdict> toBuyer(Caller caller, Id demandId, Id lotId) {
    Demand demand = demands.find(demandId);
    Lot lot = lots.find(lotId);
    Circle circle = partners.circleOf(caller.organisationId());
    if (demand == null
        || lot == null
        || !isOwn(caller, demand.organisation().id())
        || !maySee(caller, lot, circle)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return Outcome.done(
        verdict(caller, lot, demand, circle, () -> ranking.ofDemand(demand, circle)));
  }

  Outcome<PairVerdict> toSeller(Caller caller, Id lotId, Id demandId) {
    Lot lot = lots.find(lotId);
    Demand demand = demands.find(demandId);
    Circle circle = partners.circleOf(caller.organisationId());
    if (lot == null
        || demand == null
        || !isOwn(caller, lot.organisation().id())
        || !maySee(caller, demand, circle)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return Outcome.done(verdict(caller, lot, demand, circle, () -> ranking.ofLot(lot, circle)));
  }

  private PairVerdict verdict(
      Caller caller,
      Lot lot,
      Demand demand,
      Circle circle,
      Supplier<Outcome<RankMatches.Ranked>> others) {
    Match match = judge.judge(lot, demand, circle);
    RankMatches.Ranked ranked =
        match != null
                && match.obstacles().isEmpty()
                && others.get() instanceof Outcome.Done<RankMatches.Ranked>(RankMatches.Ranked all)
            ? all
            : null;
    return new PairVerdict(
        result(match),
        lot,
        demand,
        judge.checks(lot, demand, circle),
        match,
        match == null ? null : unwanted.hiddenBy(caller.organisationId(), match),
        ranked == null
            ? null
            : place(lot, demand, unwanted.without(caller.organisationId(), ranked.matches())),
        ranked == null ? null : ranked.total(),
        ranked == null ? null : ranked.all());
  }

  private static PairVerdict.Result result(@Nullable Match match) {
    if (match == null) {
      return PairVerdict.Result.UNFIT;
    }
    return match.obstacles().isEmpty() ? PairVerdict.Result.MATCH : PairVerdict.Result.NEAR_MISS;
  }

  private static @Nullable Integer place(Lot lot, Demand demand, List<Match> shown) {
    for (int i = 0; i < shown.size(); i++) {
      Match match = shown.get(i);
      if (match.lot().id().equals(lot.id()) && match.demand().id().equals(demand.id())) {
        return i + 1;
      }
    }
    return null;
  }

  private static boolean isOwn(Caller caller, Id organisation) {
    return organisation.equals(caller.organisationId());
  }

  private static boolean maySee(Caller caller, Lot lot, Circle circle) {
    return isOwn(caller, lot.organisation().id())
        || (lot.status() == LotStatus.PUBLISHED && lot.isShownIn(circle));
  }

  private static boolean maySee(Caller caller, Demand demand, Circle circle) {
    Id buyer = demand.organisation().id();
    return isOwn(caller, buyer)
        || (demand.status() == DemandStatus.PUBLISHED && circle.meets(buyer));
  }
}
