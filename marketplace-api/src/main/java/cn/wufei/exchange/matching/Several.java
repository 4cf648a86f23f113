package cn.wufei.exchange.matching;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.matching.fit.MonthlyFit;
import cn.wufei.exchange.matching.fit.Split;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Several matches that fill a quantity together which none of them fills alone. Of a demand at the
/// lowest delivered cost; of a lot so that the buyers can pay most for it, freight left aside.
/// Where the quantity recurs, month by month.
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

  /// @param yuanPerT for a demand the price asked, on the basis of its limit; for a lot the most
  ///   that the buyer can pay, on the basis of its price
  @Serdeable
  @Schema(name = "MatchSplitPart")
  record Part(Id lotId, Id demandId, long quantityKg, BigDecimal yuanPerT) {}

  static @Nullable Several forDemand(Demand demand, List<Match> matches, LocalDate today) {
    Map<Id, Match> byId = byId(matches, match -> match.lot().id());
    SequencedMap<YearMonth, Long> months =
        MonthlyFit.spread(Math.max(0, demand.openKg()), demand.months(), today);
    return of(
        demand.openKg(),
        months,
        byId,
        match -> {
          Id id = match.lot().id();
          return months.isEmpty()
              ? new Split.Partner(
                  id, match.quantityKg(), match.askedYuanPerT(), match.lot().leastKg())
              : new Split.Partner(
                  id,
                  match.lot().availableKg(),
                  match.askedYuanPerT(),
                  inEach(match, months.keySet(), today),
                  match.lot().leastKg());
        },
        Match::askedYuanPerT);
  }

  static @Nullable Several forLot(Lot lot, List<Match> matches, LocalDate today) {
    Map<Id, Match> byId = byId(matches, match -> match.demand().id());
    SequencedMap<YearMonth, Long> months =
        MonthlyFit.spread(Math.max(0, lot.availableKg()), lot.months(), today);
    return of(
        lot.availableKg(),
        months,
        byId,
        match -> {
          Id id = match.demand().id();
          BigDecimal cost = atGate(match).negate();
          return months.isEmpty()
              ? new Split.Partner(id, match.quantityKg(), cost, lot.leastKg())
              : new Split.Partner(
                  id,
                  match.demand().openKg(),
                  cost,
                  inEach(match, months.keySet(), today),
                  lot.leastKg());
        },
        Several::atGate);
  }

  private static List<Long> inEach(Match match, Set<YearMonth> months, LocalDate today) {
    SequencedMap<YearMonth, Long> most =
        MonthlyFit.mostInEach(Judge.supply(match.lot()), Judge.need(match.demand()), today);
    return months.stream().map(month -> most.getOrDefault(month, 0L)).toList();
  }

  private static @Nullable Several of(
      long quantityKg,
      SequencedMap<YearMonth, Long> months,
      Map<Id, Match> matches,
      Function<Match, Split.Partner> partner,
      Function<Match, BigDecimal> price) {
    boolean oneFills =
        matches.values().stream().anyMatch(match -> match.quantityKg() >= quantityKg);
    if (oneFills || matches.size() < 2) {
      return null;
    }
    List<Long> inEach = months.isEmpty() ? List.of(quantityKg) : List.copyOf(months.values());
    List<Part> parts =
        Split.of(inEach, matches.values().stream().map(partner).toList()).stream()
            .map(part -> {
              Match match = Objects.requireNonNull(matches.get(part.id()));
              return new Part(
                  match.lot().id(), match.demand().id(), part.quantityKg(), price.apply(match));
            })
            .toList();
    if (parts.size() < 2) {
      return null;
    }
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
    BigDecimal freight = match.askedYuanPerT().subtract(match.lot().priceYuanPerT());
    return match.demand().maxDeliveredYuanPerT().subtract(freight);
  }
}
