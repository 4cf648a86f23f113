package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.DemandStatus;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotStatus;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.FindMatches;
import cn.wufei.exchange.matching.Match;
import cn.wufei.exchange.searchfeed.Unmatched;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings the standing matches of a lot or demand in line with what fits it now, tells both sides
/// what is new, and ends the round, all in one transaction.
///
/// The pairs that stand are locked before they are judged. Whoever changes the other side of one
/// meanwhile has a round of its own, which waits here and then judges what is true by then.
@Singleton
class WriteStanding {

  private final StandingStore store;
  private final Lots lots;
  private final Demands demands;
  private final FindMatches find;
  private final TellMatches tell;
  private final Unmatched unmatched;
  private final StandingSettings settings;
  private final Clock clock;

  WriteStanding(
      StandingStore store,
      Lots lots,
      Demands demands,
      FindMatches find,
      TellMatches tell,
      Unmatched unmatched,
      StandingSettings settings,
      Clock clock) {
    this.store = store;
    this.lots = lots;
    this.demands = demands;
    this.find = find;
    this.tell = tell;
    this.unmatched = unmatched;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param read the lot as it was when the candidates were found
  @Transactional
  void ofLot(Unmatched.Round round, @Nullable Lot read, List<Id> candidates) {
    Lot lot = lots.find(round.documentId(), read);
    if (lot == null || lot.status() != LotStatus.PUBLISHED) {
      store.deleteAllOfLot(round.documentId());
      unmatched.end(round);
      return;
    }
    List<StandingPair> standing = store.lockOfLot(round.documentId(), settings.pairsMax());
    List<Match> fitting = find.fitting(lot, asked(candidates, standing, StandingPair::demandId));
    write(round, standing, fitting, match -> candidates.contains(match.demand().id()));
  }

  /// @param read the demand as it was when the candidates were found
  @Transactional
  void ofDemand(Unmatched.Round round, @Nullable Demand read, List<Id> candidates) {
    Demand demand = demands.find(round.documentId(), read);
    if (demand == null || demand.status() != DemandStatus.PUBLISHED) {
      store.deleteAllOfDemand(round.documentId());
      unmatched.end(round);
      return;
    }
    List<StandingPair> standing = store.lockOfDemand(round.documentId(), settings.pairsMax());
    List<Match> fitting = find.fitting(demand, asked(candidates, standing, StandingPair::lotId));
    write(round, standing, fitting, match -> candidates.contains(match.lot().id()));
  }

  /// What stands already stays for as long as it fits, also when better ones push it out of the
  /// best: the other side may have found it.
  private void write(
      Unmatched.Round round,
      List<StandingPair> standing,
      List<Match> fitting,
      Function<Match, Boolean> isCandidate) {
    Set<StandingPair.Key> fit = new HashSet<>();
    fitting.forEach(match -> fit.add(StandingPair.Key.of(match)));
    Set<StandingPair.Key> known = new HashSet<>();
    standing.forEach(pair -> known.add(pair.key()));

    store.delete(standing.stream().filter(pair -> !fit.contains(pair.key())).toList());
    store.updateScores(standing, fitting);
    List<Match> best =
        fitting.stream()
            .filter(isCandidate::apply)
            .limit(find.matchesMax())
            .filter(match -> !known.contains(StandingPair.Key.of(match)))
            .toList();
    List<Match> found = store.insertAbsent(best, Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    unmatched.end(round);
    tell.found(round, found);
  }

  private static List<Id> asked(
      List<Id> candidates, List<StandingPair> standing, Function<StandingPair, Id> other) {
    Set<Id> all = new LinkedHashSet<>(candidates);
    standing.forEach(pair -> all.add(other.apply(pair)));
    return new ArrayList<>(all);
  }
}
