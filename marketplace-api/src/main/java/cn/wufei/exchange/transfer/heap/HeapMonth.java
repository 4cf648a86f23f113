package cn.wufei.exchange.transfer.heap;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// A heap's month as the ledger has it now: closing = opening + received - consumed. Negative
/// figures say that more was used than is known to have arrived. A load that is recorded after the
/// month's report changes these figures, and not those that the report kept.
///
/// @param month `YYYY-MM`, of China Standard Time
@Serdeable
public record HeapMonth(
    String month,
    long openingKg,
    long receivedKg,
    long consumedKg,
    long closingKg,
    @Nullable UseReport report) {}
