package cn.wufei.exchange.demand;

import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import cn.wufei.exchange.schedule.Schedule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A demand to be posted.
///
/// @param limitBasis delivered when left out
/// @param months left out when it does not recur
@Serdeable
record DemandDraft(
    @NotNull Id siteId,
    @NotNull @Size(min = 1, max = DemandLimits.MATERIALS_MAX)
        List<@NotBlank @Size(max = 40) String> materialKeys,
    @NotBlank @Size(max = 40) String use,
    @NotBlank @Size(max = DemandLimits.TITLE_MAX) String title,
    @Nullable @Size(max = DemandLimits.DESCRIPTION_MAX) String description,
    @NotNull @Min(DemandLimits.QUANTITY_KG_MIN) @Max(DemandLimits.QUANTITY_KG_MAX) Long quantityKg,
    @NotNull
        @DecimalMin(DemandLimits.PRICE_MIN)
        @DecimalMax(DemandLimits.PRICE_MAX)
        @Digits(integer = 8, fraction = 2)
        BigDecimal maxDeliveredYuanPerT,
    @Nullable PriceBasis limitBasis,
    @NotNull LocalDate neededFrom,
    @NotNull LocalDate neededTo,
    @NotNull @Size(max = DemandLimits.RANGES_MAX) List<@Valid RequiredRange> ranges,
    @Nullable @Size(max = Schedule.MONTHS_MAX) List<@Valid MonthQuantity> months) {

  DemandTerms terms() {
    return new DemandTerms(
        materialKeys,
        use,
        title,
        description,
        quantityKg,
        maxDeliveredYuanPerT,
        Objects.requireNonNullElse(limitBasis, PriceBasis.DELIVERED),
        neededFrom,
        neededTo,
        ranges,
        Objects.requireNonNullElse(months, List.of()));
  }
}
