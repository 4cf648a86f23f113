package cn.wufei.exchange.listing;

import cn.wufei.exchange.catalog.Region;
import cn.wufei.exchange.price.QualityAdjustment;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// New terms of a lot, all of them; what was offered in quantity stays.
///
/// @param months left out when it does not recur
/// @param adjustments left out when the price does not depend on quality
/// @param visibility left out when it stays as it is
/// @param minimumKg the least quantity of one offer, not above the lot's quantity; left out when
///   any will do. An offer for all that is left may be below
/// @param destinations regions to which the lot goes, by their numbers in the catalog; left out or
///   empty when everywhere
/// @param loadingModes left out when nothing is said
/// @param loadingHours left out when nothing is said
@Serdeable
record LotEdit(
    @NotBlank @Size(max = LotLimits.TITLE_MAX) String title,
    @Nullable @Size(max = LotLimits.DESCRIPTION_MAX) String description,
    @NotNull
        @DecimalMin(LotLimits.PRICE_MIN)
        @DecimalMax(LotLimits.PRICE_MAX)
        @Digits(integer = 8, fraction = 2)
        BigDecimal priceYuanPerT,
    @NotNull Boolean taxIncluded,
    @Nullable @Valid Delivery delivery,
    @NotNull LocalDate availableFrom,
    @NotNull LocalDate availableTo,
    @NotNull @Size(max = LotLimits.QUALITIES_MAX) List<@Valid QualityRange> qualities,
    @Nullable @Size(max = Schedule.MONTHS_MAX) List<@Valid MonthQuantity> months,
    @Nullable @Size(max = QualityAdjustment.ADJUSTMENTS_MAX)
        List<@NotNull @Valid QualityAdjustment> adjustments,
    @Nullable LotVisibility visibility,
    @Nullable @Min(1) @Max(LotLimits.QUANTITY_KG_MAX) Long minimumKg,
    @Nullable @Size(max = LotLimits.DESTINATIONS_MAX)
        List<@NotNull @Pattern(regexp = Region.ADCODE) String> destinations,
    @Nullable @Size(max = LotLimits.LOADING_MODES_MAX) List<@NotNull LoadingMode> loadingModes,
    @Nullable @Valid LoadingHours loadingHours) {

  LotTerms terms() {
    return new LotTerms(
        title,
        description,
        priceYuanPerT,
        taxIncluded,
        delivery,
        availableFrom,
        availableTo,
        qualities,
        Objects.requireNonNullElse(months, List.of()),
        Objects.requireNonNullElse(adjustments, List.of()),
        LotConditions.of(minimumKg, destinations, loadingModes, loadingHours));
  }
}
