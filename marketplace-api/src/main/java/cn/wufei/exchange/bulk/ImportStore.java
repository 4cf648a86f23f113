package cn.wufei.exchange.bulk;

import static cn.wufei.exchange.db.Tables.BULK_IMPORT;
import static cn.wufei.exchange.db.Tables.BULK_LINE;

import cn.wufei.exchange.db.tables.records.BulkImportRecord;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Imports as rows. Which instance works at one is said by a lease, which it renews as it goes on;
/// when it does not, another takes over.
@Singleton
@Connectable
class ImportStore {

  private final DSLContext sql;

  ImportStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(ImportRow row) {
    sql.insertInto(BULK_IMPORT)
        .set(BULK_IMPORT.ID, row.id())
        .set(BULK_IMPORT.ORGANISATION_ID, row.caller().organisationId())
        .set(BULK_IMPORT.MEMBER_ID, row.caller().memberId())
        .set(BULK_IMPORT.MEMBER_ROLE, row.caller().role().code())
        .set(BULK_IMPORT.KIND, row.kind())
        .set(BULK_IMPORT.DRY_RUN, row.dryRun())
        .set(BULK_IMPORT.STATUS, row.status().code())
        .set(BULK_IMPORT.CREATED_AT, row.createdAt())
        .execute();
  }

  @Nullable ImportRow find(Id id) {
    BulkImportRecord row = sql.selectFrom(BULK_IMPORT).where(BULK_IMPORT.ID.eq(id)).fetchOne();
    return row == null ? null : row(row);
  }

  /// The import, held until the transaction ends.
  @Nullable ImportRow lockImport(Id id) {
    BulkImportRecord row =
        sql.selectFrom(BULK_IMPORT).where(BULK_IMPORT.ID.eq(id)).forUpdate().fetchOne();
    return row == null ? null : row(row);
  }

  /// An organisation's imports, newest first.
  List<ImportRow> page(Id organisation, @Nullable Id before, int limit) {
    return sql.selectFrom(BULK_IMPORT)
        .where(BULK_IMPORT.ORGANISATION_ID.eq(organisation))
        .and(before == null ? DSL.noCondition() : BULK_IMPORT.ID.lt(before))
        .orderBy(BULK_IMPORT.ID.desc())
        .limit(limit)
        .fetch(ImportStore::row);
  }

  int goingOn(Id organisation) {
    return sql.fetchCount(
        BULK_IMPORT,
        BULK_IMPORT
            .ORGANISATION_ID
            .eq(organisation)
            .and(BULK_IMPORT.STATUS.in(ImportStatus.QUEUED.code(), ImportStatus.RUNNING.code())));
  }

  /// Takes the import that waits the longest, or at which nobody works any more.
  @Transactional
  public @Nullable ImportRow claim(Id instance, Instant now, Instant until) {
    BulkImportRecord free =
        sql.selectFrom(BULK_IMPORT)
            .where(BULK_IMPORT.STATUS.in(ImportStatus.QUEUED.code(), ImportStatus.RUNNING.code()))
            .and(BULK_IMPORT.LEASED_UNTIL.isNull().or(BULK_IMPORT.LEASED_UNTIL.lt(now)))
            .orderBy(BULK_IMPORT.ID)
            .limit(1)
            .forUpdate()
            .fetchOne();
    if (free == null) {
      return null;
    }
    sql.update(BULK_IMPORT)
        .set(BULK_IMPORT.STATUS, ImportStatus.RUNNING.code())
        .set(BULK_IMPORT.LEASED_BY_ID, instance)
        .set(BULK_IMPORT.LEASED_UNTIL, until)
        .set(BULK_IMPORT.ATTEMPTS, (short) (free.getAttempts() + 1))
        .set(BULK_IMPORT.STARTED_AT, free.getStartedAt() == null ? now : free.getStartedAt())
        .where(BULK_IMPORT.ID.eq(free.getId()))
        .execute();
    return find(free.getId());
  }

  /// Writes how far it is and renews the lease.
  ///
  /// @return whether to go on: the lease is still the instance's and nobody asked for the end
  boolean renew(Id id, Id instance, int linesTotal, Counts counts, Instant until) {
    int renewed =
        counted(counts)
            .set(BULK_IMPORT.LINES_TOTAL, linesTotal)
            .set(BULK_IMPORT.LEASED_UNTIL, until)
            .where(held(id, instance))
            .and(BULK_IMPORT.IS_CANCEL_ASKED.isFalse())
            .execute();
    return renewed == 1;
  }

  /// Renews the lease alone, while it is the instance's.
  void prolong(Id id, Id instance, Instant until) {
    sql.update(BULK_IMPORT)
        .set(BULK_IMPORT.LEASED_UNTIL, until)
        .where(held(id, instance))
        .execute();
  }

