package cn.wufei.exchange.haul;

import cn.wufei.exchange.catalog.FreightMode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How tonnes get from one site to another.
///
/// @param way the cheapest
/// @param alternatives the other modes that both sites have and the tonnes allow, cheapest first
/// @param straightKm as the crow flies
public record Haul(Way way, List<Way> alternatives, double straightKm) {

  public Haul {
    alternatives = List.copyOf(alternatives);
  }

  public FreightMode mode() {
    return way.mode();
  }

  public BigDecimal distanceKm() {
    return way.distanceKm();
  }

  public DistanceSource source() {
    return way.source();
  }

  public BigDecimal freightYuanPerT() {
    return way.freightYuanPerT();
  }

  /// What a tonne costs at the end of the way, freight included.
  public BigDecimal delivered(BigDecimal priceYuanPerT, PriceBasis basis) {
    return basis.asked(priceYuanPerT, PriceBasis.DELIVERED, freightYuanPerT());
  }

  /// Whether a price that is delivered within that radius, as the crow flies, is offered at the end
  /// of the way; a price ex works, without a radius, is.
  public boolean isWithin(@Nullable Integer radiusKm) {
    return radiusKm == null || straightKm <= radiusKm;
  }
}
