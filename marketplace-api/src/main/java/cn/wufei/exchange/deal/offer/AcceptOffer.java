package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.approval.Approval;
import cn.wufei.exchange.approval.Approvals;
import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.MakeAgreement;
import cn.wufei.exchange.deal.Parties;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import jakarta.inject.Singleton;

/// The other side accepts an offer: it becomes a written agreement and its quantity is reserved.
/// Runs with the head of the ledger held, so of two acceptances that together want more than is
/// there the second sees what the first left.
@Singleton
class AcceptOffer {

  private final Organisations organisations;
  private final OpenOffers offers;
  private final Lots lots;
  private final OfferConditions conditions;
  private final OfferStore store;
  private final MakeAgreement make;
  private final AskedOffers asked;
  private final Approvals approvals;
  private final OfferNotices notices;

  AcceptOffer(
      Organisations organisations,
      OpenOffers offers,
      Lots lots,
      OfferConditions conditions,
      OfferStore store,
      MakeAgreement make,
      AskedOffers asked,
      Approvals approvals,
      OfferNotices notices) {
    this.organisations = organisations;
    this.offers = offers;
    this.lots = lots;
    this.conditions = conditions;
    this.store = store;
    this.make = make;
    this.asked = asked;
    this.approvals = approvals;
    this.notices = notices;
  }

  /// Checked in this order: the organisation may trade, the offer can be accepted by the caller
  /// ([OpenOffers]), the lot is still on offer between the two and goes to the buyer's site,
  /// [OfferConditions], the lot has that much available, the caller may bind the firm to it alone.
  Outcome<Agreement> handle(Caller caller, Id id, long version) {
    return possible(caller, id, version)
        .then(answered ->
            approvals
                .requireNone(caller, asked.sumOf(answered.before().terms()))
                .then(_ -> agree(caller, answered.after())));
  }

  /// Asks a second person to accept it. Checked as for accepting it, up to the sum.
  Outcome<Approval> ask(Caller caller, Id id, long version) {
    return possible(caller, id, version)
        .then(answered -> approvals.ask(caller, asked.acceptance(answered.before())));
  }

  /// The same as [#handle] on the word of a second person.
  Outcome<Agreement> approved(Caller caller, Id id, long version) {
    return possible(caller, id, version).then(answered -> agree(caller, answered.after()));
  }

  private Outcome<OpenOffers.Answered> possible(Caller caller, Id id, long version) {
    return organisations
        .requireTrading(caller)
        .then(_ -> offers.lock(caller, id, version, OfferAct.ACCEPT))
        .then(answered -> {
          Parties parties = answered.before().parties();
          Lot lot = lots.hold(parties.lotId());
          return lot == null
              ? Outcome.refused(CommonRefusal.NOT_FOUND)
              : conditions
                  .stillOffered(lot, parties)
                  .then(_ ->
                      conditions.check(
                          lot, parties.counterpartyOf(caller), answered.before().terms()))
                  .then(terms -> OfferRules.available(terms, lot))
                  .map(_ -> answered);
        });
  }

  private Outcome<Agreement> agree(Caller caller, OfferRow accepted) {
    return make.handle(caller, accepted.id(), accepted.parties(), accepted.terms())
        .map(agreement -> {
          store.update(accepted);
          approvals.overtake(accepted.id());
          notices.accepted(accepted, agreement);
          return agreement;
        });
  }
}
