package cn.wufei.exchange.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reference freight by mode, distance and tonnes: for comparing offers, not anybody's tariff.
///
/// Within a mode a longer haul is never cheaper than a shorter one: where a band's lower rate would
/// make it so, the most that the bands before it can cost holds. More tonnes never cost more: rates
/// of fewer tonnes stay open to them.
public record FreightTable(List<FreightRate> rates) {

  private static final int MONEY_DECIMALS = 2;
  private static final BigDecimal KG_PER_T = BigDecimal.valueOf(1000);

  public FreightTable {
    rates = List.copyOf(rates);
  }

  /// Yuan per tonne, rounded half-up to fen; nothing where the mode has no rate for so short a way
  /// or so few tonnes. Road has one for all.
  ///
  /// @param consignmentKg what moves under one contract, not one truck's load
  public @Nullable BigDecimal yuanPerT(
      FreightMode mode, BigDecimal distanceKm, long consignmentKg) {
    if (distanceKm.signum() < 0) {
      throw new IllegalArgumentException("a distance is zero or more kilometres");
    }
    BigDecimal tonnes = BigDecimal.valueOf(Math.max(0, consignmentKg)).divide(KG_PER_T);
    Map<BigDecimal, BigDecimal> byTonnes = new HashMap<>();
    for (FreightRate rate : rates) {
      if (rate.mode().equals(mode.code())
          && rate.fromT().compareTo(tonnes) <= 0
          && rate.fromKm().compareTo(distanceKm) <= 0) {
        byTonnes.merge(rate.fromT().stripTrailingZeros(), cost(rate, distanceKm), BigDecimal::max);
      }
    }
    return byTonnes.values().stream()
        .min(Comparator.naturalOrder())
        .map(cost -> cost.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP))
        .orElse(null);
  }

  private static BigDecimal cost(FreightRate rate, BigDecimal distanceKm) {
    BigDecimal end = rate.toKm() == null ? distanceKm : distanceKm.min(rate.toKm());
    return end.multiply(rate.yuanPerTKm()).max(rate.floorYuanPerT()).add(rate.handlingYuanPerT());
  }
}
