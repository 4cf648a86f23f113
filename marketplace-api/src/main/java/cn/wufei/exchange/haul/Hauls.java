package cn.wufei.exchange.haul;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.indexer.document.GeoPoint;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Estimates ways by road: the distance as the crow flies times how much longer roads are, and the
/// catalog's reference freight for that.
@Singleton
public class Hauls {

  private final Catalog catalog;
  private final double circuity;

  /// @param circuity road kilometres per kilometre as the crow flies
  Hauls(Catalog catalog, @Value("${wufei.haul.circuity:1.3}") double circuity) {
    if (!(circuity >= 1)) {
      throw new IllegalArgumentException("wufei.haul.circuity is 1 or more: " + circuity);
    }
    this.catalog = catalog;
    this.circuity = circuity;
  }

  public Haul between(GeoPoint from, GeoPoint to) {
    BigDecimal distanceKm = roadKm(Haversine.km(from, to));
    return new Haul(distanceKm, catalog.freightYuanPerT(distanceKm.doubleValue()));
  }

  /// Freight over so many kilometres as the crow flies. A longer way never costs less.
  public BigDecimal freightYuanPerT(double straightKm) {
    return catalog.freightYuanPerT(roadKm(straightKm).doubleValue());
  }

  private BigDecimal roadKm(double straightKm) {
    return BigDecimal.valueOf(straightKm * circuity).setScale(1, RoundingMode.HALF_UP);
  }
}
