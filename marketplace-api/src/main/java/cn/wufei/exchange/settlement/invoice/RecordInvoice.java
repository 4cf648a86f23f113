package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.settlement.statement.Statement;
import cn.wufei.exchange.settlement.statement.StatementStatus;
import cn.wufei.exchange.settlement.statement.Statements;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Records an invoice, by the side that issued it or the one that received it.
@Singleton
class RecordInvoice {

  private static final int NUMBER_OF_DIGITAL = 20;

  private final InvoiceStore store;
  private final SeeInvoices see;
  private final Statements statements;
  private final Organisations organisations;
  private final AuditLog audit;
  private final Clock clock;

  RecordInvoice(
      InvoiceStore store,
      SeeInvoices see,
      Statements statements,
      Organisations organisations,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.see = see;
    this.statements = statements;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the other party is there and another; day, number and sums; the
  /// statements and their parts; the number is free; the invoice that is reversed. The number comes
  /// after the statements, so that only who trades with the issuer learns whether it is taken.
  Outcome<Invoice> handle(Caller caller, InvoiceDraft draft) {
    if (organisations.find(draft.counterpartyId()) == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "counterpartyId");
    }
    if (draft.counterpartyId().equals(caller.organisationId())) {
      return Outcome.refused(InvoiceRefusal.SAME_PARTY, "counterpartyId");
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Outcome.Refused<Invoice> malformed = malformed(draft, now);
    if (malformed != null) {
      return malformed;
    }
    InvoiceRow invoice = row(caller, draft, now);
    Outcome.Refused<Invoice> parts = wrongParts(invoice, draft);
    if (parts != null) {
      return parts;
    }
    if (store.isRecorded(invoice.issuerId(), invoice.uniqueNumber())) {
      return Outcome.refused(InvoiceRefusal.INVOICE_RECORDED_ALREADY, "number");
    }
    Outcome.Refused<Invoice> reversal = wrongReversal(invoice);
    return reversal == null ? Outcome.done(record(caller, invoice, draft)) : reversal;
  }

  private static Outcome.@Nullable Refused<Invoice> malformed(InvoiceDraft draft, Instant now) {
    if (draft.issuedOn().isAfter(LocalCalendar.dayOf(now))) {
      return Outcome.refused(InvoiceRefusal.ISSUED_IN_FUTURE, "issuedOn");
    }
    boolean digital = draft.number().length() == NUMBER_OF_DIGITAL;
    if (digital == (draft.code() != null)) {
      return Outcome.refused(InvoiceRefusal.NUMBER_WITHOUT_CODE, "code");
    }
    if (draft.grossFen() == 0
        || draft.netFen() + draft.vatFen() != draft.grossFen()
        || isOpposite(draft.netFen(), draft.grossFen())
        || isOpposite(draft.vatFen(), draft.grossFen())) {
      return Outcome.refused(InvoiceRefusal.NOT_ADDED_UP, "grossFen");
    }
    return draft.grossFen() < 0 == (draft.reversesId() != null)
        ? null
        : Outcome.refused(InvoiceRefusal.RED_LETTER_NEEDS_ORIGINAL, "reversesId");
  }

  private static boolean isOpposite(long one, long other) {
    return Long.signum(one) * Long.signum(other) < 0;
  }

  private Outcome.@Nullable Refused<Invoice> wrongReversal(InvoiceRow invoice) {
    Id reversesId = invoice.reversesId();
    if (reversesId == null) {
      return null;
    }
    InvoiceRow original = store.lockInvoice(reversesId);
    if (original == null
        || !original.counts()
        || original.reversesId() != null
        || !original.issuerId().equals(invoice.issuerId())
        || !original.receiverId().equals(invoice.receiverId())) {
      return Outcome.refused(InvoiceRefusal.ORIGINAL_UNKNOWN, "reversesId");
    }
    long leftFen = original.grossFen() + store.reversedFen(original.id());
    return leftFen + invoice.grossFen() >= 0
        ? null
        : Outcome.<Invoice>refused(InvoiceRefusal.REVERSED_ABOVE_ORIGINAL, "grossFen")
            .with("leftFen", leftFen);
  }

  private Outcome.@Nullable Refused<Invoice> wrongParts(InvoiceRow invoice, InvoiceDraft draft) {
    Map<Id, Statement> found =
        statements.findAll(
            draft.statements().stream().map(InvoiceDraft.Part::statementId).toList());
    Set<Id> seen = new HashSet<>();
    long sumFen = 0;
    boolean opposite = false;
    for (int i = 0; i < draft.statements().size(); i++) {
      InvoiceDraft.Part part = draft.statements().get(i);
      Statement statement = found.get(part.statementId());
      if (statement == null
          || statement.status() != StatementStatus.AGREED
          || !isBetween(statement, invoice)
          || !seen.add(statement.id())) {
        return Outcome.refused(
            InvoiceRefusal.STATEMENT_UNKNOWN, "statements[" + i + "].statementId");
      }
      sumFen += part.grossFen();
      opposite |= isOpposite(part.grossFen(), invoice.grossFen());
    }
    return sumFen == invoice.grossFen() && !opposite
        ? null
        : Outcome.refused(InvoiceRefusal.PARTS_NOT_ADDED_UP, "statements");
  }

  private static boolean isBetween(Statement statement, InvoiceRow invoice) {
    return Set.of(statement.seller().id(), statement.buyer().id())
        .equals(Set.of(invoice.issuerId(), invoice.receiverId()));
  }

  private static InvoiceRow row(Caller caller, InvoiceDraft draft, Instant now) {
    boolean issued = draft.direction() == InvoiceDraft.Direction.ISSUED;
    return new InvoiceRow(
        Id.next(),
        1,
        issued ? caller.organisationId() : draft.counterpartyId(),
        issued ? draft.counterpartyId() : caller.organisationId(),
        caller.organisationId(),
        draft.kind(),
        draft.code(),
        draft.number(),
        draft.uniqueNumber(),
        draft.issuedOn(),
        draft.netFen(),
        draft.vatRateBp(),
        draft.vatFen(),
        draft.grossFen(),
        draft.reversesId(),
        now,
        null);
  }

  private Invoice record(Caller caller, InvoiceRow invoice, InvoiceDraft draft) {
    store.insert(invoice, draft.statements());
    audit.record(
        caller,
        "invoice-recorded",
        "invoice",
        invoice.id(),
        Map.of("number", invoice.uniqueNumber(), "grossFen", invoice.grossFen()));
    return see.view(invoice);
  }
}
