package cn.wufei.exchange.deal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What an agreement holds of its lot. While it is active, what is reserved is what was agreed less
/// what was loaded, and never less than nothing.
///
/// What was loaded counts by the weight at the origin, less what came back; the difference between
/// two weighbridges is a matter of money and statistics, not of the promise. A physical fact is
/// never refused, so a load may go beyond the reservation: that over-delivery is issued anew and
/// fulfilled at once. When something comes back, over-delivery is undone first: only what falls
/// below the agreed quantity is reserved again, the rest is released.
record Commitment(long agreedKg, BigDecimal tolerancePct, long reservedKg, long fulfilledKg) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// What a load of that net weight takes.
  Loading load(long netKg) {
    long fromReservedKg = Math.min(netKg, reservedKg);
    long beyondKg = fulfilledKg + netKg - limitKg();
    return new Loading(fromReservedKg, netKg - fromReservedKg, Math.clamp(beyondKg, 0, netKg));
  }

  /// What becomes of tonnes that came back.
  ///
  /// @param active whether more loads may leave under the agreement
  Return giveBack(long kg, boolean active) {
    if (kg > fulfilledKg) {
      throw new IllegalArgumentException("more came back than was loaded: " + kg);
    }
    long openKg = active ? Math.max(0, agreedKg - (fulfilledKg - kg)) - reservedKg : 0;
    long toReservedKg = Math.clamp(openKg, 0, kg);
    return new Return(toReservedKg, kg - toReservedKg);
  }

  /// The most that still counts as delivery of what was agreed.
  private long limitKg() {
    return withTolerance(agreedKg, tolerancePct);
  }

  /// The most that still counts as delivery of a quantity, rounded down to the kilogram.
  static long withTolerance(long kg, BigDecimal tolerancePct) {
    return BigDecimal.valueOf(kg)
        .multiply(HUNDRED.add(tolerancePct))
        .divide(HUNDRED, 0, RoundingMode.DOWN)
        .longValueExact();
  }

  /// @param issuedKg over-delivery, issued anew
  /// @param beyondAgreementKg how much of the load goes beyond the agreement's tolerance
  record Loading(long fromReservedKg, long issuedKg, long beyondAgreementKg) {}

  record Return(long toReservedKg, long toReleasedKg) {}
}
