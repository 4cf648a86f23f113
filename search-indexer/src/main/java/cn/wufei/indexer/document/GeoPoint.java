package cn.wufei.indexer.document;

import io.micronaut.serde.annotation.Serdeable;

/// A place in degrees, WGS-84.
@Serdeable
public record GeoPoint(double lat, double lon) {

  public GeoPoint {
    if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException("not a place on Earth: " + lat + ", " + lon);
    }
  }
}
