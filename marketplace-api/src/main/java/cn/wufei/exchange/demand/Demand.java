package cn.wufei.exchange.demand;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A demand as everybody may see it once it is published.
///
/// @param organisation the receiver
/// @param site where the tonnes are wanted
/// @param materialKeys any of them will do
/// @param use key of the catalog's use
/// @param openKg what no agreement covers yet; never negative
/// @param maxDeliveredYuanPerT the most that the buyer pays, on the limit's basis; negative when it
///   wants to be paid
/// @param limitBasis at whose gate the limit holds: delivered it includes the freight, ex works the
///   buyer fetches and the freight is its own matter
/// @param neededTo last day, included
/// @param months what of `quantityKg` falls to which month; none when it does not recur
@Serdeable
public record Demand(
    Id id,
    long version,
    DemandStatus status,
    OrganisationRef organisation,
    SiteRef site,
    List<String> materialKeys,
    String use,
    String title,
    @Nullable String description,
    long quantityKg,
    long openKg,
    BigDecimal maxDeliveredYuanPerT,
    PriceBasis limitBasis,
    LocalDate neededFrom,
    LocalDate neededTo,
    List<RequiredRange> ranges,
    Instant publishedAt,
    List<MonthQuantity> months) {

  public Demand {
    materialKeys = List.copyOf(materialKeys);
    ranges = List.copyOf(ranges);
    months = List.copyOf(months);
  }

  /// Whether agreements can still be made on it.
  public boolean isOpenOn(LocalDate day) {
    return status == DemandStatus.PUBLISHED && !day.isAfter(neededTo);
  }
}
