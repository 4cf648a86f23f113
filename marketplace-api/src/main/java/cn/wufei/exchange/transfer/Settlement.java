package cn.wufei.exchange.transfer;

import cn.wufei.exchange.deal.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What follows from the weights of both ends. Accepted kilograms (statistics) and settled ones
/// (money) are two figures: accepted is what the receiver's scale says less what went back; settled
/// is what the governing scale says less what went back and less the agreed deduction for moisture
/// and impurity. The price is per tonne as weighed, so moisture enters the money only through the
/// deduction that the parties settled on.
record Settlement(
    long originNetKg, long destinationNetKg, long rejectedKg, long deductionKg, Side governing) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  long acceptedKg() {
    return destinationNetKg - rejectedKg;
  }

  /// What may be settled at most: nothing is deducted. Never negative, however far the scales are
  /// apart.
  long deductibleKg() {
    long governingNetKg =
        switch (governing) {
          case SELLER -> originNetKg;
          case BUYER -> destinationNetKg;
        };
    return Math.max(0, governingNetKg - rejectedKg);
  }

  long settledKg() {
    return deductibleKg() - deductionKg;
  }

  long differenceKg() {
    return destinationNetKg - originNetKg;
  }

  /// The difference as a percentage of the origin net; half up, away from zero, three decimals.
  static BigDecimal differencePct(long differenceKg, long originNetKg) {
    return BigDecimal.valueOf(differenceKg)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(originNetKg), 3, RoundingMode.HALF_UP);
  }

  /// Whether the two ends differ by more than is customary; exactly the tolerance is within it.
  boolean isBeyond(BigDecimal tolerancePct) {
    return BigDecimal.valueOf(Math.abs(differenceKg()))
            .multiply(HUNDRED)
            .compareTo(tolerancePct.multiply(BigDecimal.valueOf(originNetKg)))
        > 0;
  }
}
