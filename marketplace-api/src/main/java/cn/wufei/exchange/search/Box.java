package cn.wufei.exchange.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rectangle of degrees, WGS-84, that does not cross the date line: `west,south,east,north`.
record Box(double west, double south, double east, double north) {

  private static final int LENGTH_MAX = 120;
  private static final int SIDES = 4;

  /// What the text says, or nothing when it is no rectangle on Earth.
  static @Nullable Box parse(String text) {
    if (text.length() > LENGTH_MAX) {
      return null;
    }
    double[] sides = Degrees.parse(text, ",");
    if (sides == null || sides.length != SIDES) {
      return null;
    }
    boolean onEarth =
        Degrees.isPlace(sides[0], sides[1])
            && Degrees.isPlace(sides[2], sides[3])
            && sides[0] < sides[2]
            && sides[1] < sides[3];
    return onEarth ? new Box(sides[0], sides[1], sides[2], sides[3]) : null;
  }

  Map<String, Object> clause() {
    return Map.of("geo_bounding_box", Map.of(SearchFields.LOCATION, sides()));
  }

  Map<String, Object> sides() {
    return Map.of(
        "top_left", Map.of("lat", north, "lon", west),
        "bottom_right", Map.of("lat", south, "lon", east));
  }
}
