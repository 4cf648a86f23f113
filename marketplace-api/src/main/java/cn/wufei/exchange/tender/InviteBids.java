package cn.wufei.exchange.tender;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotRefusal;
import cn.wufei.exchange.listing.LotScreening;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.price.AdjustmentRules;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A seller invites sealed bids for a lot. From then on the lot is bound: nobody changes it, and
/// nobody else gets what the tender is about.
@Singleton
class InviteBids {

  private final Organisations organisations;
  private final Lots lots;
  private final LotScreening screening;
  private final AdjustmentRules adjustments;
  private final TenderSettings settings;
  private final TenderStore store;
  private final TenderDesk desk;
  private final TenderViews views;
  private final AuditLog audit;

  InviteBids(
      Organisations organisations,
      Lots lots,
      LotScreening screening,
      AdjustmentRules adjustments,
      TenderSettings settings,
      TenderStore store,
      TenderDesk desk,
      TenderViews views,
      AuditLog audit) {
    this.organisations = organisations;
    this.lots = lots;
    this.screening = screening;
    this.adjustments = adjustments;
    this.settings = settings;
    this.store = store;
    this.desk = desk;
    this.views = views;
    this.audit = audit;
  }

  /// Checked in this order: the organisation may trade, the lot is its own, [TenderRules] of the
  /// lot, no other tender binds it, [TenderRules] of the terms, prices hold, the hazard gate is
  /// clear.
  Outcome<Tender> handle(Caller caller, TenderDraft draft) {
    Instant now = desk.now();
    return organisations
        .requireTrading(caller)
        .then(_ -> own(caller, draft.lotId()))
        .then(lot -> TenderRules.lot(lot, LocalCalendar.dayOf(now)))
        .then(this::unbound)
        .then(lot ->
            TenderRules.terms(draft.terms(lot), lot, now, settings.biddingMin())
                .then(terms -> adjustments.check(terms.adjustments()).map(_ -> terms))
                .then(terms ->
                    screening.requireClear(lot).map(_ -> invite(caller, lot, terms, now))));
  }

  private Outcome<Lot> own(Caller caller, Id id) {
    Lot lot = lots.hold(id);
    return lot != null && lot.organisation().id().equals(caller.organisationId())
        ? Outcome.done(lot)
        : Outcome.refused(CommonRefusal.NOT_FOUND, "lotId");
  }

  /// A tender that is over and of which that is not written down yet is brought to its end first.
  private Outcome<Lot> unbound(Lot lot) {
    TenderRow bound = store.findLive(lot.id());
    return bound == null
        ? Outcome.done(lot)
        : desk.hold(bound.id())
            .then(course ->
                course.tender().status().isLive()
                    ? Outcome.refused(LotRefusal.LOT_IN_TENDER, "lotId")
                    : Outcome.done(lot));
  }

  private Tender invite(Caller caller, Lot lot, TenderTerms terms, Instant now) {
    TenderRow tender = TenderRow.invited(lot, terms, now);
    store.insert(tender);
    audit.record(
        caller,
        "tender-invited",
        TenderRow.SUBJECT,
        tender.id(),
        Map.of(
            "lotId",
            lot.id().toString(),
            "quantityKg",
            terms.quantityKg(),
            "closesAt",
            terms.closesAt().toString()));
    return views.of(caller, new TenderCourse(tender, List.of(), List.of(), now));
  }
}
