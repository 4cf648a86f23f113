package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.haul.Haul;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What lies between a lot and a demand.
///
/// @param straightKm as the crow flies
/// @param freightYuanPerT by the cheapest way
public record Carriage(double straightKm, BigDecimal freightYuanPerT) {

  public static Carriage of(Haul haul) {
    return new Carriage(haul.straightKm(), haul.freightYuanPerT());
  }

  /// The lot's price, brought to the basis of the demand's limit.
  public BigDecimal asked(Supply supply, Need need) {
    return supply.basis().asked(supply.priceYuanPerT(), need.limitBasis(), freightYuanPerT);
  }

  /// Whether the lot is offered at the demand's site: its price holds ex works or is delivered that
  /// far.
  boolean isOffered(Supply supply) {
    Integer radiusKm = supply.radiusKm();
    return radiusKm == null || straightKm <= radiusKm;
  }

  /// As the crow flies, to a decimal: never shown shorter than it is.
  BigDecimal roundedUpKm() {
    return BigDecimal.valueOf(straightKm).setScale(1, RoundingMode.CEILING);
  }
}
