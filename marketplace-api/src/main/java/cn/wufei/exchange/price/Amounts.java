package cn.wufei.exchange.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Mass times price, and the mass that a price of dry tonnes is for. Each is rounded once, half up
/// and away from zero.
public final class Amounts {

  /// Kilograms times yuan per tonne are tenths of a fen, as it happens: 1/1000 t and 100 fen.
  private static final BigDecimal KG_YUAN_PER_FEN = BigDecimal.TEN;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Amounts() {}

  /// @param yuanPerT negative when the producer pays
  public static long fen(long kg, BigDecimal yuanPerT) {
    return BigDecimal.valueOf(kg)
        .multiply(yuanPerT)
        .divide(KG_YUAN_PER_FEN, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /// What is left of a wet mass without its water, and of that without what else is taken off.
  ///
  /// @param impurityPct of the dry mass; zero where nothing is taken off
  public static long dryKg(long wetKg, BigDecimal moisturePct, BigDecimal impurityPct) {
    return BigDecimal.valueOf(wetKg)
        .multiply(HUNDRED.subtract(moisturePct))
        .multiply(HUNDRED.subtract(impurityPct))
        .divide(HUNDRED.multiply(HUNDRED), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
