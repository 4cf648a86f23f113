package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.deal.Assay;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.haul.DistanceSource;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.PriceFormula;
import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An offer as its two parties see it.
///
/// @param parentId the offer that this one counters
/// @param lotTitle as it read when the offer was made
/// @param priceYuanPerT ex works, or delivered where there is a freight invoice; negative when the
///   producer pays
/// @param adjustments how the price moves with the quality that is measured
/// @param formula where the price follows an index, is for dry tonnes or comes with a loading fee;
///   `priceYuanPerT` is the indicative price of the day where it follows an index
/// @param freightInvoice who invoices the freight that a delivered price includes
/// @param distanceKm by that mode
/// @param freightYuanPerT for that distance, by the catalog's rates
/// @param governingScale whose weighbridge decides what is paid for
/// @param framework where the quantity is called off month by month
/// @param validTo the last day on which it can be answered
/// @param pollutionTerms the written terms against pollution of art. 37
/// @param myTurn whether the one who reads is to answer
@Serdeable
public record Offer(
    Id id,
    long version,
    OfferStatus status,
    @Nullable Id parentId,
    Side proposer,
    Id lotId,
    String lotTitle,
    String materialKey,
    @Nullable Id demandId,
    OrganisationRef seller,
    OrganisationRef buyer,
    SiteRef sellerSite,
    SiteRef buyerSite,
    long quantityKg,
    BigDecimal priceYuanPerT,
    List<QualityAdjustment> adjustments,
    @Nullable PriceFormula formula,
    @Nullable FreightInvoice freightInvoice,
    FreightMode mode,
    BigDecimal distanceKm,
    DistanceSource distanceSource,
    BigDecimal freightYuanPerT,
    Side governingScale,
    Assay governingAssay,
    BigDecimal tolerancePct,
    LocalDate deliverFrom,
    LocalDate deliverTo,
    @Nullable Framework framework,
    LocalDate validTo,
    String pollutionTerms,
    @Nullable String message,
    Instant createdAt,
    boolean myTurn) {}
