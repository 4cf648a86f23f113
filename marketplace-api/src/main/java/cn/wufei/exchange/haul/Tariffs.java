package cn.wufei.exchange.haul;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.catalog.FreightRate;
import cn.wufei.exchange.catalog.FreightTable;
import cn.wufei.exchange.haul.Tariff.Rise;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The rates of the catalog as lines. An estimated haul costs the least that any tariff open to it
/// says, no more than [#withinYuanPerT] above or below: distances and freight are rounded. Where a
/// line jumps or begins it may do so [#withinKm] sooner or later.
public record Tariffs(List<Tariff> all, double withinYuanPerT, double withinKm) {

  /// No two places on Earth are farther apart, as the crow flies.
  public static final double FARTHEST_KM = 20_040;

  /// Half of the last digit of an estimated distance by road.
  private static final double ROUNDED_ROAD_KM = 0.05;

  /// More than two ways of reckoning the distance between two places differ by.
  private static final double RECKONED_KM = 0.001;

  private static final double ROUNDED_YUAN = 0.005;
  private static final double LEAST_RISE_YUAN = 1e-9;
  private static final double SAME_SLOPE = 1e-9;
  private static final BigDecimal KG_PER_T = BigDecimal.valueOf(1000);

  public Tariffs {
    all = List.copyOf(all);
  }

  static Tariffs of(FreightTable table, double circuity) {
    Map<String, List<FreightRate>> groups = new LinkedHashMap<>();
    for (FreightRate rate : table.rates()) {
      String group = rate.mode() + " " + rate.fromT().stripTrailingZeros().toPlainString();
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(rate);
    }
    List<Tariff> all = groups.values().stream().map(group -> tariff(group, circuity)).toList();
    double steepest =
        table.rates().stream().mapToDouble(rate -> rate.yuanPerTKm().doubleValue()).max().orElse(0);
    double withinYuan = steepest * (ROUNDED_ROAD_KM + RECKONED_KM * circuity) + ROUNDED_YUAN;
    return new Tariffs(all, withinYuan, ROUNDED_ROAD_KM / circuity + RECKONED_KM);
  }

  /// No freight is higher.
  public double mostYuanPerT() {
    return all.stream().mapToDouble(Tariff::mostYuanPerT).max().orElse(0);
  }

  private static Tariff tariff(List<FreightRate> rates, double circuity) {
    List<Band> bands = rates.stream().map(Band::of).toList();
    List<Double> knots = knots(bands, FARTHEST_KM * circuity);
    double first = knots.getFirst();
    double least = yuan(bands, first, first);
    List<Rise> rises = new ArrayList<>();
    double before = least;
    for (int i = 0; i + 1 < knots.size(); i++) {
      double from = knots.get(i);
      double to = knots.get(i + 1);
      double atFrom = yuan(bands, from, from);
      double atTo = yuan(bands, from, to);
      add(rises, new Rise(from / circuity, from / circuity, atFrom - before));
      add(rises, new Rise(from / circuity, to / circuity, atTo - atFrom));
      before = atTo;
    }
    FreightRate any = rates.getFirst();
    return new Tariff(
        FreightMode.ofCode(any.mode()),
        any.fromT().multiply(KG_PER_T).setScale(0, RoundingMode.CEILING).longValueExact(),
        first / circuity,
        least,
        rises);
  }

  /// Two rises that go on alike are one.
  private static void add(List<Rise> rises, Rise next) {
    if (next.yuanPerT() < LEAST_RISE_YUAN) {
      return;
    }
    Rise last = rises.isEmpty() ? null : rises.getLast();
    if (last != null
        && last.toKm() == next.fromKm()
        && !last.isJump()
        && !next.isJump()
        && Math.abs(slope(last) - slope(next)) < SAME_SLOPE) {
      rises.removeLast();
      rises.add(new Rise(last.fromKm(), next.toKm(), last.yuanPerT() + next.yuanPerT()));
    } else {
      rises.add(next);
    }
  }

  private static double slope(Rise rise) {
    return rise.yuanPerT() / (rise.toKm() - rise.fromKm());
  }

  /// The freight at a distance by the bands that have begun at another, which is no farther.
  private static double yuan(List<Band> bands, double begunAtKm, double km) {
    return bands.stream()
        .filter(band -> band.fromKm() <= begunAtKm)
        .mapToDouble(band -> band.yuan(km))
        .max()
        .orElseThrow();
  }

  /// Distances between which the freight is straight: where bands begin and end, and where one line
  /// crosses another.
  private static List<Double> knots(List<Band> bands, double farthestKm) {
    double first = bands.stream().mapToDouble(Band::fromKm).min().orElseThrow();
    TreeSet<Double> knots = new TreeSet<>(List.of(first, farthestKm));
    List<Line> lines = bands.stream().map(Band::lines).flatMap(Collection::stream).toList();
    bands.forEach(band -> knots.addAll(List.of(band.fromKm(), band.toKm())));
    for (Line one : lines) {
      for (Line other : lines) {
        if (one.slope() != other.slope()) {
          knots.add((other.yuan() - one.yuan()) / (one.slope() - other.slope()));
        }
      }
    }
    return List.copyOf(knots.subSet(first, true, farthestKm, true));
  }

  /// @param yuan at no distance
  private record Line(double yuan, double slope) {}

  /// One rate; beyond its end it stays as high as it is there.
  ///
  /// @param toKm without end: infinite
  private record Band(
      double fromKm, double toKm, double yuanPerKm, double floorYuan, double handlingYuan) {

    static Band of(FreightRate rate) {
      BigDecimal toKm = rate.toKm();
      return new Band(
          rate.fromKm().doubleValue(),
          toKm == null ? Double.POSITIVE_INFINITY : toKm.doubleValue(),
          rate.yuanPerTKm().doubleValue(),
          rate.floorYuanPerT().doubleValue(),
          rate.handlingYuanPerT().doubleValue());
    }

    double yuan(double km) {
      return Math.max(floorYuan, Math.min(km, toKm) * yuanPerKm) + handlingYuan;
    }

    List<Line> lines() {
      Line floor = new Line(floorYuan + handlingYuan, 0);
      Line rising = new Line(handlingYuan, yuanPerKm);
      return Double.isInfinite(toKm)
          ? List.of(floor, rising)
          : List.of(floor, rising, new Line(yuan(toKm), 0));
    }
  }
}
