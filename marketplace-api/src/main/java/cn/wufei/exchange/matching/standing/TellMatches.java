package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.matching.Match;
import cn.wufei.exchange.matching.Unwanted;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import cn.wufei.exchange.searchfeed.Unmatched;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells both sides of new matches: one notice per round and organisation, however many there are.
/// A side is not told what it does not want to see.
@Singleton
class TellMatches {

  private static final String KIND = "matches-new";

  private final Notices notices;
  private final Unwanted unwanted;

  TellMatches(Notices notices, Unwanted unwanted) {
    this.notices = notices;
    this.unwanted = unwanted;
  }

  /// Runs in the transaction that writes the matches.
  void found(Unmatched.Round round, List<Match> matches) {
    notices.send(
        Stream.of(Side.values())
            .flatMap(side ->
                matches.stream()
                    .collect(Collectors.groupingBy(match -> ownerOf(match, side)))
                    .entrySet()
                    .stream()
                    .flatMap(entry -> notice(round, side, entry.getKey(), entry.getValue())))
            .toList());
  }

  private Stream<NewNotice> notice(
      Unmatched.Round round, Side side, Id organisation, List<Match> matches) {
    List<Match> wanted = unwanted.without(organisation, matches);
    if (wanted.isEmpty()) {
      return Stream.empty();
    }
    Match best = wanted.getFirst();
    Map<String, Id> subjects = new LinkedHashMap<>();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("count", wanted.size());
    facts.put("side", side == Side.LOT ? "lot" : "demand");
    facts.put("materialKey", best.lot().materialKey());
    if (isOfOne(wanted, side)) {
      subjects.put(side == Side.LOT ? "lot" : "demand", ownIdOf(best, side));
      facts.put("title", side == Side.LOT ? best.lot().title() : best.demand().title());
    }
    String event = round.kind().code() + ":" + round.documentId() + ":" + round.roundId();
    return Stream.of(new NewNotice(organisation, KIND, event, subjects, facts));
  }

  /// Whether all are about one lot or one demand of the receiver.
  private static boolean isOfOne(List<Match> matches, Side side) {
    return matches.stream().map(match -> ownIdOf(match, side)).distinct().count() == 1;
  }

  private static Id ownerOf(Match match, Side side) {
    return switch (side) {
      case LOT -> match.lot().organisation().id();
      case DEMAND -> match.demand().organisation().id();
    };
  }

  private static Id ownIdOf(Match match, Side side) {
    return switch (side) {
      case LOT -> match.lot().id();
      case DEMAND -> match.demand().id();
    };
  }
}
