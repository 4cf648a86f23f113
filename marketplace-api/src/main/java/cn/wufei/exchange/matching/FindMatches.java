package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what fits a lot or a demand, on nobody's behalf: candidates from the search, and the
/// judgement of them on what the database says now.
@Singleton
public class FindMatches {

  private final Lots lots;
  private final Demands demands;
  private final Retrieval retrieval;
  private final Judge judge;
  private final Partners partners;
  private final MatchingConfiguration limits;

  FindMatches(
      Lots lots,
      Demands demands,
      Retrieval retrieval,
      Judge judge,
      Partners partners,
      MatchingConfiguration limits) {
    this.lots = lots;
    this.demands = demands;
    this.retrieval = retrieval;
    this.judge = judge;
    this.partners = partners;
    this.limits = limits;
  }

  /// Demands that may fit the lot.
  public Outcome<List<Id>> candidatesOf(Lot lot) {
    return retrieval
        .fittingDemands(lot, partners.circleOf(lot.organisation().id()), judge.today())
        .map(found -> found.candidates().stream().map(Indexed::id).toList());
  }

  /// Lots that may fit the demand.
  public Outcome<List<Id>> candidatesOf(Demand demand) {
    return retrieval
        .fittingLots(demand, partners.circleOf(demand.organisation().id()), judge.today())
        .map(found -> found.candidates().stream().map(Indexed::id).toList());
  }

  /// Those of the demands that fit the lot now, the best first.
  public List<Match> fitting(Lot lot, Collection<Id> demandIds) {
    List<Demand> current = demands.findPublished(demandIds);
    if (current.isEmpty()) {
      return List.of();
    }
    judge.prepare(List.of(lot), current);
    Circle circle = partners.circleOf(lot.organisation().id());
    Backgrounds.Known known = judge.known(List.of(lot), current, circle);
    return fitting(current.stream().map(demand -> judge.judge(lot, demand, known)));
  }

  /// Those of the lots that fit the demand now, the best first.
  public List<Match> fitting(Demand demand, Collection<Id> lotIds) {
    List<Lot> current = lots.findPublished(lotIds);
    if (current.isEmpty()) {
      return List.of();
    }
    judge.prepare(current, List.of(demand));
    Circle circle = partners.circleOf(demand.organisation().id());
    Backgrounds.Known known = judge.known(current, List.of(demand), circle);
    return fitting(current.stream().map(lot -> judge.judge(lot, demand, known)));
  }

  /// The match or near miss of a pair; nothing when they have nothing to do with each other.
  ///
  /// @param circle of the owner of one of the two
  public @Nullable Match judge(Lot lot, Demand demand, Circle circle) {
    return judge.judge(lot, demand, circle);
  }

  /// How many of those that fit are looked at, the best ones.
  public int matchesMax() {
    return limits.matchesMax();
  }

  private static List<Match> fitting(Stream<@Nullable Match> judged) {
    return judged
        .filter(Objects::nonNull)
        .filter(match -> match.obstacles().isEmpty())
        .sorted(Match.BEST_FIRST)
        .toList();
  }
}
