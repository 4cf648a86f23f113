package cn.wufei.exchange.haul;

import cn.wufei.indexer.document.GeoPoint;

/// Distance as the crow flies.
final class Haversine {

  /// The mean radius of the Earth (IUGG).
  private static final double EARTH_RADIUS_KM = 6371.0088;

  private Haversine() {}

  static double km(GeoPoint from, GeoPoint to) {
    double latitude = Math.toRadians(to.lat() - from.lat());
    double longitude = Math.toRadians(to.lon() - from.lon());
    double chord =
        square(Math.sin(latitude / 2))
            + Math.cos(Math.toRadians(from.lat()))
                * Math.cos(Math.toRadians(to.lat()))
                * square(Math.sin(longitude / 2));
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  private static double square(double value) {
    return value * value;
  }
}
