package cn.wufei.exchange.deal;

import cn.wufei.exchange.catalog.FreightMode;
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

/// A written agreement between a producer and a receiver.
///
/// @param number for people, such as `A2026-000001`; years are those of China Standard Time
/// @param quantityKg what was agreed; the tolerance lets loads end above or below it
/// @param reservedKg what is still to be loaded, from the ledger
/// @param fulfilledKg what was loaded and did not come back, from the ledger
/// @param movedKg what the receiver accepted
/// @param priceYuanPerT ex works, or delivered where there is a freight invoice; negative when the
///   producer pays
/// @param adjustments how the price moves with the quality that is measured
/// @param formula where the price follows an index, is for dry tonnes or comes with a loading fee;
///   `priceYuanPerT` is the indicative price of the day where it follows an index
/// @param freightInvoice who invoices the freight that a delivered price includes
/// @param governingScale whose weighbridge decides what is paid for
/// @param framework where the quantity is called off month by month
/// @param loads how many loads left under it
/// @param prices all that held and will hold, of the latest version first; empty where the price
///   was never amended. The price of the agreement itself is that of today
@Serdeable
public record Agreement(
    Id id,
    String number,
    long version,
    AgreementStatus status,
    Id offerId,
    Id lotId,
    String lotTitle,
    Id streamId,
    String materialKey,
    @Nullable Id demandId,
    OrganisationRef seller,
    OrganisationRef buyer,
    SiteRef sellerSite,
    SiteRef buyerSite,
    long quantityKg,
    BigDecimal tolerancePct,
    long reservedKg,
    long fulfilledKg,
    long movedKg,
    BigDecimal priceYuanPerT,
    List<QualityAdjustment> adjustments,
    @Nullable PriceFormula formula,
    @Nullable FreightInvoice freightInvoice,
    BigDecimal freightYuanPerT,
    FreightMode mode,
    BigDecimal distanceKm,
    DistanceSource distanceSource,
    Side governingScale,
    Assay governingAssay,
    LocalDate deliverFrom,
    LocalDate deliverTo,
    @Nullable Framework framework,
    String pollutionTerms,
    Instant acceptedAt,
    @Nullable Instant endedAt,
    @Nullable String endReason,
    long loads,
    List<AgreedPrice> prices) {

  public Agreement {
    prices = List.copyOf(prices);
  }

  /// What a tonne costs that is weighed on that day.
  public AgreedPrice priceOn(LocalDate day) {
    return AgreementRow.priceOn(prices, day, new AgreedPrice(null, priceYuanPerT, adjustments));
  }

  /// On which side an organisation stands; nothing for a stranger.
  public @Nullable Side sideOf(Id organisation) {
    if (organisation.equals(seller.id())) {
      return Side.SELLER;
    }
    return organisation.equals(buyer.id()) ? Side.BUYER : null;
  }
}
