package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Assay;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.QualityAdjustment;
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

/// An offer to be made: by a buyer on a lot, or by the lot's owner to a demand. Its price holds
/// where the lot's does.
///
/// @param demandId the demand that it answers; the owner of the lot must name one
/// @param buyerSiteId where the buyer wants it; may be left out when a demand says so
/// @param priceYuanPerT the indicative price of today where `formula` has it follow an index
/// @param adjustments left out when the price does not depend on quality
/// @param formula left out where the price is that figure for a wet tonne
/// @param tolerancePct 5 when left out
/// @param framework where the quantity is called off month by month
/// @param validTo the last day on which it can be answered; when left out a week ahead, and not
///   after delivery or the lot is over
@Serdeable
record OfferDraft(
    @NotNull Id lotId,
    @Nullable Id demandId,
    @Nullable Id buyerSiteId,
    @NotNull @Min(OfferLimits.QUANTITY_KG_MIN) @Max(OfferLimits.QUANTITY_KG_MAX) Long quantityKg,
    @NotNull
        @DecimalMin(OfferLimits.PRICE_MIN)
        @DecimalMax(OfferLimits.PRICE_MAX)
        @Digits(integer = 8, fraction = 2)
        BigDecimal priceYuanPerT,
    @Nullable @Size(max = QualityAdjustment.ADJUSTMENTS_MAX)
        List<@NotNull @Valid QualityAdjustment> adjustments,
    @Nullable @Valid PriceFormula formula,
    @NotNull Side governingScale,
    @NotNull Assay governingAssay,
    @Nullable
        @DecimalMin("0")
        @DecimalMax(OfferLimits.TOLERANCE_PCT_MAX)
        @Digits(integer = 2, fraction = 2)
        BigDecimal tolerancePct,
    @NotNull LocalDate deliverFrom,
    @NotNull LocalDate deliverTo,
    @Nullable @Valid Framework framework,
    @Nullable LocalDate validTo,
    @NotBlank @Size(min = OfferLimits.POLLUTION_TERMS_MIN, max = OfferLimits.POLLUTION_TERMS_MAX)
        String pollutionTerms,
    @Nullable @Size(max = OfferLimits.MESSAGE_MAX) String message) {

  /// @param freightInvoice where the price is delivered
  Terms terms(@Nullable FreightInvoice freightInvoice) {
    return new Terms(
        quantityKg,
        priceYuanPerT,
        Objects.requireNonNullElse(adjustments, List.of()),
        formula,
        freightInvoice,
        governingScale,
        governingAssay,
        Objects.requireNonNullElse(tolerancePct, Terms.TOLERANCE_PCT_DEFAULT),
        deliverFrom,
        deliverTo,
        framework,
        pollutionTerms,
        message);
  }
}
