package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.matching.Match;
import cn.wufei.exchange.matching.RememberShown;
import cn.wufei.exchange.matching.Unwanted;
import cn.wufei.exchange.worklist.WorkCount;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An organisation looks at what stands across all its lots and demands. Each pair is judged on the
/// rows of this moment: what no longer fits, or was dismissed, is not shown. What is shown is
/// remembered as shown.
@Singleton
class SeeStanding {

  /// Pages of pairs that are read for one page of matches, where many no longer fit.
  private static final int READS_MAX = 5;

  private final StandingStore store;
  private final SeePairs pairs;
  private final Unwanted unwanted;
  private final RememberShown remembering;

  SeeStanding(StandingStore store, SeePairs pairs, Unwanted unwanted, RememberShown remembering) {
    this.store = store;
    this.pairs = pairs;
    this.unwanted = unwanted;
    this.remembering = remembering;
  }

  /// Newest first. A page may hold fewer matches than asked for and still not be the last.
  Page<StandingMatch> page(Caller caller, StandingFilter filter, @Nullable Id before, int limit) {
    Id organisation = caller.organisationId();
    List<StandingMatch> shown = new ArrayList<>();
    Id last = before;
    for (int reads = 0; reads < READS_MAX; reads++) {
      List<StandingPair> rows = store.page(organisation, filter, last, limit);
      for (StandingMatch match : fitting(organisation, rows)) {
        shown.add(match);
        if (shown.size() == limit) {
          return remembered(organisation, shown, match.id());
        }
      }
      if (rows.size() < limit) {
        return remembered(organisation, shown, null);
      }
      last = rows.getLast().id();
    }
    return remembered(organisation, shown, last);
  }

  /// How many matches nobody of the organisation has looked at, of the newest hundred pairs that
  /// are new.
  WorkCount countNew(Caller caller) {
    Id organisation = caller.organisationId();
    List<StandingPair> rows =
        store.page(organisation, new StandingFilter(null, null, true), null, Page.LIMIT_MAX);
    return new WorkCount(fitting(organisation, rows).size(), rows.size() == Page.LIMIT_MAX);
  }

  private List<StandingMatch> fitting(Id organisation, List<StandingPair> rows) {
    Map<StandingPair.Key, Match> judged =
        pairs.judged(organisation, rows.stream().map(StandingPair::key).toList());
    judged.values().removeIf(match -> !match.obstacles().isEmpty());
    Set<StandingPair.Key> wanted = new HashSet<>();
    unwanted
        .without(organisation, List.copyOf(judged.values()))
        .forEach(match -> wanted.add(StandingPair.Key.of(match)));
    List<StandingMatch> fitting = new ArrayList<>();
    for (StandingPair row : rows) {
      Match match = judged.get(row.key());
      if (match != null && wanted.contains(row.key())) {
        fitting.add(
            new StandingMatch(
                row.id(),
                row.sideOf(organisation),
                row.foundAt(),
                row.isNewTo(organisation),
                match));
      }
    }
    return fitting;
  }

  private Page<StandingMatch> remembered(
      Id organisation, List<StandingMatch> shown, @Nullable Id next) {
    remembering.add(organisation, shown.stream().map(StandingMatch::match).toList());
    return new Page<>(shown, next == null ? null : next.toString());
  }
}
