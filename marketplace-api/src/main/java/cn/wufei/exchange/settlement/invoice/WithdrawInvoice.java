package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Who recorded an invoice takes that back. The invoice itself is not touched by it: that one was
/// issued elsewhere.
@Singleton
class WithdrawInvoice {

  private final InvoiceStore store;
  private final SeeInvoices see;
  private final AuditLog audit;
  private final Clock clock;

  WithdrawInvoice(InvoiceStore store, SeeInvoices see, AuditLog audit, Clock clock) {
    this.store = store;
    this.see = see;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party, it recorded the invoice, the invoice counts, no
  /// red-letter invoice that counts reverses it, the version.
  Outcome<Invoice> handle(Caller caller, Id id, long version) {
    InvoiceRow row = store.lockInvoice(id);
    if (row == null || !row.isParty(caller)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (!caller.organisationId().equals(row.recordedById())) {
      return Outcome.refused(InvoiceRefusal.NOT_THE_RECORDER);
    }
    if (!row.counts()) {
      return Outcome.refused(InvoiceRefusal.INVOICE_WITHDRAWN);
    }
    if (store.reversedFen(id) != 0) {
      return Outcome.refused(InvoiceRefusal.INVOICE_REVERSED);
    }
    if (row.version() != version) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    InvoiceRow withdrawn = row.withdrawn(Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    store.withdraw(withdrawn);
    audit.record(
        caller,
        "invoice-withdrawn",
        "invoice",
        id,
        Map.of("number", row.uniqueNumber(), "grossFen", row.grossFen()));
    return Outcome.done(see.view(withdrawn));
  }
}
