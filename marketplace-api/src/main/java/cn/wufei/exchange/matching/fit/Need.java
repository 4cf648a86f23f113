package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.indexer.document.ParameterRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What matching needs to know of a demand.
///
/// @param open whether it is published and its owner verified
/// @param maxDeliveredYuanPerT the limit on its basis; negative when the buyer wants to be paid
/// @param neededTo included
/// @param ranges a lot must lie wholly within each
/// @param months in order; none when the demand does not recur
/// @param divisions in which its site lies, the widest first
public record Need(
    Id demandId,
    Id organisationId,
    boolean open,
    Set<String> materialKeys,
    String use,
    long openKg,
    BigDecimal maxDeliveredYuanPerT,
    PriceBasis limitBasis,
    LocalDate neededFrom,
    LocalDate neededTo,
    List<ParameterRange> ranges,
    List<MonthQuantity> months,
    List<String> divisions) {

  public Need {
    materialKeys = Set.copyOf(materialKeys);
    ranges = List.copyOf(ranges);
    months = List.copyOf(months);
    divisions = List.copyOf(divisions);
  }

  public boolean recurs() {
    return !months.isEmpty();
  }
}
