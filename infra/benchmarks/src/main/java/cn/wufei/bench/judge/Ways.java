package cn.wufei.bench.judge;

import cn.wufei.seeds.region.Region.Site;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// How far it is between two sites and what a tonne costs on the way.
final class Ways {

  private static final double EARTH_KM = 6371.0088;
  private static final double CIRCUITY = 1.3;
  private static final double KG_PER_T = 1_000;

  /// More than a rate times a distance has: what lies beyond is the error of binary fractions,
  /// which would turn a half fen down.
  private static final int EXACT_DECIMALS = 6;

  private final Map<String, List<ReferenceData.Rate>> byMode = new HashMap<>();

  Ways(List<ReferenceData.Rate> rates) {
    rates.forEach(rate -> byMode.computeIfAbsent(rate.mode(), _ -> new ArrayList<>()).add(rate));
  }

  /// Great-circle distance in km.
  static double straightKm(Site one, Site other) {
    double latitude = Math.toRadians(one.latitude().doubleValue());
    double otherLatitude = Math.toRadians(other.latitude().doubleValue());
    double longitudes =
        Math.toRadians(other.longitude().doubleValue() - one.longitude().doubleValue());
    double halfLatitude = Math.sin((otherLatitude - latitude) / 2);
    double halfLongitude = Math.sin(longitudes / 2);
    double chord =
        halfLatitude * halfLatitude
            + Math.cos(latitude) * Math.cos(otherLatitude) * halfLongitude * halfLongitude;
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  /// Estimated road distance in tenths of a kilometre.
  static BigDecimal roadKm(double straightKm) {
    return BigDecimal.valueOf(straightKm * CIRCUITY).setScale(1, RoundingMode.HALF_UP);
  }

  /// The cheapest mode that both sites have, in yuan per tonne to the fen.
  BigDecimal freight(Site one, Site other, BigDecimal km, long consignmentKg) {
    double cheapest = costs("road", km, consignmentKg);
    if (one.railSiding() && other.railSiding()) {
      cheapest = Math.min(cheapest, costs("rail", km, consignmentKg));
    }
    if (one.wharf() && other.wharf()) {
      cheapest = Math.min(cheapest, costs("water", km, consignmentKg));
    }
    return BigDecimal.valueOf(cheapest)
        .setScale(EXACT_DECIMALS, RoundingMode.HALF_UP)
        .setScale(2, RoundingMode.HALF_UP);
  }

  /// The least over the tonnages that the consignment reaches; infinite where the mode has no
  /// price.
  private double costs(String mode, BigDecimal km, long consignmentKg) {
    List<ReferenceData.Rate> rates = byMode.getOrDefault(mode, List.of());
    TreeSet<Double> tonnages = new TreeSet<>();
    rates.forEach(rate -> tonnages.add(rate.fromT()));
    double least = Double.POSITIVE_INFINITY;
    for (double fromT : tonnages) {
      if (consignmentKg >= fromT * KG_PER_T) {
        least = Math.min(least, greatest(rates, fromT, km.doubleValue()));
      }
    }
    return least;
  }

  /// The greatest over the bands that begin at or below the distance: a longer way never costs
  /// less.
  private static double greatest(List<ReferenceData.Rate> rates, double fromT, double km) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (ReferenceData.Rate rate : rates) {
      if (rate.fromT() == fromT && rate.fromKm() <= km) {
        double way = rate.yuanPerTKm() * Math.min(km, rate.toKm());
        greatest =
            Math.max(greatest, Math.max(way, rate.floorYuanPerT()) + rate.handlingYuanPerT());
      }
    }
    return greatest == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : greatest;
  }
}
