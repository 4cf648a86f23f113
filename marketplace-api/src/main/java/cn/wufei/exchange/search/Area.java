package cn.wufei.exchange.search;

import cn.wufei.indexer.document.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A polygon of degrees, WGS-84, whose sides do not cross: `lon,lat,lon,lat,...`. The last corner
/// is joined to the first.
record Area(List<GeoPoint> corners) {

  private static final int CORNERS_MIN = 3;
  private static final int CORNERS_MAX = 100;
  private static final int LENGTH_MAX = 4_000;

  Area {
    corners = List.copyOf(corners);
  }

  /// What the text says, or nothing when it is no such polygon.
  static @Nullable Area parse(String text) {
    if (text.length() > LENGTH_MAX) {
      return null;
    }
    double[] degrees = Degrees.parse(text, ",");
    if (degrees == null || degrees.length % 2 != 0) {
      return null;
    }
    List<GeoPoint> corners = new ArrayList<>();
    for (int i = 0; i < degrees.length; i += 2) {
      if (!Degrees.isPlace(degrees[i], degrees[i + 1])) {
        return null;
      }
      corners.add(new GeoPoint(degrees[i + 1], degrees[i]));
    }
    if (corners.size() > 1 && corners.getFirst().equals(corners.getLast())) {
      corners.removeLast();
    }
    boolean countable = corners.size() >= CORNERS_MIN && corners.size() <= CORNERS_MAX;
    return countable && isSimple(corners) ? new Area(corners) : null;
  }

  Map<String, Object> clause() {
    return Map.of(
        "geo_polygon",
        Map.of(
            SearchFields.LOCATION,
            Map.of("points", corners.stream().map(Clauses::point).toList())));
  }

  /// Sides that are not neighbours do not touch, and neighbours do not lie upon each other.
  private static boolean isSimple(List<GeoPoint> corners) {
    int count = corners.size();
    for (int i = 0; i < count; i++) {
      GeoPoint from = corners.get(i);
      GeoPoint to = corners.get((i + 1) % count);
      GeoPoint beyond = corners.get((i + 2) % count);
      if (from.equals(to) || turnsBack(from, to, beyond)) {
        return false;
      }
      for (int j = i + 2; j < count; j++) {
        boolean closing = i == 0 && j == count - 1;
        if (!closing && meet(from, to, corners.get(j), corners.get((j + 1) % count))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean turnsBack(GeoPoint from, GeoPoint to, GeoPoint beyond) {
    double along =
        (to.lon() - from.lon()) * (beyond.lon() - to.lon())
            + (to.lat() - from.lat()) * (beyond.lat() - to.lat());
    return side(from, to, beyond) == 0 && along <= 0;
  }

  private static boolean meet(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) {
    int first = side(a, b, c);
    int second = side(a, b, d);
    int third = side(c, d, a);
    int fourth = side(c, d, b);
    if (first != second && third != fourth) {
      return true;
    }
    return (first == 0 && within(a, b, c))
        || (second == 0 && within(a, b, d))
        || (third == 0 && within(c, d, a))
        || (fourth == 0 && within(c, d, b));
  }

  private static int side(GeoPoint a, GeoPoint b, GeoPoint c) {
    double cross =
        (b.lon() - a.lon()) * (c.lat() - a.lat()) - (b.lat() - a.lat()) * (c.lon() - a.lon());
    return (int) Math.signum(cross);
  }

  private static boolean within(GeoPoint a, GeoPoint b, GeoPoint c) {
    return Math.min(a.lon(), b.lon()) <= c.lon()
        && c.lon() <= Math.max(a.lon(), b.lon())
        && Math.min(a.lat(), b.lat()) <= c.lat()
        && c.lat() <= Math.max(a.lat(), b.lat());
  }
}
