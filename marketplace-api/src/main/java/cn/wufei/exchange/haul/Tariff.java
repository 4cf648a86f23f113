package cn.wufei.exchange.haul;

import cn.wufei.exchange.catalog.FreightMode;
import java.util.List;

/// What estimated hauls by one mode cost over the distance as the crow flies: a line of straight
/// pieces. It holds for consignments from so many kilograms on, beside those for fewer.
///
/// @param fromKm nothing goes by it over less
/// @param leastYuanPerT at that distance
/// @param rises in the order of their distances; between them the line is level
public record Tariff(
    FreightMode mode, long fromKg, double fromKm, double leastYuanPerT, List<Rise> rises) {

  public Tariff {
    rises = List.copyOf(rises);
  }

  /// The freight rises evenly over that stretch, or at once where its ends are one.
  public record Rise(double fromKm, double toKm, double yuanPerT) {

    public boolean isJump() {
      return fromKm == toKm;
    }
  }

  /// Over the longest way on Earth.
  public double mostYuanPerT() {
    return leastYuanPerT + rises.stream().mapToDouble(Rise::yuanPerT).sum();
  }

  /// Over that distance; at a jump what holds from there on.
  public double yuanPerT(double straightKm) {
    double yuan = leastYuanPerT;
    for (Rise rise : rises) {
      if (rise.isJump()) {
        yuan += straightKm >= rise.fromKm() ? rise.yuanPerT() : 0;
      } else {
        double share = (straightKm - rise.fromKm()) / (rise.toKm() - rise.fromKm());
        yuan += Math.clamp(share, 0, 1) * rise.yuanPerT();
      }
    }
    return yuan;
  }
}
