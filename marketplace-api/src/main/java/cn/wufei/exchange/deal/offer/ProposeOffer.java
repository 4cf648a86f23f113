package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.approval.Approval;
import cn.wufei.exchange.approval.Approvals;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.DemandStatus;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotStatus;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.partner.Circle;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A buyer makes an offer on a lot, or the lot's owner to a demand. An offer promises nothing: the
/// quantity is reserved when the other side accepts.
@Singleton
class ProposeOffer {

  private final Organisations organisations;
  private final Lots lots;
  private final Demands demands;
  private final OfferConditions conditions;
  private final Partners partners;
  private final Hauls hauls;
  private final OfferStore store;
  private final OfferViews views;
  private final AskedOffers asked;
  private final Approvals approvals;
  private final OfferNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  ProposeOffer(
      Organisations organisations,
      Lots lots,
      Demands demands,
      OfferConditions conditions,
      Partners partners,
      Hauls hauls,
      OfferStore store,
      OfferViews views,
      AskedOffers asked,
      Approvals approvals,
      OfferNotices notices,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.lots = lots;
    this.demands = demands;
    this.conditions = conditions;
    this.partners = partners;
    this.hauls = hauls;
    this.store = store;
    this.views = views;
    this.asked = asked;
    this.approvals = approvals;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the organisation may trade, lot and demand are there for it to see
  /// (what is kept from it is not), lot and demand are open and of one material, the two parties
  /// differ, a lot for approved buyers goes to one, the buyer is a receiver, the site is the
  /// buyer's, the lot's price is delivered so far and the lot goes there, [OfferConditions], then
  /// until when it stands, the caller may bind the firm to it alone: the other side may accept it
  /// at once.
  Outcome<Offer> handle(Caller caller, OfferDraft draft) {
    return possible(caller, draft)
        .then(offer ->
            approvals
                .requireNone(caller, asked.sumOf(offer.terms()))
                .map(_ -> propose(caller, offer)));
  }

  /// Asks a second person to make it. Checked as for making it, up to the sum.
  Outcome<Approval> ask(Caller caller, OfferDraft draft) {
    return possible(caller, draft)
        .then(offer ->
            approvals.ask(
                caller,
                asked.proposal(
                    offer.deal().lot(),
                    offer.deal().counterparty(),
                    offer.terms(),
                    offer.validTo(),
                    draft)));
  }

  /// The same as [#handle] on the word of a second person.
  Outcome<Offer> approved(Caller caller, OfferDraft draft) {
    return possible(caller, draft).map(offer -> propose(caller, offer));
  }

  /// Whether the price of what was asked for would still hold where it did then: its owner may
  /// change that of a lot.
  boolean stands(AskedProposal asked) {
    Lot lot = lots.find(asked.offer().lotId());
    return lot != null && freightInvoiceOf(lot) == asked.freightInvoice();
  }

  private Outcome<Possible> possible(Caller caller, OfferDraft draft) {
    return organisations
        .requireTrading(caller)
        .then(own -> dealOf(own, draft))
        .then(this::inReach)
        .then(deal ->
            conditions
                .checkNew(deal.lot(), deal.counterparty(), draft.terms(deal.freightInvoice()))
                .then(terms ->
                    OfferRules.validity(draft.validTo(), terms, deal.lot(), conditions.today())
                        .map(validTo -> new Possible(deal, terms, validTo))));
  }

  private Outcome<Deal> dealOf(OrganisationRef own, OfferDraft draft) {
    Lot lot = lots.find(draft.lotId());
    Circle circle = partners.circleOf(own.id());
    if (lot == null || !isVisible(own, lot, circle)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "lotId");
    }
    Demand demand = draft.demandId() == null ? null : demands.find(draft.demandId());
    if (draft.demandId() != null && (demand == null || !isVisible(own, demand, circle))) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "demandId");
    }
    return OfferRules.lotOpen(lot, conditions.today())
        .then(_ ->
            lot.organisation().id().equals(own.id())
                ? bySeller(own, lot, demand, circle)
                : byBuyer(own, lot, demand, draft.buyerSiteId()));
  }

  private Outcome<Deal> bySeller(
      OrganisationRef own, Lot lot, @Nullable Demand demand, Circle circle) {
    if (demand == null) {
      return Outcome.refused(OfferRefusal.DEMAND_NEEDED, "demandId");
    }
    return OfferRules.demandOpen(demand, lot, conditions.today())
        .then(_ -> {
          Id buyer = demand.organisation().id();
          if (buyer.equals(own.id())) {
            return Outcome.refused(OfferRefusal.SAME_PARTY, "demandId");
          }
          return lot.mayGoTo(buyer, circle)
              ? Outcome.done(
                  new Deal(Side.SELLER, lot, demand, demand.organisation(), demand.site()))
              : Outcome.refused(OfferRefusal.BUYER_NOT_APPROVED, "demandId");
        });
  }

  private Outcome<Deal> byBuyer(
      OrganisationRef own, Lot lot, @Nullable Demand demand, @Nullable Id wantedSite) {
    if (demand != null && !demand.organisation().id().equals(own.id())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "demandId");
    }
    return demand == null
        ? boughtFor(own, lot, null, wantedSite)
        : OfferRules.demandOpen(demand, lot, conditions.today())
            .then(open -> boughtFor(own, lot, open, wantedSite));
  }

  private Outcome<Deal> boughtFor(
      OrganisationRef own, Lot lot, @Nullable Demand demand, @Nullable Id wantedSite) {
    if (!own.kind().endsWith("receiver")) {
      return Outcome.refused(OfferRefusal.NOT_A_RECEIVER);
    }
    if (wantedSite == null) {
      return demand == null
          ? Outcome.refused(OfferRefusal.SITE_NEEDED, "buyerSiteId")
          : Outcome.done(new Deal(Side.BUYER, lot, demand, own, demand.site()));
    }
    SiteRef site = organisations.findSite(wantedSite);
    return site != null && site.organisationId().equals(own.id())
        ? Outcome.done(new Deal(Side.BUYER, lot, demand, own, site))
        : Outcome.refused(CommonRefusal.NOT_FOUND, "buyerSiteId");
  }

  private Outcome<Deal> inReach(Deal deal) {
    Haul straight = hauls.estimate(deal.from(), deal.to(), 0);
    return straight.isWithin(deal.lot().deliveryRadiusKm())
        ? OfferRules.destination(deal.lot(), deal.buyerSite(), deal.siteField()).map(_ -> deal)
        : Outcome.refused(OfferRefusal.BEYOND_DELIVERY, deal.siteField());
  }

  private Offer propose(Caller caller, Possible offer) {
    Deal deal = offer.deal();
    Terms terms = offer.terms();
    Haul haul = hauls.between(deal.from(), deal.to(), terms.quantityKg());
    OfferRow row =
        OfferRow.made(
            null,
            deal.proposer(),
            deal.parties(haul),
            terms,
            offer.validTo(),
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    store.insert(row);
    audit.record(
        caller,
        "offer-made",
        "offer",
        row.id(),
        Map.of(
            "lotId",
            deal.lot().id().toString(),
            "quantityKg",
            terms.quantityKg(),
            "priceYuanPerT",
            terms.priceYuanPerT()));
    notices.made(row);
    return views.of(caller, row);
  }

  private static boolean isVisible(OrganisationRef own, Lot lot, Circle circle) {
    return lot.organisation().id().equals(own.id())
        || (lot.status() == LotStatus.PUBLISHED && lot.isShownIn(circle));
  }

  private static boolean isVisible(OrganisationRef own, Demand demand, Circle circle) {
    Id buyer = demand.organisation().id();
    return buyer.equals(own.id())
        || (demand.status() == DemandStatus.PUBLISHED && circle.meets(buyer));
  }

  private static @Nullable FreightInvoice freightInvoiceOf(Lot lot) {
    return lot.delivery() == null ? null : lot.delivery().freightInvoice();
  }

  private record Possible(Deal deal, Terms terms, LocalDate validTo) {}

  private record Deal(
      Side proposer, Lot lot, @Nullable Demand demand, OrganisationRef buyer, SiteRef buyerSite) {

    Id counterparty() {
      return switch (proposer) {
        case SELLER -> buyer.id();
        case BUYER -> lot.organisation().id();
      };
    }

    /// How a request names the buyer's site.
    String siteField() {
      return proposer == Side.BUYER ? "buyerSiteId" : "demandId";
    }

    Place from() {
      return Place.of(lot.site());
    }

    Place to() {
      return Place.of(buyerSite);
    }

    @Nullable FreightInvoice freightInvoice() {
      return freightInvoiceOf(lot);
    }

    Parties parties(Haul haul) {
      return new Parties(
          lot.id(),
          lot.title(),
          lot.streamId(),
          lot.materialKey(),
          demand == null ? null : demand.id(),
          lot.organisation().id(),
          buyer.id(),
          lot.site().id(),
          buyerSite.id(),
          haul.mode(),
          haul.source(),
          haul.distanceKm(),
          haul.freightYuanPerT());
    }
  }
}
