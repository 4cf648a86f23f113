package cn.wufei.exchange.audit;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// What the organisation's own members did, and what others did for it.
@Factory
class AuditTable {

  @Singleton
  ExportTable<AuditRecord> auditRecords(AuditStore store) {
    return new OwnTable<>(
        new ExportTable.Title(830, "audit-records", "操作记录", "Audit records"),
        new Columns<AuditRecord>()
            .id("id", "标识", "Id", AuditRecord::id)
            .time("recordedAt", "时间", "Recorded", AuditRecord::recordedAt)
            .id("memberId", "成员标识", "Member id", AuditRecord::memberId)
            .text("action", "操作", "Action", AuditRecord::action)
            .text("subjectType", "对象类型", "Subject kind", AuditRecord::subjectType)
            .id("subjectId", "对象标识", "Subject id", AuditRecord::subjectId)
            .id("delegateId", "受托单位标识", "Delegate id", AuditRecord::delegateId)
            .text("facts", "内容(JSON)", "Facts (JSON)", AuditRecord::facts),
        OwnTable.pieces(
            (caller, before, limit) -> store.page(caller.organisationId(), before, limit),
            AuditRecord::id));
  }
}
