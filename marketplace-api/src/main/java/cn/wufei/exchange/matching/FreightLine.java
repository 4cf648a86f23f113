package cn.wufei.exchange.matching;

import cn.wufei.exchange.haul.Hauls;
import java.util.ArrayList;
import java.util.List;

/// Freight by road as a line of straight pieces over the distance as the crow flies, for ranking in
/// Elasticsearch. It never lies more than [#TOLERANCE_YUAN] above the true freight and never falls;
/// it may lie further below, because each piece is looked at for each candidate.
///
/// @param mostBelowYuanPerT how far it lies below the true freight at most
record FreightLine(double leastYuanPerT, List<Piece> pieces, double mostBelowYuanPerT) {

  /// How far a piece may lie above the true freight, and below it at least.
  static final double TOLERANCE_YUAN = 0.5;

  /// How far it may lie below, as a share of the true freight.
  private static final double TOLERANCE_SHARE = 0.08;

  /// What rises by less is left out, which leaves the line below the true freight.
  private static final double LEAST_RISE_YUAN = 0.5;

  /// Upper ends of parts of the range, each with the step at which freight is looked up there.
  private static final double[][] GRID_KM = {{300, 1}, {1_000, 20}, {5_000, 250}};

  FreightLine {
    pieces = List.copyOf(pieces);
  }

  /// Freight rises by so much, evenly, over that stretch.
  record Piece(double fromKm, double toKm, double risesYuanPerT) {}

  static FreightLine of(Hauls hauls) {
    List<double[]> points = points(hauls);
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < points.size() - 1) {
      int to = from + 1;
      while (to < points.size() - 1 && isStraight(points, from, to + 1)) {
        to++;
      }
      double rises = points.get(to)[1] - points.get(from)[1];
      if (rises >= LEAST_RISE_YUAN) {
        pieces.add(new Piece(points.get(from)[0], points.get(to)[0], rises));
      }
      from = to;
    }
    double least = points.getFirst()[1];
    double mostBelow = 0;
    for (double[] point : points) {
      double trueFreight = hauls.leastByRoad(point[0]).doubleValue();
      mostBelow = Math.max(mostBelow, trueFreight - onLine(least, pieces, point[0]));
    }
    return new FreightLine(least, pieces, mostBelow);
  }

  private static double onLine(double least, List<Piece> pieces, double km) {
    double yuan = least;
    for (Piece piece : pieces) {
      double share = (km - piece.fromKm()) / (piece.toKm() - piece.fromKm());
      yuan += Math.clamp(share, 0, 1) * piece.risesYuanPerT();
    }
    return yuan;
  }

  double mostYuanPerT() {
    return leastYuanPerT + pieces.stream().mapToDouble(Piece::risesYuanPerT).sum();
  }

  private static List<double[]> points(Hauls hauls) {
    List<double[]> points = new ArrayList<>();
    double km = 0;
    points.add(point(hauls, km));
    for (double[] part : GRID_KM) {
      while (km < part[0]) {
        km += part[1];
        points.add(point(hauls, km));
      }
    }
    for (int i = points.size() - 2; i >= 0; i--) {
      points.get(i)[1] = Math.min(points.get(i)[1], points.get(i + 1)[1]);
    }
    return points;
  }

  private static double[] point(Hauls hauls, double km) {
    return new double[] {km, hauls.leastByRoad(km).doubleValue()};
  }

  private static boolean isStraight(List<double[]> points, int from, int to) {
    double[] start = points.get(from);
    double[] end = points.get(to);
    for (int i = from + 1; i < to; i++) {
      double[] between = points.get(i);
      double share = (between[0] - start[0]) / (end[0] - start[0]);
      double on = start[1] + share * (end[1] - start[1]);
      double below = Math.max(TOLERANCE_YUAN, TOLERANCE_SHARE * between[1]);
      if (on > between[1] + TOLERANCE_YUAN || on < between[1] - below) {
        return false;
      }
    }
    return true;
  }
}
