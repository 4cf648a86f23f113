package cn.wufei.exchange.deal;

import cn.wufei.exchange.identity.SiteRef;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Estimates road kilometres between two sites as 1.3 times the great circle.
final class RoadDistance {

  private static final double EARTH_RADIUS_KM = 6_371.0088;
  private static final double ROAD_FACTOR = 1.3;

  private RoadDistance() {}

  static BigDecimal km(SiteRef from, SiteRef to) {
    double latitude = Math.toRadians(from.latitude().doubleValue());
    double otherLatitude = Math.toRadians(to.latitude().doubleValue());
    double halfNorth = Math.sin((otherLatitude - latitude) / 2);
    double halfEast =
        Math.sin(Math.toRadians(to.longitude().doubleValue() - from.longitude().doubleValue()) / 2);
    double chord =
        halfNorth * halfNorth + Math.cos(latitude) * Math.cos(otherLatitude) * halfEast * halfEast;
    double km = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord))) * ROAD_FACTOR;
    return BigDecimal.valueOf(km).setScale(1, RoundingMode.HALF_UP);
  }
}
