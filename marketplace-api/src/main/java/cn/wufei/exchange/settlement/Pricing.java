package cn.wufei.exchange.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// From kilograms and a price per tonne to whole fen. Rounded once, half up and away from zero, so
/// that a line and its reversal cancel to the fen whoever pays.
public final class Pricing {

  /// Kilograms times yuan per tonne are tenths of a fen, as it happens: 1/1000 t and 100 fen.
  private static final BigDecimal KG_YUAN_PER_FEN = BigDecimal.TEN;

  private static final int FEN_DECIMALS = 2;

  private Pricing() {}

  /// @param yuanPerT negative when the producer pays
  public static long amountFen(long kg, BigDecimal yuanPerT) {
    return BigDecimal.valueOf(kg)
        .multiply(yuanPerT)
        .divide(KG_YUAN_PER_FEN, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /// @param yuan with at most two decimals
  public static long fen(BigDecimal yuan) {
    return yuan.movePointRight(FEN_DECIMALS).longValueExact();
  }
}
