package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What became of a part of a deposit.
///
/// @param status how far a release has come; absent of what the holder does alone, which is done
/// @param bankReference of a release
@Serdeable
record DepositMove(
    Id id,
    DepositMoveKind kind,
    @Nullable PaymentStatus status,
    long amountFen,
    LocalDate occurredOn,
    @Nullable String bankReference,
    String reason,
    Instant recordedAt,
    @Nullable Instant answeredAt,
    @Nullable String rejectionReason) {

  DepositMove answered(PaymentStatus how, Instant now, @Nullable String rejection) {
    return new DepositMove(
        id, kind, how, amountFen, occurredOn, bankReference, reason, recordedAt, now, rejection);
  }
}
