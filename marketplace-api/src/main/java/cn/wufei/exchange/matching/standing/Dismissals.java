package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.Match;
import cn.wufei.exchange.matching.Unwanted;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Holds what a side has dismissed against what is true now.
@Singleton
class Dismissals implements Unwanted {

  private final DismissalStore store;

  Dismissals(DismissalStore store) {
    this.store = store;
  }

  @Override
  public List<Match> without(Id organisation, List<Match> matches) {
    return matches.isEmpty() ? matches : without(organisation, matches, of(organisation, matches));
  }

  @Override
  public UnaryOperator<List<Match>> without(Id organisation, Id own) {
    Said said = said(organisation, store.ofLotOrDemand(organisation, own));
    return matches -> without(organisation, matches, said);
  }

  private static List<Match> without(Id organisation, List<Match> matches, Said said) {
    return matches.stream().filter(match -> said.hiding(organisation, match) == null).toList();
  }

  @Override
  public @Nullable String hiddenBy(Id organisation, Match match) {
    DismissalReason reason = of(organisation, List.of(match)).hiding(organisation, match);
    return reason == null ? null : reason.code();
  }

  /// By what reason each match is hidden from the organisation; those that are not are left out.
  Map<Match, DismissalReason> hidden(Id organisation, List<Match> matches) {
    Said said = of(organisation, matches);
    Map<Match, DismissalReason> hidden = new HashMap<>();
    for (Match match : matches) {
      DismissalReason reason = said.hiding(organisation, match);
      if (reason != null) {
        hidden.put(match, reason);
      }
    }
    return hidden;
  }

  /// The other side of a match.
  static Id partnerOf(Id organisation, Match match) {
    Id seller = match.lot().organisation().id();
    return seller.equals(organisation) ? match.demand().organisation().id() : seller;
  }

  private Said of(Id organisation, List<Match> matches) {
    return said(
        organisation,
        store.ofPairs(organisation, matches.stream().map(StandingPair.Key::of).toList()));
  }

  private Said said(Id organisation, List<Dismissal> dismissals) {
    Map<StandingPair.Key, Dismissal> byPair = new HashMap<>();
    dismissals.forEach(dismissal -> byPair.put(dismissal.key(), dismissal));
    return new Said(byPair, store.hiddenPartners(organisation));
  }

  private record Said(Map<StandingPair.Key, Dismissal> byPair, Set<Id> partners) {

    /// A partner that is hidden as a whole comes first.
    @Nullable DismissalReason hiding(Id organisation, Match match) {
      if (partners.contains(partnerOf(organisation, match))) {
        return DismissalReason.PARTNER;
      }
      Dismissal dismissal = byPair.get(StandingPair.Key.of(match));
      return dismissal != null && dismissal.hides(Circumstances.of(match))
          ? dismissal.reason()
          : null;
    }
  }
}
