package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A deposit as it is stored.
record DepositRow(
    Id id,
    long version,
    DepositStatus status,
    Id agreementId,
    String agreementNumber,
    Id lodgerId,
    Id holderId,
    long amountFen,
    long heldFen,
    LocalDate lodgedOn,
    String bankReference,
    Instant recordedAt,
    @Nullable Instant answeredAt,
    @Nullable String rejectionReason) {

  boolean isParty(Caller caller) {
    return caller.organisationId().equals(lodgerId) || caller.organisationId().equals(holderId);
  }

  boolean isHolder(Caller caller) {
    return caller.organisationId().equals(holderId);
  }

  /// Whether a draft tells of this very deposit.
  boolean says(DepositDraft draft) {
    return agreementId.equals(draft.agreementId())
        && amountFen == draft.amountFen()
        && lodgedOn.equals(draft.lodgedOn());
  }

  DepositRow confirmed(Instant now) {
    return changed(DepositStatus.HELD, amountFen, now, null);
  }

  DepositRow rejected(String reason, Instant now) {
    return changed(DepositStatus.REJECTED, 0, now, reason);
  }

  DepositRow withdrawn(Instant now) {
    return changed(DepositStatus.WITHDRAWN, 0, now, null);
  }

  /// The next version, with so much less held.
  DepositRow less(long fen) {
    return changed(status, heldFen - fen, answeredAt, rejectionReason);
  }

  private DepositRow changed(
      DepositStatus how, long held, @Nullable Instant answered, @Nullable String reason) {
    return new DepositRow(
        id,
        version + 1,
        how,
        agreementId,
        agreementNumber,
        lodgerId,
        holderId,
        amountFen,
        held,
        lodgedOn,
        bankReference,
        recordedAt,
        answered,
        reason);
  }
}
