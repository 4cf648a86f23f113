package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Unit;
import cn.wufei.exchange.ledger.book.AccountQuery;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;

/// Which accounts are asked for.
///
/// @param organisationId only an authority chooses it
/// @param own `true` for only those that the organisation owns, `false` for only those of others
///   about it
/// @param holding `true` for only those that hold something
@Introspected
record AccountFilter(
    @QueryValue @Nullable Id organisationId,
    @QueryValue @Nullable Unit unit,
    @QueryValue @Nullable AccountKind kind,
    @QueryValue @Nullable Id streamId,
    @QueryValue @Nullable Id subjectId,
    @QueryValue @Nullable Boolean own,
    @QueryValue @Nullable Boolean holding) {

  AccountQuery of(@Nullable Id organisation, boolean withMoney) {
    return new AccountQuery(
        organisation,
        unit,
        kind,
        streamId,
        subjectId,
        own,
        Boolean.TRUE.equals(holding),
        withMoney);
  }
}
