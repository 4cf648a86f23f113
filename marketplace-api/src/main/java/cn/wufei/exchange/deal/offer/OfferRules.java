package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.DemandStatus;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an offer must satisfy on the day on which it is made or accepted.
final class OfferRules {

  private OfferRules() {}

  static Outcome<Lot> published(Lot lot) {
    return lot.status() == LotStatus.PUBLISHED
        ? Outcome.done(lot)
        : Outcome.refused(OfferRefusal.LOT_NOT_PUBLISHED, "lotId");
  }

  static Outcome<Lot> lotOpen(Lot lot, LocalDate today) {
    return published(lot)
        .then(_ ->
            lot.isOpenOn(today)
                ? Outcome.done(lot)
                : Outcome.refused(OfferRefusal.LOT_WINDOW_OVER, "lotId"));
  }

  /// Whether a demand can be answered with that lot.
  static Outcome<Demand> demandOpen(Demand demand, Lot lot, LocalDate today) {
    if (demand.status() != DemandStatus.PUBLISHED) {
      return Outcome.refused(OfferRefusal.DEMAND_NOT_PUBLISHED, "demandId");
    }
    if (!demand.isOpenOn(today)) {
      return Outcome.refused(OfferRefusal.DEMAND_WINDOW_OVER, "demandId");
    }
    return demand.materialKeys().contains(lot.materialKey())
        ? Outcome.done(demand)
        : Outcome.refused(OfferRefusal.MATERIAL_NOT_DEMANDED, "demandId");
  }

  /// Whether the lot goes to the buyer's site.
  ///
  /// @param field by which the request names the site
  static Outcome<Lot> destination(Lot lot, SiteRef site, String field) {
    return lot.goesTo(site.adcode())
        ? Outcome.done(lot)
        : Outcome.<Lot>refused(OfferRefusal.OUTSIDE_DESTINATIONS, field)
            .with("destinations", lot.destinations());
  }

  /// Not below the lot's minimum; all that is left may be.
  static Outcome<Terms> minimum(Terms terms, Lot lot) {
    return terms.quantityKg() >= lot.leastKg()
        ? Outcome.done(terms)
        : Outcome.<Terms>refused(OfferRefusal.BELOW_MINIMUM, "quantityKg")
            .with("minimumKg", lot.leastKg());
  }

  /// Delivery may have begun or even ended before the agreement is entered here: what was agreed
  /// and moved on paper is told afterwards.
  static Outcome<Terms> delivery(Terms terms, Lot lot) {
    if (terms.deliverTo().isBefore(terms.deliverFrom())) {
      return Outcome.refused(OfferRefusal.DELIVERY_REVERSED, "deliverTo");
    }
    if (terms.deliverFrom().isBefore(lot.availableFrom())) {
      return outsideWindow("deliverFrom", lot);
    }
    if (terms.deliverTo().isAfter(lot.availableTo())) {
      return outsideWindow("deliverTo", lot);
    }
    return Outcome.done(terms);
  }

  /// The last day on which an offer can be answered: as it was asked for, or else after the usual
  /// days, and not after the delivery or the lot is over.
  ///
  /// @param lot one that is open today
  static Outcome<LocalDate> validity(
      @Nullable LocalDate asked, Terms terms, Lot lot, LocalDate today) {
    if (asked == null) {
      return Outcome.done(
          Stream.of(
                  today.plusDays(OfferProcess.CURRENT.validityDays()),
                  terms.deliverTo(),
                  lot.availableTo())
              .filter(day -> !day.isBefore(today))
              .min(Comparator.naturalOrder())
              .orElseThrow());
    }
    if (asked.isBefore(today)) {
      return Outcome.refused(OfferRefusal.VALIDITY_OVER, "validTo");
    }
    int daysMax = OfferProcess.CURRENT.validityDaysMax();
    if (asked.isAfter(today.plusDays(daysMax))) {
      return Outcome.<LocalDate>refused(OfferRefusal.VALIDITY_TOO_LONG, "validTo")
          .with("daysMax", daysMax);
    }
    return asked.isAfter(lot.availableTo())
        ? Outcome.<LocalDate>refused(OfferRefusal.VALIDITY_BEYOND_WINDOW, "validTo")
            .with("availableTo", lot.availableTo().toString())
        : Outcome.done(asked);
  }

  /// Whether the lot still has what the offer asks for.
  static Outcome<Terms> available(Terms terms, Lot lot) {
    return terms.quantityKg() <= lot.availableKg()
        ? Outcome.done(terms)
        : Outcome.<Terms>refused(OfferRefusal.MORE_THAN_AVAILABLE, "quantityKg")
            .with("availableKg", lot.availableKg());
  }

  private static Outcome<Terms> outsideWindow(String field, Lot lot) {
    return Outcome.<Terms>refused(OfferRefusal.DELIVERY_OUTSIDE_WINDOW, field)
        .with("availableFrom", lot.availableFrom().toString())
        .with("availableTo", lot.availableTo().toString());
  }
}
