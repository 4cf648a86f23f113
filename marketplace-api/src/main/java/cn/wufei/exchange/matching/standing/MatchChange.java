package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Refusal;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.FindMatches;
import cn.wufei.exchange.search.Indexed;
import cn.wufei.exchange.searchfeed.Unmatched;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.SearchDownException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Matches lots and demands that changed.
///
/// Each waits until the index shows the change: of two that change at the same time, the one that
/// is matched later then finds the other.
@Singleton
class MatchChange {

  private static final Logger LOG = LoggerFactory.getLogger(MatchChange.class);

  private final Unmatched unmatched;
  private final Indexed indexed;
  private final Lots lots;
  private final Demands demands;
  private final FindMatches find;
  private final WriteStanding write;
  private final Timer lag;
  private final Clock clock;

  MatchChange(
      Unmatched unmatched,
      Indexed indexed,
      Lots lots,
      Demands demands,
      FindMatches find,
      WriteStanding write,
      MeterRegistry meters,
      Clock clock) {
    this.unmatched = unmatched;
    this.indexed = indexed;
    this.lots = lots;
    this.demands = demands;
    this.find = find;
    this.write = write;
    this.lag =
        Timer.builder("wufei.matching.standing.lag")
            .description("From a change of a lot or demand until its standing matches are written")
            .register(meters);
    this.clock = clock;
  }

  /// Those of the rounds whose changes the index shows by now, or will never show.
  ///
  /// @throws SearchDownException when the search is away
  Set<Unmatched.Round> ready(List<Unmatched.Round> rounds) {
    Set<Unmatched.Round> ready = new HashSet<>();
    for (DocumentKind kind : DocumentKind.values()) {
      List<Unmatched.Round> ofKind = rounds.stream().filter(each -> each.kind() == kind).toList();
      if (!ofKind.isEmpty()) {
        Map<Id, Long> awaited =
            unmatched.awaitedRevisions(
                kind, ofKind.stream().map(Unmatched.Round::documentId).toList());
        Map<Id, Long> shown = indexed.revisionsOf(kind, awaited.keySet());
        ofKind.stream()
            .filter(round -> {
              Id id = round.documentId();
              return shown.getOrDefault(id, -1L) >= awaited.getOrDefault(id, -1L);
            })
            .forEach(ready::add);
      }
    }
    return ready;
  }

  /// What is on the market of what changed, read at once.
  ///
  /// @param lots by id
  /// @param demands by id
  record Read(Map<Id, Lot> lots, Map<Id, Demand> demands) {

    Read {
      lots = Map.copyOf(lots);
      demands = Map.copyOf(demands);
    }
  }

  Read read(Collection<Unmatched.Round> rounds) {
    return new Read(
        lots.findPublished(ids(rounds, DocumentKind.LOT)).stream()
            .collect(Collectors.toMap(Lot::id, Function.identity())),
        demands.findPublished(ids(rounds, DocumentKind.DEMAND)).stream()
            .collect(Collectors.toMap(Demand::id, Function.identity())));
  }

  private static Set<Id> ids(Collection<Unmatched.Round> rounds, DocumentKind kind) {
    return rounds.stream()
        .filter(round -> round.kind() == kind)
        .map(Unmatched.Round::documentId)
        .collect(Collectors.toSet());
  }

  /// False when the search is away.
  boolean handle(Unmatched.Round round, Read read) {
    return switch (unlessTooMany(round, candidates(round, read))) {
      case Outcome.Done<List<Id>>(List<Id> candidates) -> {
        switch (round.kind()) {
          case LOT -> write.ofLot(round, read.lots().get(round.documentId()), candidates);
          case DEMAND -> write.ofDemand(round, read.demands().get(round.documentId()), candidates);
        }
        lag.record(Duration.between(round.putAt(), Instant.now(clock)));
        yield true;
      }
      case Outcome.Refused<List<Id>> _ -> false;
    };
  }

  /// A search that is away is asked again later. One that answers but cannot say which candidates
  /// are the best would say so again: what stands is still judged, and nothing new is found.
  private static Outcome<List<Id>> unlessTooMany(
      Unmatched.Round round, Outcome<List<Id>> candidates) {
    if (candidates instanceof Outcome.Refused<List<Id>> refused
        && refused.refusal().kind() != Refusal.Kind.UNAVAILABLE) {
      LOG.warn(
          "{} {} is matched without candidates: {}",
          round.kind().code(),
          round.documentId(),
          refused.refusal().code());
      return Outcome.done(List.of());
    }
    return candidates;
  }

  /// None for what is not on the market.
  private Outcome<List<Id>> candidates(Unmatched.Round round, Read read) {
    return switch (round.kind()) {
      case LOT -> {
        Lot lot = read.lots().get(round.documentId());
        yield lot == null ? Outcome.done(List.of()) : find.candidatesOf(lot);
      }
      case DEMAND -> {
        Demand demand = read.demands().get(round.documentId());
        yield demand == null ? Outcome.done(List.of()) : find.candidatesOf(demand);
      }
    };
  }
}
