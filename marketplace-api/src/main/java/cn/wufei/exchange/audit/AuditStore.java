package cn.wufei.exchange.audit;

import static cn.wufei.exchange.db.Tables.AUDIT_RECORD;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.ManyRows;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

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
          "facts",
          "delegate_id",
          "delegation_id");

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
          row.facts(),
          row.delegateId(),
          row.delegationId());
    }
    sql.connection(rows::execute);
  }

  /// The acts of an organisation's members, newest first.
  @Connectable
  List<AuditRecord> page(Id organisation, @Nullable Id before, int limit) {
    return sql.selectFrom(AUDIT_RECORD)
        .where(AUDIT_RECORD.ORGANISATION_ID.eq(organisation))
        .and(before == null ? DSL.noCondition() : AUDIT_RECORD.ID.lt(before))
        .orderBy(AUDIT_RECORD.ID.desc())
        .limit(limit)
        .fetch(row ->
            new AuditRecord(
                row.getId(),
                row.getRecordedAt(),
                row.getMemberId(),
                row.getOrganisationId(),
                row.getAction(),
                row.getSubjectType(),
                row.getSubjectId(),
                row.getFacts(),
                row.getDelegateId(),
                row.getDelegationId()));
  }

  /// Those under delegations, newest first; an organisation or a delegate is named, or both.
  @Connectable
  List<AuditLog.Delegated> delegated(
      @Nullable Id organisation, @Nullable Id delegate, @Nullable Id before, int limit) {
    return sql.selectFrom(AUDIT_RECORD)
        .where(
            organisation == null
                ? DSL.noCondition()
                : AUDIT_RECORD.ORGANISATION_ID.eq(organisation))
        .and(
            delegate == null
                ? AUDIT_RECORD.DELEGATE_ID.isNotNull()
                : AUDIT_RECORD.DELEGATE_ID.eq(delegate))
        .and(before == null ? DSL.noCondition() : AUDIT_RECORD.ID.lt(before))
        .orderBy(AUDIT_RECORD.ID.desc())
        .limit(limit)
        .fetch(row ->
            new AuditLog.Delegated(
                row.getId(),
                row.getRecordedAt(),
                row.getMemberId(),
                row.getOrganisationId(),
                row.getDelegateId(),
                row.getDelegationId(),
                row.getAction(),
                row.getSubjectType(),
                row.getSubjectId()));
  }

  /// The newest act of that name on a thing.
  @Connectable
  AuditLog.@Nullable Done lastOf(String action, Id subject) {
    return sql.select(AUDIT_RECORD.RECORDED_AT, AUDIT_RECORD.ORGANISATION_ID)
        .from(AUDIT_RECORD)
        .where(AUDIT_RECORD.SUBJECT_ID.eq(subject))
        .and(AUDIT_RECORD.ACTION.eq(action))
        .orderBy(AUDIT_RECORD.ID.desc())
        .limit(1)
        .fetchOne(row -> new AuditLog.Done(row.value1(), row.value2()));
  }
}
