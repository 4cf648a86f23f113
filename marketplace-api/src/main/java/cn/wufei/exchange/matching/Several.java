package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.fit.Split;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Several matches that fill a quantity together which none of them fills alone. Of a demand at the
/// lowest delivered cost; of a lot so that the buyers can pay most for it, freight left aside.
///
/// @param restKg what stays open
/// @param averageYuanPerT weighted with the tonnes of each
@Serdeable
@Schema(name = "MatchSplit")
record Several(List<Part> parts, long filledKg, long restKg, BigDecimal averageYuanPerT) {

  private static final int MONEY_DECIMALS = 2;

  Several {
    parts = List.copyOf(parts);
  }

  /// @param yuanPerT delivered for a demand; for a lot what the buyer can pay at its gate, limit
  ///   less freight
  @Serdeable
  @Schema(name = "MatchSplitPart")
  record Part(Id lotId, Id demandId, long quantityKg, BigDecimal yuanPerT) {}

  static @Nullable Several forDemand(Demand demand, List<Match> matches) {
    Map<Id, Match> byId = byId(matches, match -> match.lot().id());
    return of(
        demand.openKg(),
        byId,
        match -> new Split.Partner(match.lot().id(), match.quantityKg(), match.deliveredYuanPerT()),
        Match::deliveredYuanPerT);
  }

  static @Nullable Several forLot(Lot lot, List<Match> matches) {
    Map<Id, Match> byId = byId(matches, match -> match.demand().id());
    return of(
        lot.availableKg(),
        byId,
        match -> new Split.Partner(match.demand().id(), match.quantityKg(), atGate(match).negate()),
        Several::atGate);
  }

  private static @Nullable Several of(
      long quantityKg,
      Map<Id, Match> matches,
      Function<Match, Split.Partner> partner,
      Function<Match, BigDecimal> price) {
    boolean oneFills =
        matches.values().stream().anyMatch(match -> match.quantityKg() >= quantityKg);
    if (oneFills || matches.size() < 2) {
      return null;
    }
    List<Part> parts =
        Split.of(quantityKg, matches.values().stream().map(partner).toList()).stream()
            .map(part -> {
              Match match = Objects.requireNonNull(matches.get(part.id()));
              return new Part(
                  match.lot().id(), match.demand().id(), part.quantityKg(), price.apply(match));
            })
            .toList();
    long filled = parts.stream().mapToLong(Part::quantityKg).sum();
    BigDecimal sum =
        parts.stream()
            .map(part -> part.yuanPerT().multiply(BigDecimal.valueOf(part.quantityKg())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Several(
        parts,
        filled,
        quantityKg - filled,
        sum.divide(BigDecimal.valueOf(filled), MONEY_DECIMALS, RoundingMode.HALF_UP));
  }

  private static Map<Id, Match> byId(List<Match> matches, Function<Match, Id> id) {
    return matches.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private static BigDecimal atGate(Match match) {
    return match.demand().maxDeliveredYuanPerT().subtract(match.freightYuanPerT());
  }
}
