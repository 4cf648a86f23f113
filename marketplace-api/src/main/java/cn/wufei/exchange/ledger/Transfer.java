package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;

/// A transfer as it stands in the ledger.
public record Transfer(
    Id id, TransferKind kind, String reference, Instant occurredAt, Instant recordedAt) {}
