package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;

/// A transfer that stands: nothing has taken it back.
public record PostedFact(
    Id id, TransferKind kind, Id organisation, Id subject, Instant occurredAt) {}
