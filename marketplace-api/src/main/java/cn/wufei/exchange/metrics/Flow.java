package cn.wufei.exchange.metrics;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import java.time.YearMonth;

/// The tonnes of one stream that went from one kind of account to another in one month.
///
/// @param fromOldStock whether they were generated before the year in which they moved
record Flow(
    Id stream, AccountKind from, AccountKind to, boolean fromOldStock, YearMonth month, long kg) {}
