package cn.wufei.exchange.ledger.book;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Unit;
import org.jspecify.annotations.Nullable;

/// Which accounts are asked for; what is absent does not narrow.
///
/// @param organisation that owns them or is their counterparty
/// @param own `true` for only those that it owns, `false` for only those of others about it
/// @param holding only those that hold something
/// @param withMoney whether accounts of money are among them
public record AccountQuery(
    @Nullable Id organisation,
    @Nullable Unit unit,
    @Nullable AccountKind kind,
    @Nullable Id stream,
    @Nullable Id subject,
    @Nullable Boolean own,
    boolean holding,
    boolean withMoney) {}
