package cn.wufei.exchange.delegation;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The delegations that the firm gave and took on.
@Factory
class DelegationTables {

  @Singleton
  ExportTable<DelegationRow> delegations(DelegationStore store) {
    return new OwnTable<>(
        new ExportTable.Title(55, "delegations", "授权代办", "Delegations"),
        new Columns<DelegationRow>()
            .id("id", "标识", "Id", DelegationRow::id)
            .id("delegatorId", "委托单位标识", "Delegator id", DelegationRow::delegatorId)
            .id("delegateId", "受托单位标识", "Delegate id", DelegationRow::delegateId)
            .text("status", "状态", "Status", row -> row.status().code())
            .text("scopes", "授权范围", "Scope", row -> DelegationScope.codesOf(row.scopes()))
            .day("firstDay", "起始日", "First day", DelegationRow::firstDay)
            .day("lastDay", "截止日", "Last day", DelegationRow::lastDay)
            .day("untilDay", "实际截止日", "Worked until", DelegationRow::untilDay)
            .text("note", "说明", "Note", DelegationRow::note)
            .time("offeredAt", "发起时间", "Offered", DelegationRow::offeredAt)
            .time("acceptedAt", "接受时间", "Accepted", DelegationRow::acceptedAt),
        OwnTable.pieces(
            (caller, before, limit) -> store.page(caller.organisationId(), null, before, limit),
            DelegationRow::id));
  }
}
