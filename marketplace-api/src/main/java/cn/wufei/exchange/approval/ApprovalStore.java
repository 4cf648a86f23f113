package cn.wufei.exchange.approval;

import static cn.wufei.exchange.db.Tables.APPROVAL_DECISION;
import static cn.wufei.exchange.db.Tables.APPROVAL_REQUEST;

import cn.wufei.exchange.db.tables.records.ApprovalDecisionRecord;
import cn.wufei.exchange.db.tables.records.ApprovalRequestRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Requests and how they ended, as rows.
@Singleton
@Connectable
class ApprovalStore {

  private final DSLContext sql;

  ApprovalStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable ApprovalRow find(Id organisation, Id id) {
    return only(
        sql.selectFrom(APPROVAL_REQUEST)
            .where(of(organisation))
            .and(APPROVAL_REQUEST.ID.eq(id))
            .fetch());
  }

  /// The request, held until the transaction ends.
  @Nullable ApprovalRow lockRequest(Id id) {
    return only(
        sql.selectFrom(APPROVAL_REQUEST).where(APPROVAL_REQUEST.ID.eq(id)).forUpdate().fetch());
  }

  /// What waits about an offer or tender, held until the transaction ends.
  List<ApprovalRow> lockPending(Id subject) {
    return rows(
        sql.selectFrom(APPROVAL_REQUEST)
            .where(APPROVAL_REQUEST.PENDING_SUBJECT_ID.eq(subject))
            .orderBy(APPROVAL_REQUEST.ID)
            .forUpdate()
            .fetch());
  }

  /// Newest first.
  ///
  /// @param status as it is today ([ApprovalRow#statusOn])
  List<ApprovalRow> page(
      Id organisation,
      @Nullable ApprovalStatus status,
      @Nullable Id subject,
      LocalDate today,
      @Nullable Id before,
      int limit) {
    return rows(
        sql.selectFrom(APPROVAL_REQUEST)
            .where(of(organisation))
            .and(status == null ? DSL.noCondition() : stands(status, today))
            .and(subject == null ? DSL.noCondition() : APPROVAL_REQUEST.SUBJECT_ID.eq(subject))
            .and(before == null ? DSL.noCondition() : APPROVAL_REQUEST.ID.lt(before))
            .orderBy(APPROVAL_REQUEST.ID.desc())
            .limit(limit)
            .fetch());
  }

  int countToDecide(Id organisation, Id member, LocalDate today) {
    return sql.fetchCount(APPROVAL_REQUEST, toDecide(organisation, member, today));
  }

  /// What waits and somebody else asked for, the oldest first.
  List<ApprovalRow> pageToDecide(
      Id organisation, Id member, LocalDate today, @Nullable Id after, int limit) {
    return rows(
        sql.selectFrom(APPROVAL_REQUEST)
            .where(toDecide(organisation, member, today))
            .and(after == null ? DSL.noCondition() : APPROVAL_REQUEST.ID.gt(after))
            .orderBy(APPROVAL_REQUEST.ID)
            .limit(limit)
            .fetch());
  }

  /// What waits and can be done no longer, that first which is over the longest.
  List<Id> overBefore(LocalDate day, int limit) {
    return sql.select(APPROVAL_REQUEST.ID)
        .from(APPROVAL_REQUEST)
        .where(APPROVAL_REQUEST.STATUS.eq(ApprovalStatus.PENDING.code()))
        .and(APPROVAL_REQUEST.LAST_DAY.lt(day))
        .orderBy(APPROVAL_REQUEST.LAST_DAY, APPROVAL_REQUEST.ID)
        .limit(limit)
        .fetch(APPROVAL_REQUEST.ID);
  }

  void insert(ApprovalRow row) {
    AskedAct asked = row.asked();
    AskedAct.Subject about = asked.about();
    var request = new ApprovalRequestRecord();
    request.setId(row.id());
    request.setProcessVersion((short) row.process());
    request.setStatus(row.status().code());
    request.setOrganisationId(row.organisationId());
    request.setAct(asked.kind().code());
    request.setSubjectId(about == null ? null : about.id());
    request.setPendingSubjectId(about == null ? null : about.id());
    request.setSubjectVersion(about == null ? null : about.version());
    request.setTitle(asked.title());
    request.setPartnerId(asked.partner());
    request.setQuantityKg(asked.quantityKg());
    request.setPriceYuanPerT(asked.priceYuanPerT());
    request.setSumFen(asked.sumFen());
    request.setAboveFen(row.aboveFen());
    request.setContent(asked.content());
    request.setAskerId(row.askerId());
    request.setAskedAt(row.askedAt());
    request.setLastDay(asked.lastDay());
    sql.executeInsert(request);
  }

