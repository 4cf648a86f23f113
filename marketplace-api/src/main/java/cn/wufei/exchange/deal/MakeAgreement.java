package cn.wufei.exchange.deal;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes an agreement of what the parties have come to: gives it a number, reserves its quantity
/// and has it written down. However they came to it, this is how a promise leaves the lot.
@Singleton
public class MakeAgreement {

  private final AgreementStore store;
  private final Agreements agreements;
  private final AgreementViews views;
  private final AgreementDocuments documents;
  private final Journal journal;
  private final AuditLog audit;
  private final Clock clock;

  MakeAgreement(
      AgreementStore store,
      Agreements agreements,
      AgreementViews views,
      AgreementDocuments documents,
      Journal journal,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.agreements = agreements;
    this.views = views;
    this.documents = documents;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /// Must run in a posting write, after the caller has made sure that the lot has that much.
  ///
  /// @param offerId the offer whose parties and terms these are
  public Outcome<Agreement> handle(Caller caller, Id offerId, Parties parties, Terms terms) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    int year = LocalCalendar.dayOf(now).getYear();
    var agreement =
        new AgreementRow(
            Id.next(),
            String.format(Locale.ROOT, "A%d-%06d", year, store.nextNumber(year)),
            1,
            AgreementStatus.ACTIVE,
            offerId,
            parties,
            terms,
            now,
            null,
            null,
            List.of());
    return journal.post(reservation(caller, agreement, now)).map(_ -> begin(caller, agreement));
  }

  private Agreement begin(Caller caller, AgreementRow agreement) {
    store.insert(agreement);
    agreements.refreshNeighbours(agreement);
    audit.record(
        caller,
        "offer-accepted",
        "agreement",
        agreement.id(),
        Map.of(
            "offerId",
            agreement.offerId().toString(),
            "number",
            agreement.number(),
            "quantityKg",
            agreement.terms().quantityKg()));
    Agreement made = views.of(agreement);
    documents.made(caller, made);
    return made;
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
