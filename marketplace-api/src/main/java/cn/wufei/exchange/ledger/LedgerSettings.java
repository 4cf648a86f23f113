package cn.wufei.exchange.ledger;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// Limits of recording.
///
/// @param membersMax how many callers one block serves at most
/// @param waitingMax how many callers wait for a block at most; more are told to come again
/// @param patience how long a caller waits for its block at most
@ConfigurationProperties("wufei.ledger")
record LedgerSettings(
    @Bindable(defaultValue = "256") @Min(1) @Max(10_000) int membersMax,
    @Bindable(defaultValue = "10000") @Min(1) @Max(1_000_000) int waitingMax,
    @Bindable(defaultValue = "60s") Duration patience) {}
