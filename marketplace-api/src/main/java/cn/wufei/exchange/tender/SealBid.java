package cn.wufei.exchange.tender;

import cn.wufei.exchange.audit.AuditLog;
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
import cn.wufei.exchange.listing.LotScreening;
import cn.wufei.exchange.listing.Lots;
import jakarta.inject.Singleton;
import java.util.Map;

/// A bidder seals a bid, puts another in its place or withdraws it, all before the closing. Nobody
/// is told: who bids is not known before the closing.
@Singleton
class SealBid {

  private final Organisations organisations;
  private final TenderDesk desk;
  private final VisibleTenders tenders;
  private final BidStore store;
  private final Lots lots;
  private final LotScreening screening;
  private final Hauls hauls;
  private final TenderViews views;
  private final AuditLog audit;

  SealBid(
      Organisations organisations,
      TenderDesk desk,
      VisibleTenders tenders,
      BidStore store,
      Lots lots,
      LotScreening screening,
      Hauls hauls,
      TenderViews views,
      AuditLog audit) {
    this.organisations = organisations;
    this.desk = desk;
    this.tenders = tenders;
    this.store = store;
    this.lots = lots;
    this.screening = screening;
    this.hauls = hauls;
    this.views = views;
    this.audit = audit;
  }

  /// Checked in this order: the organisation may trade, the tender is there for it, it is
  /// another's, the organisation buys, the site is its own, prices are delivered so far and the lot
  /// goes there, bids are open, it has no bid, the hazard gate is clear.
  Outcome<OwnBid> seal(Caller caller, Id id, BidDraft draft) {
    return way(caller, id, draft)
        .then(way ->
            desk.hold(caller, id)
                .then(course ->
                    open(course)
                        .then(_ ->
                            course.bidOf(caller.organisationId()) == null
                                ? clear(course)
                                : Outcome.refused(BidRefusal.BID_EXISTS)))
                .map(course -> {
                  BidRow bid =
                      BidRow.made(
                          id,
                          caller.organisationId(),
                          draft.buyerSiteId(),
                          draft,
                          way,
                          course.asOf());
                  store.insert(bid);
                  return said(caller, course.with(bid), bid, "bid-sealed");
                }));
  }

  /// Checked in this order: as for a first bid, until bids are open; it has a bid, the version is
  /// the present one, the hazard gate is clear.
  Outcome<OwnBid> replace(Caller caller, Id id, long version, BidDraft draft) {
    return way(caller, id, draft)
        .then(way ->
            desk.hold(caller, id)
                .then(course ->
                    own(caller, course, version, BidAct.REPLACE)
                        .then(bid ->
                            clear(course)
                                .map(_ -> {
                                  BidRow other =
                                      bid.replaced(draft.buyerSiteId(), draft, way, course.asOf());
                                  store.update(other);
                                  return said(caller, course.with(other), other, "bid-replaced");
                                }))));
  }

  /// Checked in this order: the tender is there for the caller, bids are open, it has a bid, the
  /// version is the present one. An organisation that was suspended may still withdraw.
  Outcome<OwnBid> withdraw(Caller caller, Id id, long version) {
    return desk.hold(caller, id)
        .then(course ->
            own(caller, course, version, BidAct.WITHDRAW)
                .map(bid -> {
                  BidRow gone = bid.next(BidStatus.WITHDRAWN);
                  store.update(gone);
                  return said(caller, course.with(gone), gone, "bid-withdrawn");
                }));
  }

  /// The way to the buyer's site. A routing service may be asked for it, so the tender is not held
  /// meanwhile.
  private Outcome<BidRow.Way> way(Caller caller, Id id, BidDraft draft) {
    return organisations
        .requireTrading(caller)
        .then(own ->
            tenders
                .find(caller, id)
                .then(course -> buyer(own, course.tender()))
                .then(tender -> {
                  SiteRef from = organisations.findSite(tender.sellerSiteId());
                  SiteRef to = organisations.findSite(draft.buyerSiteId());
                  return from != null && to != null && to.organisationId().equals(own.id())
                      ? way(tender, Place.of(from), Place.of(to))
                          .then(way -> goesTo(tender, to).map(_ -> way))
                      : Outcome.refused(CommonRefusal.NOT_FOUND, "buyerSiteId");
                }));
  }

  private static Outcome<TenderRow> buyer(OrganisationRef own, TenderRow tender) {
    if (own.id().equals(tender.sellerId())) {
      return Outcome.refused(BidRefusal.OWN_TENDER);
    }
    return own.kind().endsWith("receiver")
        ? Outcome.done(tender)
        : Outcome.refused(BidRefusal.NOT_A_RECEIVER);
  }

  private Outcome<BidRow.Way> way(TenderRow tender, Place from, Place to) {
    return hauls.estimate(from, to, 0).isWithin(tender.terms().deliveryRadiusKm())
        ? Outcome.done(BidRow.Way.of(hauls.between(from, to, tender.terms().quantityKg())))
        : Outcome.refused(BidRefusal.BEYOND_DELIVERY, "buyerSiteId");
  }

  /// The lot cannot change while the tender binds it.
  private Outcome<Lot> goesTo(TenderRow tender, SiteRef site) {
    return Outcome.found(lots.find(tender.lotId()))
        .then(lot ->
            lot.goesTo(site.adcode())
                ? Outcome.done(lot)
                : Outcome.<Lot>refused(BidRefusal.OUTSIDE_DESTINATIONS, "buyerSiteId")
                    .with("destinations", lot.destinations()));
  }

  private static Outcome<TenderCourse> open(TenderCourse course) {
    return course.tender().status() == TenderStatus.OPEN
        ? Outcome.done(course)
        : Outcome.refused(BidRefusal.BIDS_CLOSED);
  }

  private static Outcome<BidRow> own(Caller caller, TenderCourse course, long version, BidAct act) {
    return open(course)
        .then(_ -> {
          BidRow bid = course.bidOf(caller.organisationId());
          return bid == null ? Outcome.refused(BidRefusal.NO_BID) : Outcome.done(bid);
        })
        .then(bid ->
            course
                .tender()
                .rules()
                .after(course.tender().status(), bid.status(), act, TenderProcess.Actor.BIDDER)
                .then(_ ->
                    bid.version() == version
                        ? Outcome.done(bid)
                        : Outcome.refused(CommonRefusal.VERSION_STALE)));
  }

  private Outcome<TenderCourse> clear(TenderCourse course) {
    return Outcome.found(lots.find(course.tender().lotId()))
        .then(screening::requireClear)
        .map(_ -> course);
  }

  private OwnBid said(Caller caller, TenderCourse course, BidRow bid, String act) {
    audit.record(
        caller,
        act,
        BidRow.SUBJECT,
        bid.id(),
        Map.of("tenderId", bid.tenderId().toString(), "commitment", bid.commitment()));
    return views.ownBid(course, bid);
  }
}
