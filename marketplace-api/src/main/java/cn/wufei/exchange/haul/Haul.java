package cn.wufei.exchange.haul;

import java.math.BigDecimal;

/// A way by road between two sites.
///
/// @param distanceKm estimated road kilometres, to one decimal
/// @param freightYuanPerT reference freight for it
public record Haul(BigDecimal distanceKm, BigDecimal freightYuanPerT) {

  /// What a tonne costs at the end of the way.
  public BigDecimal delivered(BigDecimal priceYuanPerT) {
    return priceYuanPerT.add(freightYuanPerT);
  }
}
