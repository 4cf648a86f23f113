package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.fit.Opening;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Shows the owner of a lot or demand what nearly fits it, and what would make it fit. All of it is
/// judged on current rows; none of it is remembered.
@Singleton
class ShowNearMisses {

  private static final Comparator<Match> NEAREST_FIRST =
      Comparator.<Match>comparingInt(match -> match.obstacles().size())
          .thenComparing(Comparator.comparingDouble(Match::score).reversed())
          .thenComparing(match -> match.lot().id())
          .thenComparing(match -> match.demand().id());

  private final Lots lots;
  private final Demands demands;
  private final Retrieval retrieval;
  private final Judge judge;
  private final Unwanted unwanted;
  private final Partners partners;
  private final MatchingConfiguration limits;

  ShowNearMisses(
      Lots lots,
      Demands demands,
      Retrieval retrieval,
      Judge judge,
      Unwanted unwanted,
      Partners partners,
      MatchingConfiguration limits) {
    this.lots = lots;
    this.demands = demands;
    this.retrieval = retrieval;
    this.judge = judge;
    this.unwanted = unwanted;
    this.partners = partners;
    this.limits = limits;
  }

  Outcome<NearMissList> ofLot(Caller caller, Id id) {
    Lot lot = lots.find(id);
    if (lot == null || !lot.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Circle circle = partners.circleOf(caller.organisationId());
    return retrieval
        .nearDemands(lot, circle, judge.today())
        .map(found -> {
          List<Demand> near = demands.findPublished(found.candidates());
          judge.prepare(List.of(lot), near);
          Backgrounds.Known known = judge.known(List.of(lot), near, circle);
          Near all = near(caller, near.stream().map(demand -> judge.judge(lot, demand, known)));
          return new NearMissList(
              lot,
              null,
              ListedMatch.ofLot(all.nearest()),
              all.openings(),
              all.looked(),
              Math.max(found.total(), all.looked()));
        });
  }

  Outcome<NearMissList> ofDemand(Caller caller, Id id) {
    Demand demand = demands.find(id);
    if (demand == null || !demand.organisation().id().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Circle circle = partners.circleOf(caller.organisationId());
    return retrieval
        .nearLots(demand, circle, judge.today())
        .map(found -> {
          List<Lot> near = lots.findPublished(found.candidates());
          judge.prepare(near, List.of(demand));
          Backgrounds.Known known = judge.known(near, List.of(demand), circle);
          Near all = near(caller, near.stream().map(lot -> judge.judge(lot, demand, known)));
          return new NearMissList(
              null,
              demand,
              ListedMatch.ofDemand(all.nearest()),
              all.openings(),
              all.looked(),
              Math.max(found.total(), all.looked()));
        });
  }

  private Near near(Caller caller, Stream<@Nullable Match> judged) {
    List<Match> near =
        unwanted.without(
            caller.organisationId(),
            judged
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(match -> !match.obstacles().isEmpty())
                .sorted(NEAREST_FIRST)
                .toList());
    List<Opening> openings =
        Opening.of(
            near.stream()
                .filter(match -> match.changes().size() == 1)
                .map(match -> new Opening.Case(match.changes().getFirst(), match.quantityKg()))
                .toList());
    return new Near(
        near.stream()
            .filter(match -> match.obstacles().size() <= limits.obstaclesMax())
            .limit(limits.nearMissesMax())
            .toList(),
        openings.stream().limit(limits.openingsMax()).toList(),
        near.size());
  }

  /// @param nearest those that are shown
  /// @param looked how many were judged
  private record Near(List<Match> nearest, List<Opening> openings, int looked) {

    Near {
      nearest = List.copyOf(nearest);
      openings = List.copyOf(openings);
    }
  }
}
