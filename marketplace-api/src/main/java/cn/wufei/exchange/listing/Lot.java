package cn.wufei.exchange.listing;

import cn.wufei.exchange.catalog.Region;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.schedule.MonthQuantity;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lot as everybody may see it once it is published.
///
/// @param organisation the producer
/// @param site where the waste lies
/// @param code of the national catalogue (nine characters), or of `codeScheme` where that is given
/// @param quantityKg what was offered at first; it never changes
/// @param availableKg what of it may still be agreed on
/// @param reservedKg what agreements hold that is not loaded yet
/// @param fulfilledKg what was loaded against agreements, over-delivery included
/// @param priceYuanPerT on its basis; negative when the producer pays
/// @param delivery where the price is delivered; nothing where it holds ex works
/// @param availableFrom first day of loading
/// @param availableTo last day of loading, included
/// @param months what of `quantityKg` falls to which month; none when it does not recur
/// @param adjustments how the price moves with the quality that is measured
/// @param visibility who finds it while it is published
/// @param minimumKg the least quantity of one offer; nothing where any will do
/// @param destinations regions to which it goes, by their numbers; none when everywhere
/// @param loadingModes how it can be loaded; none when nothing is said
/// @param loadingHours when it is loaded; nothing when nothing is said
@Serdeable
public record Lot(
    Id id,
    long version,
    LotStatus status,
    OrganisationRef organisation,
    SiteRef site,
    Id streamId,
    String materialKey,
    String classCode,
    @Nullable String code,
    @Nullable String codeScheme,
    String title,
    @Nullable String description,
    SaleMethod saleMethod,
    QuantityKind quantityKind,
    long quantityKg,
    long availableKg,
    long reservedKg,
    long fulfilledKg,
    BigDecimal priceYuanPerT,
    boolean taxIncluded,
    @Nullable Delivery delivery,
    LocalDate availableFrom,
    LocalDate availableTo,
    List<QualityRange> qualities,
    Instant publishedAt,
    List<MonthQuantity> months,
    List<QualityAdjustment> adjustments,
    LotVisibility visibility,
    @Nullable Long minimumKg,
    List<String> destinations,
    List<LoadingMode> loadingModes,
    @Nullable LoadingHours loadingHours) {

  public Lot {
    qualities = List.copyOf(qualities);
    months = List.copyOf(months);
    adjustments = List.copyOf(adjustments);
    destinations = List.copyOf(destinations);
    loadingModes = List.copyOf(loadingModes);
  }

  public PriceBasis priceBasis() {
    return delivery == null ? PriceBasis.EX_WORKS : PriceBasis.DELIVERED;
  }

  /// How far the price is delivered; nothing where it holds ex works, for whoever fetches.
  public @Nullable Integer deliveryRadiusKm() {
    return delivery == null ? null : delivery.radiusKm();
  }

  public boolean isForApprovedOnly() {
    return visibility == LotVisibility.APPROVED_BUYERS;
  }

  /// Whether the lot, while it is published, is there for the organisation to see.
  public boolean isShownIn(Circle circle) {
    return circle.sees(organisation.id(), isForApprovedOnly());
  }

  /// Whether the lot may go to the buyer; the circle is that of one of the two.
  public boolean mayGoTo(Id buyer, Circle circle) {
    return circle.joins(organisation.id(), buyer, isForApprovedOnly());
  }

  /// The least that can be agreed on now: the minimum, or all that is left where that is less; 0
  /// where any quantity will do.
  public long leastKg() {
    return minimumKg == null ? 0 : Math.min(minimumKg, Math.max(0, availableKg));
  }

  /// Whether it goes to a place in that division.
  public boolean goesTo(String adcode) {
    return destinations.isEmpty()
        || destinations.stream().anyMatch(Region.around(adcode)::contains);
  }

  /// Whether agreements can still be made on it and loads be planned.
  public boolean isOpenOn(LocalDate day) {
    return status == LotStatus.PUBLISHED && !day.isAfter(availableTo);
  }
}
