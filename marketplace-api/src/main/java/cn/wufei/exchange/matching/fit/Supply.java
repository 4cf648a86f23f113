package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What matching needs to know of a lot.
///
/// @param open whether it is published and its owner verified
/// @param firm whether the tonnes are there, rather than estimated
/// @param priceYuanPerT on its basis; negative when the producer pays
/// @param radiusKm how far the price is delivered, as the crow flies; nothing where it holds ex
///   works
/// @param availableTo included
/// @param months in order; none when the lot does not recur
/// @param leastKg the least that can be agreed on; 0 where any quantity will do
/// @param destinations divisions to which it goes; none when everywhere
public record Supply(
    Id lotId,
    Id organisationId,
    boolean open,
    String materialKey,
    boolean firm,
    long availableKg,
    BigDecimal priceYuanPerT,
    @Nullable Integer radiusKm,
    LocalDate availableFrom,
    LocalDate availableTo,
    List<ParameterRange> qualities,
    List<MonthQuantity> months,
    long leastKg,
    List<String> destinations) {

  public Supply {
    qualities = List.copyOf(qualities);
    months = List.copyOf(months);
    destinations = List.copyOf(destinations);
  }

  public PriceBasis basis() {
    return radiusKm == null ? PriceBasis.EX_WORKS : PriceBasis.DELIVERED;
  }

  /// The same with other kilograms.
  public Supply holding(long kg) {
    return new Supply(
        lotId,
        organisationId,
        open,
        materialKey,
        firm,
        kg,
        priceYuanPerT,
        radiusKm,
        availableFrom,
        availableTo,
        qualities,
        months,
        leastKg,
        destinations);
  }

  public boolean recurs() {
    return !months.isEmpty();
  }
}
