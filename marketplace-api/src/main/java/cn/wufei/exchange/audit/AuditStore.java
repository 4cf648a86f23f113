package cn.wufei.exchange.audit;

import cn.wufei.exchange.sql.ManyRows;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;

/// Writes many records with one statement.
@Singleton
class AuditStore {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "recorded_at",
          "member_id",
          "organisation_id",
          "action",
          "subject_type",
          "subject_id",
          "facts");

  private final DSLContext sql;

  AuditStore(DSLContext sql) {
    this.sql = sql;
  }

  void insertAll(List<AuditRecord> records) {
    ManyRows rows = new ManyRows("audit_record", COLUMNS, "");
    for (AuditRecord row : records) {
      rows.add(
          row.id(),
          row.recordedAt(),
          row.memberId(),
          row.organisationId(),
          row.action(),
          row.subjectType(),
          row.subjectId(),
          row.facts());
    }
    sql.connection(rows::execute);
  }
}
