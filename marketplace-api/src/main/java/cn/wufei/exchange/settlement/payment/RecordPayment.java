package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.settlement.Bounds;
import cn.wufei.exchange.settlement.NumberStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Who paid records it. The same payment told twice is one: payer, payee and bank reference name it
/// unless it was rejected or withdrawn.
@Singleton
class RecordPayment {

  private static final String NUMBER_PREFIX = "P";

  private final PaymentStore store;
  private final SeePayments see;
  private final Organisations organisations;
  private final Agreements agreements;
  private final NumberStore numbers;
  private final AuditLog audit;
  private final Clock clock;

  RecordPayment(
      PaymentStore store,
      SeePayments see,
      Organisations organisations,
      Agreements agreements,
      NumberStore numbers,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.see = see;
    this.organisations = organisations;
    this.agreements = agreements;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the payee is there and another, the two have an agreement, the day, the
  /// bank reference is free or names the same payment.
  Outcome<Payment> handle(Caller caller, PaymentDraft draft) {
    Id payer = caller.organisationId();
    if (organisations.find(draft.payeeId()) == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "payeeId");
    }
    if (draft.payeeId().equals(payer)) {
      return Outcome.refused(PaymentRefusal.SAME_PARTY, "payeeId");
    }
    if (!agreements.anyBetween(payer, draft.payeeId())) {
      return Outcome.refused(PaymentRefusal.NO_TRADE_BETWEEN, "payeeId");
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    PaymentRefusal wrongDay =
        Bounds.wrongDay(
            draft.paidOn(), now, PaymentRefusal.PAID_IN_FUTURE, PaymentRefusal.PAID_TOO_EARLY);
    if (wrongDay != null) {
      return Outcome.refused(wrongDay, "paidOn");
    }
    PaymentRow earlier = store.findByReference(payer, draft.payeeId(), draft.reference());
    if (earlier != null) {
      return earlier.says(draft)
          ? Outcome.done(see.view(earlier))
          : Outcome.refused(PaymentRefusal.BANK_REFERENCE_USED, "bankReference");
    }
    return Outcome.done(record(caller, draft, now));
  }

  private Payment record(Caller caller, PaymentDraft draft, Instant now) {
    var payment =
        new PaymentRow(
            Id.next(),
            numbers.next(NUMBER_PREFIX, LocalCalendar.dayOf(now).getYear()),
            1,
            PaymentStatus.RECORDED,
            caller.organisationId(),
            draft.payeeId(),
            draft.purpose(),
            draft.amountFen(),
            draft.paidOn(),
            draft.reference(),
            draft.note(),
            0,
            0,
            now,
            null,
            null);
    store.insert(payment);
    audit.record(
        caller,
        "payment-recorded",
        "payment",
        payment.id(),
        Map.of("number", payment.number(), "amountFen", payment.amountFen()));
    return see.view(payment);
  }
}
