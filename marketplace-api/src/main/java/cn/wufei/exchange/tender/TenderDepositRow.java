package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A deposit for a tender as it is stored.
record TenderDepositRow(
    Id id,
    long version,
    TenderDepositStatus status,
    Id tenderId,
    Id payerId,
    Id holderId,
    long amountFen,
    String bankReference,
    LocalDate paidOn,
    Instant recordedAt,
    @Nullable Instant answeredAt,
    @Nullable String rejectionReason,
    @Nullable Instant returnedAt,
    @Nullable String releaseReference,
    @Nullable LocalDate releasedOn,
    @Nullable String forfeitReason) {

  /// How audit and notices name it.
  static final String SUBJECT = "tender-deposit";

  static TenderDepositRow recorded(
      TenderRow tender, Id payer, long amountFen, TenderDepositDraft draft, Instant now) {
    return new TenderDepositRow(
        Id.next(),
        1,
        TenderDepositStatus.RECORDED,
        tender.id(),
        payer,
        tender.sellerId(),
        amountFen,
        draft.reference(),
        draft.paidOn(),
        now,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  boolean isParty(Caller caller) {
    return caller.organisationId().equals(payerId) || caller.organisationId().equals(holderId);
  }

  /// Whether the seller had it before that moment.
  boolean isHeldBefore(Instant moment) {
    return switch (status) {
      case RECORDED, REJECTED -> false;
      case CONFIRMED, RELEASED, FORFEITED -> answeredAt != null && answeredAt.isBefore(moment);
    };
  }

  TenderDepositRow answered(@Nullable String rejection, Instant now) {
    return new TenderDepositRow(
        id,
        version + 1,
        rejection == null ? TenderDepositStatus.CONFIRMED : TenderDepositStatus.REJECTED,
        tenderId,
        payerId,
        holderId,
        amountFen,
        bankReference,
        paidOn,
        recordedAt,
        now,
        rejection,
        null,
        null,
        null,
        null);
  }

  TenderDepositRow released(TenderDepositRelease release, Instant now) {
    return new TenderDepositRow(
        id,
        version + 1,
        TenderDepositStatus.RELEASED,
        tenderId,
        payerId,
        holderId,
        amountFen,
        bankReference,
        paidOn,
        recordedAt,
        answeredAt,
        null,
        now,
        release.reference(),
        release.releasedOn(),
        null);
  }

  TenderDepositRow forfeited(String reason, Instant now) {
    return new TenderDepositRow(
        id,
        version + 1,
        TenderDepositStatus.FORFEITED,
        tenderId,
        payerId,
        holderId,
        amountFen,
        bankReference,
        paidOn,
        recordedAt,
        answeredAt,
        null,
        now,
        null,
        null,
        reason);
  }
}
