package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.listing.QualityRange;
import cn.wufei.exchange.matching.Match;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a dismissal is held against: the figures of a pair that its reasons are about.
///
/// @param deliveredYuanPerT the price on the basis of the demand's limit
/// @param qualities all that the lot states, as one text that does not depend on the order
record Circumstances(
    BigDecimal deliveredYuanPerT,
    String qualities,
    long availableKg,
    long openKg,
    LocalDate availableFrom,
    LocalDate availableTo,
    LocalDate neededFrom,
    LocalDate neededTo) {

  static Circumstances of(Match match) {
    return new Circumstances(
        match.askedYuanPerT(),
        textOf(match.lot().qualities()),
        match.lot().availableKg(),
        match.demand().openKg(),
        match.lot().availableFrom(),
        match.lot().availableTo(),
        match.demand().neededFrom(),
        match.demand().neededTo());
  }

  boolean hasSameWindows(Circumstances other) {
    return availableFrom.equals(other.availableFrom)
        && availableTo.equals(other.availableTo)
        && neededFrom.equals(other.neededFrom)
        && neededTo.equals(other.neededTo);
  }

  static String textOf(List<QualityRange> qualities) {
    return qualities.stream()
        .map(range ->
            String.join(
                " ", range.parameter(), plain(range.min()), plain(range.max()), range.basis()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String plain(@Nullable BigDecimal value) {
    return value == null ? "-" : value.stripTrailingZeros().toPlainString();
  }
}
