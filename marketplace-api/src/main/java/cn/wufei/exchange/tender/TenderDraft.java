package cn.wufei.exchange.tender;

import cn.wufei.exchange.deal.Assay;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
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
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A tender to be invited for a lot of the caller's. Prices hold where the lot's does.
///
/// @param quantityKg not more than the lot has available
/// @param minimumPriceYuanPerT public; left out when any price counts
/// @param minimumBidders 3 when left out
/// @param depositFen left out, or nothing, when bids count without
/// @param closesAt at least as far ahead as the exchange is set to, an hour as a rule, and at most
///   60 days
/// @param openingHours 24 when left out
/// @param awardDays 5 when left out
/// @param adjustments left out when prices do not depend on quality
/// @param tolerancePct 5 when left out
/// @param deliverFrom after the day of the closing, and in the lot's window
/// @param conditions what else the seller asks for
@Serdeable
@Schema(name = "TenderDraft")
record TenderDraft(
    @NotNull Id lotId,
    @NotNull @Min(TenderLimits.QUANTITY_KG_MIN) @Max(TenderLimits.QUANTITY_KG_MAX) Long quantityKg,
    @Nullable
        @DecimalMin(TenderLimits.PRICE_MIN)
        @DecimalMax(TenderLimits.PRICE_MAX)
        @Digits(integer = 8, fraction = 2)
        BigDecimal minimumPriceYuanPerT,
    @Nullable @Min(1) @Max(TenderLimits.BIDDERS_MAX) Integer minimumBidders,
    @Nullable @Min(0) @Max(TenderLimits.DEPOSIT_FEN_MAX) Long depositFen,
    @NotNull Instant closesAt,
    @Nullable @Min(1) @Max(TenderLimits.OPENING_HOURS_MAX) Integer openingHours,
    @Nullable @Min(1) @Max(TenderLimits.AWARD_DAYS_MAX) Integer awardDays,
    @Nullable @Size(max = QualityAdjustment.ADJUSTMENTS_MAX)
        List<@NotNull @Valid QualityAdjustment> adjustments,
    @NotNull Side governingScale,
    @NotNull Assay governingAssay,
    @Nullable
        @DecimalMin("0")
        @DecimalMax(TenderLimits.TOLERANCE_PCT_MAX)
        @Digits(integer = 2, fraction = 2)
        BigDecimal tolerancePct,
    @NotNull LocalDate deliverFrom,
    @NotNull LocalDate deliverTo,
    @NotBlank @Size(min = TenderLimits.POLLUTION_TERMS_MIN, max = TenderLimits.POLLUTION_TERMS_MAX)
        String pollutionTerms,
    @Nullable @Size(max = TenderLimits.TEXT_MAX) String conditions) {

  TenderTerms terms(Lot lot) {
    return new TenderTerms(
        quantityKg,
        minimumPriceYuanPerT == null
            ? null
            : minimumPriceYuanPerT.setScale(TenderLimits.PRICE_DECIMALS, RoundingMode.UNNECESSARY),
        Objects.requireNonNullElse(minimumBidders, TenderLimits.BIDDERS_DEFAULT),
        depositFen == null || depositFen == 0 ? null : depositFen,
        closesAt.truncatedTo(ChronoUnit.MICROS),
        Objects.requireNonNullElse(openingHours, TenderLimits.OPENING_HOURS_DEFAULT),
        Objects.requireNonNullElse(awardDays, TenderLimits.AWARD_DAYS_DEFAULT),
        Objects.requireNonNullElse(adjustments, List.of()),
        lot.taxIncluded(),
        lot.delivery() == null ? null : lot.delivery().freightInvoice(),
        lot.deliveryRadiusKm(),
        governingScale,
        governingAssay,
        Objects.requireNonNullElse(tolerancePct, Terms.TOLERANCE_PCT_DEFAULT),
        deliverFrom,
        deliverTo,
        pollutionTerms,
        conditions);
  }
}
