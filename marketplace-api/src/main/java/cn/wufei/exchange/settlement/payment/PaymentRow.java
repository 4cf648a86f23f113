package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A payment as it is stored.
record PaymentRow(
    Id id,
    String number,
    long version,
    PaymentStatus status,
    Id payerId,
    Id payeeId,
    PaymentPurpose purpose,
    long amountFen,
    LocalDate paidOn,
    String bankReference,
    @Nullable String note,
    long settledFen,
    long prepaidFen,
    Instant recordedAt,
    @Nullable Instant answeredAt,
    @Nullable String rejectionReason) {

  boolean isParty(Caller caller) {
    return caller.organisationId().equals(payerId) || caller.organisationId().equals(payeeId);
  }

  boolean isPayee(Caller caller) {
    return caller.organisationId().equals(payeeId);
  }

  /// Whether a draft tells of this very payment.
  boolean says(PaymentDraft draft) {
    return purpose == draft.purpose()
        && amountFen == draft.amountFen()
        && paidOn.equals(draft.paidOn());
  }

  PaymentRow confirmed(long settled, long prepaid, Instant now) {
    return answered(PaymentStatus.CONFIRMED, settled, prepaid, now, null);
  }

  PaymentRow rejected(String reason, Instant now) {
    return answered(PaymentStatus.REJECTED, 0, 0, now, reason);
  }

  PaymentRow withdrawn(Instant now) {
    return answered(PaymentStatus.WITHDRAWN, 0, 0, now, null);
  }

  private PaymentRow answered(
      PaymentStatus how, long settled, long prepaid, Instant now, @Nullable String reason) {
    return new PaymentRow(
        id,
        number,
        version + 1,
        how,
        payerId,
        payeeId,
        purpose,
        amountFen,
        paidOn,
        bankReference,
        note,
        settled,
        prepaid,
        recordedAt,
        now,
        reason);
  }
}
