package cn.wufei.exchange.demand;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.schedule.MonthQuantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an owner says of a demand and may change.
record DemandTerms(
    List<String> materialKeys,
    String use,
    String title,
    @Nullable String description,
    long quantityKg,
    BigDecimal maxDeliveredYuanPerT,
    PriceBasis limitBasis,
    LocalDate neededFrom,
    LocalDate neededTo,
    List<RequiredRange> ranges,
    List<MonthQuantity> months) {

  DemandTerms {
    materialKeys = List.copyOf(materialKeys);
    title = title.strip();
    description = description == null || description.isBlank() ? null : description.strip();
    maxDeliveredYuanPerT = maxDeliveredYuanPerT.setScale(2, RoundingMode.UNNECESSARY);
    ranges = List.copyOf(ranges);
    months = List.copyOf(months);
  }
}
