package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;

/// What became of a part of a deposit.
@Serdeable
record DepositMove(
    Id id,
    DepositMoveKind kind,
    long amountFen,
    LocalDate occurredOn,
    String reason,
    Instant recordedAt) {}
