package cn.wufei.exchange.identity;

import java.util.function.UnaryOperator;

/// How maps published in China shift their points: GCJ-02 moves those of WGS-84 by some hundred
/// metres, differently everywhere, and BD-09 moves those of GCJ-02 further. The formulas are those
/// that circulate publicly (as in the `eviltransform` libraries); no authority publishes them. They
/// shift whatever lies in a rectangle around the mainland.
final class ChinaShift {

  /// Krasovsky 1940.
  private static final double SEMI_MAJOR_AXIS_M = 6_378_245;

  private static final double ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;

  private static final double LATITUDE_MIN = 0.8293;
  private static final double LATITUDE_MAX = 55.8271;
  private static final double LONGITUDE_MIN = 72.004;
  private static final double LONGITUDE_MAX = 137.8347;

  private static final double BD_TURN = Math.PI * 3000 / 180;

  /// A tenth of a millimetre; reached in a few steps, as the shift changes slowly from place to
  /// place.
  private static final double DEGREES_CLOSE = 1e-9;

  private static final int STEPS_MAX = 30;

  private ChinaShift() {}

  /// Degrees as numbers.
  record Point(double latitude, double longitude) {}

  static Point gcj02(Point wgs84) {
    if (isOutside(wgs84)) {
      return wgs84;
    }
    double x = wgs84.longitude() - 105;
    double y = wgs84.latitude() - 35;
    double latitude = Math.toRadians(wgs84.latitude());
    double magic = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(latitude), 2);
    double meridianM = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic));
    double parallelM = SEMI_MAJOR_AXIS_M / Math.sqrt(magic) * Math.cos(latitude);
    return new Point(
        wgs84.latitude() + Math.toDegrees(northM(x, y) / meridianM),
        wgs84.longitude() + Math.toDegrees(eastM(x, y) / parallelM));
  }

  static Point bd09(Point gcj02) {
    double x = gcj02.longitude();
    double y = gcj02.latitude();
    double radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * BD_TURN);
    double angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * BD_TURN);
    return new Point(radius * Math.sin(angle) + 0.006, radius * Math.cos(angle) + 0.0065);
  }

  /// The point that a shift moves to the given one.
  static Point inverse(Point given, UnaryOperator<Point> shift) {
    Point found = given;
    for (int step = 0; step < STEPS_MAX; step++) {
      Point there = shift.apply(found);
      double latitude = given.latitude() - there.latitude();
      double longitude = given.longitude() - there.longitude();
      found = new Point(found.latitude() + latitude, found.longitude() + longitude);
      if (Math.abs(latitude) < DEGREES_CLOSE && Math.abs(longitude) < DEGREES_CLOSE) {
        break;
      }
    }
    return found;
  }

  private static boolean isOutside(Point point) {
    return point.latitude() < LATITUDE_MIN
        || point.latitude() > LATITUDE_MAX
        || point.longitude() < LONGITUDE_MIN
        || point.longitude() > LONGITUDE_MAX;
  }

  private static double northM(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + waves(x)
        + (20 * sin(y) + 40 * sin(y / 3) + 160 * sin(y / 12) + 320 * sin(y / 30)) * 2 / 3;
  }

  private static double eastM(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + waves(x)
        + (20 * sin(x) + 40 * sin(x / 3) + 150 * sin(x / 12) + 300 * sin(x / 30)) * 2 / 3;
  }

  private static double waves(double x) {
    return (20 * sin(6 * x) + 20 * sin(2 * x)) * 2 / 3;
  }

  private static double sin(double halfTurns) {
    return Math.sin(halfTurns * Math.PI);
  }
}