  /// Writes the status of a request that is held; from then on it stands in nobody's way.
  void end(Id request, ApprovalStatus status) {
    sql.update(APPROVAL_REQUEST)
        .set(APPROVAL_REQUEST.STATUS, status.code())
        .setNull(APPROVAL_REQUEST.PENDING_SUBJECT_ID)
        .where(APPROVAL_REQUEST.ID.eq(request))
        .execute();
  }

  void insert(Id request, ApprovalRow.Decision decision) {
    OvertakenBy cause = decision.cause();
    var row = new ApprovalDecisionRecord();
    row.setRequestId(request);
    row.setStatus(decision.status().code());
    row.setDeciderId(decision.decider());
    row.setReason(decision.reason());
    row.setCause(cause == null ? null : cause.code());
    row.setResultId(decision.result());
    row.setDecidedAt(decision.at());
    sql.executeInsert(row);
  }

  private static Condition of(Id organisation) {
    return APPROVAL_REQUEST.ORGANISATION_ID.eq(organisation);
  }

  private static Condition toDecide(Id organisation, Id member, LocalDate today) {
    return of(organisation)
        .and(stands(ApprovalStatus.PENDING, today))
        .and(APPROVAL_REQUEST.ASKER_ID.ne(member));
  }

  private static Condition stands(ApprovalStatus status, LocalDate today) {
    Condition stored = APPROVAL_REQUEST.STATUS.eq(status.code());
    return switch (status) {
      case PENDING -> stored.and(APPROVAL_REQUEST.LAST_DAY.ge(today));
      case OVERTAKEN ->
          stored.or(
              APPROVAL_REQUEST
                  .STATUS
                  .eq(ApprovalStatus.PENDING.code())
                  .and(APPROVAL_REQUEST.LAST_DAY.lt(today)));
      case APPROVED, REFUSED, WITHDRAWN -> stored;
    };
  }

  private @Nullable ApprovalRow only(List<ApprovalRequestRecord> found) {
    return found.isEmpty() ? null : rows(found).getFirst();
  }

  private List<ApprovalRow> rows(List<ApprovalRequestRecord> requests) {
    Map<Id, ApprovalDecisionRecord> decisions =
        requests.isEmpty()
            ? Map.of()
            : sql.selectFrom(APPROVAL_DECISION)
                .where(
                    APPROVAL_DECISION.REQUEST_ID.in(
                        requests.stream().map(ApprovalRequestRecord::getId).toList()))
                .fetchMap(APPROVAL_DECISION.REQUEST_ID);
    return requests.stream().map(row -> row(row, decisions.get(row.getId()))).toList();
  }

  private static ApprovalRow row(
      ApprovalRequestRecord row, @Nullable ApprovalDecisionRecord decision) {
    return new ApprovalRow(
        row.getId(),
        row.getProcessVersion(),
        ApprovalStatus.ofCode(row.getStatus()),
        row.getOrganisationId(),
        asked(row),
        row.getAboveFen(),
        row.getAskerId(),
        row.getAskedAt(),
        decision == null ? null : decision(decision));
  }

  private static AskedAct asked(ApprovalRequestRecord row) {
    Id subject = row.getSubjectId();
    return new AskedAct(
        ActKind.ofCode(row.getAct()),
        subject == null
            ? null
            : new AskedAct.Subject(subject, Objects.requireNonNull(row.getSubjectVersion())),
        row.getTitle(),
        row.getPartnerId(),
        row.getQuantityKg(),
        row.getPriceYuanPerT(),
        row.getSumFen(),
        row.getContent(),
        row.getLastDay());
  }

  private static ApprovalRow.Decision decision(ApprovalDecisionRecord row) {
    String cause = row.getCause();
    return new ApprovalRow.Decision(
        ApprovalStatus.ofCode(row.getStatus()),
        row.getDeciderId(),
        row.getReason(),
        cause == null ? null : OvertakenBy.ofCode(cause),
        row.getResultId(),
        row.getDecidedAt());
  }
}
