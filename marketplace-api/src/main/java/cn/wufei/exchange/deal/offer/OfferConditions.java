package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotScreening;
import cn.wufei.exchange.listing.LotsInTender;
import cn.wufei.exchange.partner.Partners;
import cn.wufei.exchange.price.AdjustmentRules;
import cn.wufei.exchange.price.PriceIndices;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/// What must hold whenever an offer is made, countered or accepted: the lot is still there, the
/// other side may trade, the delivery fits, and nothing points to hazardous waste, also nothing
/// that laboratories found in the lot's stream.
@Singleton
class OfferConditions {

  private final Organisations organisations;
  private final LotScreening screening;
  private final LotsInTender tenders;
  private final AdjustmentRules adjustments;
  private final PriceIndices indices;
  private final Partners partners;
  private final Clock clock;

  OfferConditions(
      Organisations organisations,
      LotScreening screening,
      LotsInTender tenders,
      AdjustmentRules adjustments,
      PriceIndices indices,
      Partners partners,
      Clock clock) {
    this.organisations = organisations;
    this.screening = screening;
    this.tenders = tenders;
    this.adjustments = adjustments;
    this.indices = indices;
    this.partners = partners;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  /// Checked in this order: the lot is published, its window has not ended, no tender binds it, the
  /// other side is verified, the delivery lies in the window, the quantity is not below the lot's
  /// minimum, the hazard gate is clear.
  Outcome<Terms> check(Lot lot, Id counterparty, Terms terms) {
    return open(lot)
        .then(_ -> verified(counterparty))
        .then(_ -> OfferRules.delivery(terms, lot))
        .then(_ -> OfferRules.minimum(terms, lot))
        .then(_ -> clear(lot))
        .map(_ -> terms);
  }

  /// Refused when the lot is not published, its window has ended or a tender binds it.
  Outcome<Lot> open(Lot lot) {
    return OfferRules.lotOpen(lot, today())
        .then(_ -> tenders.requireNone(lot.id()))
        .then(_ -> OfferRules.published(lot));
  }

  /// Refused when something points to hazardous waste.
  Outcome<Lot> clear(Lot lot) {
    return screening.requireClear(lot).map(_ -> lot);
  }

  /// The same of a sale that was come to in another way, by the tender that binds the lot: its
  /// window may have ended meanwhile, and the quantity was measured by the minimum when it began.
  Outcome<Terms> checkSale(Lot lot, Id counterparty, Terms terms) {
    return OfferRules.published(lot)
        .then(_ -> verified(counterparty))
        .then(_ -> OfferRules.delivery(terms, lot))
        .then(_ -> screening.requireClear(lot))
        .map(_ -> terms);
  }

  /// The same of terms that nobody has proposed before; then that their price holds
  /// ([AdjustmentRules], [PriceIndices]).
  Outcome<Terms> checkNew(Lot lot, Id counterparty, Terms terms) {
    return check(lot, counterparty, terms)
        .then(_ -> adjustments.check(terms.adjustments()))
        .then(_ ->
            terms.formula() == null
                ? Outcome.done(terms)
                : indices.check(terms.formula()).map(_ -> terms))
        .map(_ -> terms);
  }

  /// Refused when a negotiation that has begun may no longer go on: one side keeps away from the
  /// other by now, or the lot is for approved buyers and the buyer is none. The reason does not say
  /// which. Then when the lot does not go to the buyer's site any more.
  Outcome<Lot> stillOffered(Lot lot, Parties parties) {
    return stillOffered(lot, parties.buyerId(), parties.buyerSiteId());
  }

  /// The same of an agreement that stands.
  Outcome<Lot> stillOffered(Lot lot, Id buyer, Id buyerSite) {
    if (!lot.mayGoTo(buyer, partners.circleOf(buyer))) {
      return Outcome.refused(OfferRefusal.LOT_NOT_OFFERED, "lotId");
    }
    return Outcome.found(organisations.findSite(buyerSite))
        .then(site -> OfferRules.destination(lot, site, "buyerSiteId"));
  }

  /// Refused when the organisation may not trade at present.
  Outcome<OrganisationRef> verified(Id counterparty) {
    OrganisationRef organisation = organisations.find(counterparty);
    return organisation != null && organisation.status().equals("verified")
        ? Outcome.done(organisation)
        : Outcome.refused(OfferRefusal.COUNTERPARTY_NOT_VERIFIED);
  }
}
