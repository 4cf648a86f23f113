package cn.wufei.exchange.metrics;

import org.jspecify.annotations.Nullable;

/// Who gave in a posting as it is told: a reversal takes back, so that it debits who gave.
final class Giver {

  private Giver() {}

  /// What the giver has of the two sides, or the taker where the giver has none.
  static <T> @Nullable T of(boolean reversal, @Nullable T credited, @Nullable T debited) {
    T giver = reversal ? debited : credited;
    return giver != null ? giver : reversal ? credited : debited;
  }
}
