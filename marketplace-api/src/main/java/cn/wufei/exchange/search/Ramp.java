package cn.wufei.exchange.search;

import cn.wufei.indexer.document.GeoPoint;
import java.time.LocalDate;
import java.util.Map;

/// Functions of one field for a `function_score`, of the kinds that Elasticsearch has without
/// scripts. Its linear decay is a tent; with an origin far out on one side and an offset as wide,
/// one slope of it is left: an even rise or fall between two values, and nothing beyond them.
public final class Ramp {

  private static final double FAR = 1e9;
  private static final long FAR_DAY_COUNT = 200_000;
  private static final double HOURS_A_DAY = 24;
  private static final double HALF = 0.5;

  /// From one end of the Earth to the other, as Elasticsearch reckons.
  private static final double HALF_ROUND_KM = Math.PI * 6371.0087714;

  private static final double LEAST_KM = 0.001;

  private Ramp() {}

  /// The weight up to `full`, falling to nothing at `nothing`; rising when `nothing` is the
  /// smaller.
  public static Map<String, Object> between(
      String field, double full, double nothing, double weight) {
    double origin = nothing > full ? full - FAR : full + FAR;
    return decay("linear", field, origin, FAR, Math.abs(nothing - full) * HALF, weight);
  }

  /// The weight up to a day, falling to nothing so many days later; or the same into the past when
  /// `later` is false.
  public static Map<String, Object> days(
      String field, LocalDate full, double days, boolean later, double weight) {
    LocalDate origin = later ? full.minusDays(FAR_DAY_COUNT) : full.plusDays(FAR_DAY_COUNT);
    return decay(
        "linear",
        field,
        origin.toString(),
        FAR_DAY_COUNT + "d",
        Math.max(1, Math.round(days * HALF * HOURS_A_DAY)) + "h",
        weight);
  }

  /// Falls from the weight with the ratio of two values, whose logarithms are given: one half of it
  /// where one is twice the other.
  public static Map<String, Object> ratio(String field, double logarithm, double weight) {
    return decay("exp", field, logarithm, 0, Math.log(2), weight);
  }

  /// The weight up to a distance as the crow flies, falling to nothing at another.
  public static Map<String, Object> kilometres(
      String field, GeoPoint place, double fullKm, double nothingKm, double weight) {
    return decay(
        "linear",
        field,
        Clauses.point(place),
        fullKm + "km",
        (nothingKm - fullKm) * HALF + "km",
        weight);
  }

  /// Nothing up to a distance as the crow flies, rising to the weight at another: seen from the
  /// other end of the Earth it falls.
  static Map<String, Object> kilometresUp(
      String field, GeoPoint place, double nothingKm, double fullKm, double weight) {
    GeoPoint otherEnd =
        new GeoPoint(-place.lat(), place.lon() > 0 ? place.lon() - 180 : place.lon() + 180);
    return kilometres(
        field,
        otherEnd,
        Math.max(0, HALF_ROUND_KM - fullKm),
        Math.max(LEAST_KM, HALF_ROUND_KM - nothingKm),
        weight);
  }

  private static Map<String, Object> decay(
      String shape, String field, Object origin, Object offset, Object scale, double weight) {
    return Map.of(
        shape,
        Map.of(field, Map.of("origin", origin, "offset", offset, "scale", scale, "decay", HALF)),
        "weight",
        weight);
  }
}
