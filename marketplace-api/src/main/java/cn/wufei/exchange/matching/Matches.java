package cn.wufei.exchange.matching;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pairs that the exchange has shown as matches, each once.
@Singleton
public class Matches {

  private final MatchStore store;

  Matches(MatchStore store) {
    this.store = store;
  }

  /// Pairs first shown in a period, newest first.
  ///
  /// @param to not included
  /// @param materialKey of the lot; any when absent
  /// @param before the last pair of the page before
  @Connectable
  public List<ShownMatch> shownBetween(
      Instant from, Instant to, @Nullable String materialKey, @Nullable Id before, int limit) {
    return store.between(from, to, materialKey, before, limit);
  }

  /// Remembers pairs that were shown, unless they were before: one statement, which needs no
  /// transaction around it, and none at all when all of them were.
  @Connectable
  void recordShown(Id organisation, List<Match> matches, Instant shownAt) {
    Set<MatchStore.Pair> known = store.known(matches.stream().map(Matches::pair).toList());
    store.insertAbsent(
        matches.stream()
            .filter(match -> !known.contains(pair(match)))
            .sorted(
                Comparator.<Match, Id>comparing(match -> match.lot().id())
                    .thenComparing(match -> match.demand().id()))
            .map(match -> shown(match, organisation, shownAt))
            .toList());
  }

  private static ShownMatch shown(Match match, Id organisation, Instant shownAt) {
    return new ShownMatch(
        Id.next(),
        match.lot().id(),
        match.demand().id(),
        match.lot().materialKey(),
        match.quantityKg(),
        match.deliveredYuanPerT(),
        BigDecimal.valueOf(match.score()).setScale(1, RoundingMode.HALF_UP),
        shownAt,
        organisation);
  }

  private static MatchStore.Pair pair(Match match) {
    return new MatchStore.Pair(match.lot().id(), match.demand().id());
  }
}
