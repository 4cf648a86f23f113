package cn.wufei.exchange.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the ledger ends: its last block and the last numbers given.
@SuppressWarnings("ArrayRecordComponent")
record LedgerHead(
    long blockNumber,
    byte[] blockHash,
    @Nullable Instant recordedAt,
    long lastPosting,
    long lastAccount,
    long transfers) {}
