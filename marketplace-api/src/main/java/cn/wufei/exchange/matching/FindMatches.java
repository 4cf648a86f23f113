package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
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
  private final MatchingConfiguration limits;

  FindMatches(
      Lots lots, Demands demands, Retrieval retrieval, Judge judge, MatchingConfiguration limits) {
    this.lots = lots;
    this.demands = demands;
    this.retrieval = retrieval;
    this.judge = judge;
    this.limits = limits;
  }

  /// Demands that may fit the lot.
  public Outcome<List<Id>> candidatesOf(Lot lot) {
    return retrieval
        .fittingDemands(lot, judge.today())
        .map(found -> found.candidates().stream().map(Indexed::id).toList());
  }

  /// Lots that may fit the demand.
  public Outcome<List<Id>> candidatesOf(Demand demand) {
    return retrieval
        .fittingLots(demand, judge.today())
        .map(found -> found.candidates().stream().map(Indexed::id).toList());
  }

  /// Those of the demands that fit the lot now, the best first.
  public List<Match> fitting(Lot lot, Collection<Id> demandIds) {
    List<Demand> current = demands.findPublished(demandIds);
    if (current.isEmpty()) {
      return List.of();
    }
    judge.prepare(List.of(lot), current);
    Backgrounds.Known known = judge.known(List.of(lot), current);
    return fitting(current.stream().map(demand -> judge.judge(lot, demand, known)));
  }

  /// Those of the lots that fit the demand now, the best first.
  public List<Match> fitting(Demand demand, Collection<Id> lotIds) {
    List<Lot> current = lots.findPublished(lotIds);
    if (current.isEmpty()) {
      return List.of();
    }
    judge.prepare(current, List.of(demand));
    Backgrounds.Known known = judge.known(current, List.of(demand));
    return fitting(current.stream().map(lot -> judge.judge(lot, demand, known)));
  }

  /// The match or near miss of a pair; nothing when they have nothing to do with each other.
  public @Nullable Match judge(Lot lot, Demand demand) {
    return judge.judge(lot, demand);
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
