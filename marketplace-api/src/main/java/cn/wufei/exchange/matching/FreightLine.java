package cn.wufei.exchange.matching;

import cn.wufei.exchange.haul.Hauls;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

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

  /// Within this distance the line of one piece lies as near to the others as it can.
  private static final double USUAL_KM = 300;

  private static final double FARTHEST_KM = 5_000;

  /// Upper ends of parts of the range, each with the step at which freight is looked up there.
  private static final double[][] GRID_KM = {{300, 1}, {1_000, 20}, {FARTHEST_KM, 250}};

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

  /// A line of one piece that nowhere lies above this one: to look at a distance takes longer than
  /// all else that is looked at of a candidate.
  FreightLine straight() {
    List<double[]> corners = lowerCorners();
    FreightLine nearest = this;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < corners.size(); i++) {
      FreightLine line = through(corners.get(i), corners.get(i + 1));
      double below = mostAbove(line, USUAL_KM);
      if (below < least) {
        nearest = line;
        least = below;
      }
    }
    return nearest;
  }

  /// Corners without those that lie above a line between two others.
  private List<double[]> lowerCorners() {
    List<double[]> lower = new ArrayList<>();
    for (double km : cornersKm()) {
      double[] next = {km, yuanPerT(km)};
      while (lower.size() > 1 && isAbove(lower.get(lower.size() - 2), lower.getLast(), next)) {
        lower.removeLast();
      }
      lower.add(next);
    }
    return lower;
  }

  private static boolean isAbove(double[] before, double[] corner, double[] after) {
    double share = (corner[0] - before[0]) / (after[0] - before[0]);
    return corner[1] >= before[1] + share * (after[1] - before[1]);
  }

  private FreightLine through(double[] one, double[] other) {
    double slope = (other[1] - one[1]) / (other[0] - one[0]);
    double least = one[1] - slope * one[0];
    List<Piece> piece = List.of(new Piece(0, FARTHEST_KM, slope * FARTHEST_KM));
    double below = mostAbove(new FreightLine(least, piece, 0), FARTHEST_KM);
    return new FreightLine(least, piece, mostBelowYuanPerT + below);
  }

  /// How far the other lies below this line at most, up to a distance.
  private double mostAbove(FreightLine other, double withinKm) {
    NavigableSet<Double> at = new TreeSet<>(cornersKm().headSet(withinKm, false));
    at.add(withinKm);
    return at.stream().mapToDouble(km -> yuanPerT(km) - other.yuanPerT(km)).max().orElseThrow();
  }

  /// Where it begins, bends and ends.
  private NavigableSet<Double> cornersKm() {
    NavigableSet<Double> corners = new TreeSet<>(List.of(0.0, FARTHEST_KM));
    pieces.forEach(piece -> corners.addAll(List.of(piece.fromKm(), piece.toKm())));
    return corners;
  }

  double yuanPerT(double km) {
    return onLine(leastYuanPerT, pieces, km);
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