  /// Ends it, if the lease is still the instance's.
  boolean end(
      Id id,
      Id instance,
      ImportStatus status,
      @Nullable String problem,
      Counts counts,
      Instant now) {
    return counted(counts)
            .set(BULK_IMPORT.STATUS, status.code())
            .set(BULK_IMPORT.PROBLEM, problem)
            .setNull(BULK_IMPORT.LEASED_BY_ID)
            .setNull(BULK_IMPORT.LEASED_UNTIL)
            .set(BULK_IMPORT.ENDED_AT, now)
            .where(held(id, instance))
            .execute()
        == 1;
  }

  /// Gives it back, for whoever takes it next.
  void release(Id id, Id instance, Counts counts) {
    counted(counts)
        .set(BULK_IMPORT.ATTEMPTS, (short) 0)
        .setNull(BULK_IMPORT.LEASED_BY_ID)
        .setNull(BULK_IMPORT.LEASED_UNTIL)
        .where(held(id, instance))
        .execute();
  }

  private UpdateSetMoreStep<BulkImportRecord> counted(Counts counts) {
    return sql.update(BULK_IMPORT)
        .set(BULK_IMPORT.LINES_CREATED, counts.of(LineResult.CREATED))
        .set(BULK_IMPORT.LINES_CHANGED, counts.of(LineResult.CHANGED))
        .set(BULK_IMPORT.LINES_IGNORED, counts.of(LineResult.IGNORED))
        .set(BULK_IMPORT.LINES_REFUSED, counts.of(LineResult.REFUSED))
        .set(BULK_IMPORT.LINES_UNCHECKED, counts.of(LineResult.UNCHECKED));
  }

  private static Condition held(Id id, Id instance) {
    return BULK_IMPORT
        .ID
        .eq(id)
        .and(BULK_IMPORT.LEASED_BY_ID.eq(instance))
        .and(BULK_IMPORT.STATUS.eq(ImportStatus.RUNNING.code()));
  }

  /// Has whoever works at it stop soon.
  void askToCancel(Id id) {
    sql.update(BULK_IMPORT)
        .set(BULK_IMPORT.IS_CANCEL_ASKED, true)
        .where(BULK_IMPORT.ID.eq(id))
        .execute();
  }

  void cancelQueued(Id id, Instant now) {
    sql.update(BULK_IMPORT)
        .set(BULK_IMPORT.STATUS, ImportStatus.CANCELLED.code())
        .set(BULK_IMPORT.ENDED_AT, now)
        .where(BULK_IMPORT.ID.eq(id))
        .execute();
  }

  /// Has a file that was checked imported: what the check said of its lines is forgotten.
  void queueAgain(Id id, Caller caller) {
    sql.deleteFrom(BULK_LINE).where(BULK_LINE.IMPORT_ID.eq(id)).execute();
    counted(new Counts(Map.of()))
        .set(BULK_IMPORT.DRY_RUN, false)
        .set(BULK_IMPORT.MEMBER_ID, caller.memberId())
        .set(BULK_IMPORT.MEMBER_ROLE, caller.role().code())
        .set(BULK_IMPORT.STATUS, ImportStatus.QUEUED.code())
        .set(BULK_IMPORT.RUN, BULK_IMPORT.RUN.plus(1))
        .set(BULK_IMPORT.ATTEMPTS, (short) 0)
        .set(BULK_IMPORT.IS_CANCEL_ASKED, false)
        .setNull(BULK_IMPORT.STARTED_AT)
        .setNull(BULK_IMPORT.ENDED_AT)
        .where(BULK_IMPORT.ID.eq(id))
        .execute();
  }

  private static ImportRow row(BulkImportRecord row) {
    Map<LineResult, Integer> counts = new EnumMap<>(LineResult.class);
    counts.put(LineResult.CREATED, row.getLinesCreated());
    counts.put(LineResult.CHANGED, row.getLinesChanged());
    counts.put(LineResult.IGNORED, row.getLinesIgnored());
    counts.put(LineResult.REFUSED, row.getLinesRefused());
    counts.put(LineResult.UNCHECKED, row.getLinesUnchecked());
    return new ImportRow(
        row.getId(),
        new Caller(row.getMemberId(), row.getOrganisationId(), Role.ofCode(row.getMemberRole())),
        row.getKind(),
        row.getDryRun(),
        ImportStatus.ofCode(row.getStatus()),
        row.getProblem(),
        row.getLinesTotal(),
        new Counts(counts),
        row.getRun(),
        row.getAttempts(),
        row.getCreatedAt(),
        row.getStartedAt(),
        row.getEndedAt());
  }
}
