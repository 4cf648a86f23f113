package cn.wufei.exchange.deal;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
  private final AgreementStore agreements;
  private final Agreements facade;
  private final DealViews views;
  private final Journal journal;
  private final AuditLog audit;
  private final Clock clock;

  AcceptOffer(
      Organisations organisations,
      OpenOffers offers,
      Lots lots,
      OfferConditions conditions,
      OfferStore store,
      AgreementStore agreements,
      Agreements facade,
      DealViews views,
      Journal journal,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.offers = offers;
    this.lots = lots;
    this.conditions = conditions;
    this.store = store;
    this.agreements = agreements;
    this.facade = facade;
    this.views = views;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the organisation may trade, the offer can be accepted by the caller
  /// ([OpenOffers]), [OfferConditions], the lot has that much available.
  Outcome<Agreement> handle(Caller caller, Id id, long version) {
    return organisations
        .requireTrading(caller)
        .then(_ -> offers.lock(caller, id, version, OfferAnswer.ACCEPT))
        .then(answered -> {
          Parties parties = answered.before().parties();
          Lot lot = lots.find(parties.lotId());
          return lot == null
              ? Outcome.refused(CommonRefusal.NOT_FOUND)
              : conditions
                  .check(lot, parties.counterpartyOf(caller), answered.before().terms())
                  .then(terms -> OfferRules.available(terms, lot))
                  .then(_ -> agree(caller, answered.after()));
        });
  }

  private Outcome<Agreement> agree(Caller caller, OfferRow accepted) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    int year = LocalCalendar.dayOf(now).getYear();
    var agreement =
        new AgreementRow(
            Id.next(),
            String.format(Locale.ROOT, "A%d-%06d", year, agreements.nextNumber(year)),
            1,
            AgreementStatus.ACTIVE,
            accepted,
            now,
            null,
            null);
    return journal
        .post(reservation(caller, agreement, now))
        .map(_ -> {
          store.update(accepted);
          agreements.insert(agreement);
          facade.refreshNeighbours(agreement);
          audit.record(
              caller,
              "offer-accepted",
              "agreement",
              agreement.id(),
              Map.of(
                  "offerId",
                  accepted.id().toString(),
                  "number",
                  agreement.number(),
                  "quantityKg",
                  accepted.terms().quantityKg()));
          return views.agreement(agreement);
        });
  }

  private static TransferDraft reservation(Caller caller, AgreementRow agreement, Instant now) {
    Id seller = agreement.parties().sellerId();
    return TransferDraft.once(
        TransferKind.AGREEMENT_RESERVED,
        caller.organisationId(),
        agreement.id(),
        now,
        List.of(
            new Move(
                AccountKey.commitment(AccountKind.AVAILABLE, seller, agreement.parties().lotId()),
                AccountKey.commitment(AccountKind.RESERVED, seller, agreement.id()),
                agreement.terms().quantityKg())));
  }
}
