package cn.wufei.exchange.settlement;

import cn.wufei.exchange.price.Amounts;
import java.math.BigDecimal;

/// From kilograms and a price per tonne to whole fen. Rounded once, half up and away from zero, so
/// that a line and its reversal cancel to the fen whoever pays.
public final class Pricing {

  private static final int FEN_DECIMALS = 2;

  private Pricing() {}

  /// @param yuanPerT negative when the producer pays
  public static long amountFen(long kg, BigDecimal yuanPerT) {
    return Amounts.fen(kg, yuanPerT);
  }

  /// @param yuan with at most two decimals
  public static long fen(BigDecimal yuan) {
    return yuan.movePointRight(FEN_DECIMALS).longValueExact();
  }
}
