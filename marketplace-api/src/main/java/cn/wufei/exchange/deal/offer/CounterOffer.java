package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.approval.Approval;
import cn.wufei.exchange.approval.Approvals;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.deal.Terms;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// The other side answers an offer with one of its own.
@Singleton
class CounterOffer {

  private final Organisations organisations;
  private final OpenOffers offers;
  private final Lots lots;
  private final OfferConditions conditions;
  private final OfferStore store;
  private final OfferViews views;
  private final AskedOffers asked;
  private final Approvals approvals;
  private final OfferNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  CounterOffer(
      Organisations organisations,
      OpenOffers offers,
      Lots lots,
      OfferConditions conditions,
      OfferStore store,
      OfferViews views,
      AskedOffers asked,
      Approvals approvals,
      OfferNotices notices,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.offers = offers;
    this.lots = lots;
    this.conditions = conditions;
    this.store = store;
    this.views = views;
    this.asked = asked;
    this.approvals = approvals;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the organisation may trade, the offer can be countered by the caller
  /// ([OpenOffers]), the lot is still on offer between the two and goes to the buyer's site,
  /// [OfferConditions], then until when it stands, the caller may bind the firm to it alone: the
  /// other side may accept it at once.
  Outcome<Offer> handle(Caller caller, Id id, long version, CounterDraft draft) {
    return possible(caller, id, version, draft)
        .then(it ->
            approvals
                .requireNone(caller, asked.sumOf(it.counter().terms()))
                .map(_ -> counter(caller, it)));
  }

  /// Asks a second person to counter it. Checked as for countering it, up to the sum.
  Outcome<Approval> ask(Caller caller, Id id, long version, CounterDraft draft) {
    return possible(caller, id, version, draft)
        .then(it ->
            approvals.ask(caller, asked.counter(it.answered().before(), it.counter(), draft)));
  }

  /// The same as [#handle] on the word of a second person.
  Outcome<Offer> approved(Caller caller, Id id, long version, CounterDraft draft) {
    return possible(caller, id, version, draft).map(it -> counter(caller, it));
  }

  private Outcome<Possible> possible(Caller caller, Id id, long version, CounterDraft draft) {
    return organisations
        .requireTrading(caller)
        .then(_ -> offers.lock(caller, id, version, OfferAct.COUNTER))
        .then(answered -> {
          Parties parties = answered.before().parties();
          Lot lot = lots.find(parties.lotId());
          return lot == null
              ? Outcome.refused(CommonRefusal.NOT_FOUND)
              : conditions
                  .stillOffered(lot, parties)
                  .then(_ ->
                      conditions.checkNew(
                          lot,
                          parties.counterpartyOf(caller),
                          draft.terms(answered.before().terms().freightInvoice())))
                  .then(terms ->
                      OfferRules.validity(draft.validTo(), terms, lot, conditions.today())
                          .map(validTo -> possible(answered, terms, validTo)));
        });
  }

  private Possible possible(OpenOffers.Answered answered, Terms terms, LocalDate validTo) {
    return new Possible(
        answered,
        OfferRow.made(
            answered.before().id(),
            answered.actor(),
            answered.before().parties(),
            terms,
            validTo,
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS)));
  }

  private Offer counter(Caller caller, Possible possible) {
    OpenOffers.Answered answered = possible.answered();
    OfferRow counter = possible.counter();
    Terms terms = counter.terms();
    store.update(answered.after());
    approvals.overtake(answered.before().id());
    store.insert(counter);
    audit.record(
        caller,
        "offer-countered",
        "offer",
        answered.before().id(),
        Map.of(
            "counterId",
            counter.id().toString(),
            "quantityKg",
            terms.quantityKg(),
            "priceYuanPerT",
            terms.priceYuanPerT()));
    notices.countered(counter);
    return views.of(caller, counter);
  }

  /// @param counter the offer that would answer the other
  private record Possible(OpenOffers.Answered answered, OfferRow counter) {}
}
