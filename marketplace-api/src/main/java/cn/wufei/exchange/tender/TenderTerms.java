package cn.wufei.exchange.tender;

import cn.wufei.exchange.deal.Assay;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What everybody bids on. The lot cannot change while the tender goes on, and nor can this.
///
/// @param minimumPriceYuanPerT a bid that is opened below it does not count; absent when any price
///   does
/// @param minimumBidders with fewer bids that count at the closing the tender fails
/// @param depositFen what each bidder transfers to the seller so that the bid counts; absent when
///   nothing
/// @param openingHours for how long after the closing bidders can open their bids
/// @param awardDays how many times 24 hours after the opening the seller can award
/// @param taxIncluded whether prices include tax, as the lot's does
/// @param freightInvoice who invoices the freight where prices are delivered, as the lot's is;
///   absent where they hold ex works
/// @param deliveryRadiusKm around the lot's site, where prices are delivered
/// @param pollutionTerms the written terms against pollution of art. 37
/// @param conditions more that the seller asks for
@Serdeable
@Schema(name = "TenderTerms")
public record TenderTerms(
    long quantityKg,
    @Nullable BigDecimal minimumPriceYuanPerT,
    int minimumBidders,
    @Nullable Long depositFen,
    Instant closesAt,
    int openingHours,
    int awardDays,
    List<QualityAdjustment> adjustments,
    boolean taxIncluded,
    @Nullable FreightInvoice freightInvoice,
    @Nullable Integer deliveryRadiusKm,
    Side governingScale,
    Assay governingAssay,
    BigDecimal tolerancePct,
    LocalDate deliverFrom,
    LocalDate deliverTo,
    String pollutionTerms,
    @Nullable String conditions) {

  public TenderTerms {
    adjustments = adjustments.stream().map(QualityAdjustment::plain).toList();
    tolerancePct = tolerancePct.setScale(2, RoundingMode.UNNECESSARY);
    pollutionTerms = pollutionTerms.strip();
    conditions = conditions == null || conditions.isBlank() ? null : conditions.strip();
  }

  /// The terms of the agreement that is made at that price.
  Terms at(BigDecimal priceYuanPerT) {
    return new Terms(
        quantityKg,
        priceYuanPerT,
        adjustments,
        null,
        freightInvoice,
        governingScale,
        governingAssay,
        tolerancePct,
        deliverFrom,
        deliverTo,
        null,
        pollutionTerms,
        conditions);
  }

  boolean isBelowMinimum(BigDecimal priceYuanPerT) {
    return minimumPriceYuanPerT != null && priceYuanPerT.compareTo(minimumPriceYuanPerT) < 0;
  }
}
