package cn.wufei.exchange.haul;

import java.math.BigDecimal;

/// Yuan per tonne: no haul of those asked about costs less or more.
public record FreightBounds(BigDecimal least, BigDecimal most) {

  /// Where no freight is added.
  public static final FreightBounds NONE = new FreightBounds(BigDecimal.ZERO, BigDecimal.ZERO);

  /// What is added to a price when freight is added so many times: once, or taken off.
  public FreightBounds times(int sign) {
    return sign > 0 ? this : new FreightBounds(most.negate(), least.negate());
  }
}
