package cn.wufei.exchange.haul;

import cn.wufei.indexer.document.GeoPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// The distance as the crow flies times how much longer roads are.
final class EstimatedRoads implements RoadDistance {

  private final double circuity;

  /// @param circuity road kilometres per kilometre as the crow flies
  EstimatedRoads(double circuity) {
    if (!(circuity >= 1)) {
      throw new IllegalArgumentException("wufei.haul.circuity is 1 or more: " + circuity);
    }
    this.circuity = circuity;
  }

  @Override
  public Road between(GeoPoint from, GeoPoint to) {
    return new Road(km(Haversine.km(from, to)), DistanceSource.ESTIMATED);
  }

  double circuity() {
    return circuity;
  }

  /// A longer way as the crow flies is never a shorter one by road.
  BigDecimal km(double straightKm) {
    return BigDecimal.valueOf(straightKm * circuity).setScale(1, RoundingMode.HALF_UP);
  }
}
