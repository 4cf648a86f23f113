package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// What matching needs to know of a lot.
///
/// @param open whether it is published and its owner verified
/// @param firm whether the tonnes are there, rather than estimated
/// @param priceYuanPerT ex works; negative when the producer pays
/// @param availableTo included
/// @param months in order; none when the lot does not recur
public record Supply(
    Id lotId,
    Id organisationId,
    boolean open,
    String materialKey,
    boolean firm,
    long availableKg,
    BigDecimal priceYuanPerT,
    LocalDate availableFrom,
    LocalDate availableTo,
    List<ParameterRange> qualities,
    List<MonthQuantity> months) {

  public Supply {
    qualities = List.copyOf(qualities);
    months = List.copyOf(months);
  }
}
