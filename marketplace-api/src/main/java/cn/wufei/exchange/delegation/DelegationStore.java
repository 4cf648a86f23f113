package cn.wufei.exchange.delegation;

import static cn.wufei.exchange.db.Tables.DELEGATION_DELEGATION;
import static cn.wufei.exchange.db.Tables.DELEGATION_STEP;

import cn.wufei.exchange.db.tables.records.DelegationDelegationRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Delegations and the steps of their courses as rows.
@Singleton
@Connectable
class DelegationStore {

  private final DSLContext sql;

  DelegationStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable DelegationRow find(Id id) {
    return sql.selectFrom(DELEGATION_DELEGATION)
        .where(DELEGATION_DELEGATION.ID.eq(id))
        .fetchOne(DelegationStore::row);
  }

  @Nullable DelegationRow lockDelegation(Id id) {
    return sql.selectFrom(DELEGATION_DELEGATION)
        .where(DELEGATION_DELEGATION.ID.eq(id))
        .forUpdate()
        .fetchOne(DelegationStore::row);
  }

  /// Under which the one firm acts for the other on that day, by an index.
  @Nullable DelegationRow working(Id delegator, Id delegate, LocalDate today) {
    return sql.selectFrom(DELEGATION_DELEGATION)
        .where(DELEGATION_DELEGATION.DELEGATOR_ID.eq(delegator))
        .and(DELEGATION_DELEGATION.DELEGATE_ID.eq(delegate))
        .and(worksOn(today))
        .orderBy(DELEGATION_DELEGATION.ID)
        .limit(1)
        .fetchOne(DelegationStore::row);
  }

  /// Under which the firm acts for others on that day, the newest first.
  List<DelegationRow> workingOf(Id delegate, LocalDate today, int limit) {
    return sql.selectFrom(DELEGATION_DELEGATION)
        .where(DELEGATION_DELEGATION.DELEGATE_ID.eq(delegate))
        .and(worksOn(today))
        .orderBy(DELEGATION_DELEGATION.ID.desc())
        .limit(limit)
        .fetch(DelegationStore::row);
  }

  /// Whether the firm acts for one of the others, will, or did on that day or later.
  boolean servesAny(Id delegate, Collection<Id> others, LocalDate since) {
    return sql.fetchExists(
        DELEGATION_DELEGATION,
        DELEGATION_DELEGATION
            .DELEGATE_ID
            .eq(delegate)
            .and(DELEGATION_DELEGATION.DELEGATOR_ID.in(others))
            .and(DELEGATION_DELEGATION.ACCEPTED_AT.isNotNull())
            .and(DELEGATION_DELEGATION.UNTIL_DAY.ge(since)));
  }

  /// Whether there is one of the pair, offered or accepted and not over, for any of those days.
  boolean overlaps(
      Id delegator, Id delegate, LocalDate firstDay, LocalDate lastDay, LocalDate today) {
    return sql.fetchExists(
        DELEGATION_DELEGATION,
        DELEGATION_DELEGATION
            .DELEGATOR_ID
            .eq(delegator)
            .and(DELEGATION_DELEGATION.DELEGATE_ID.eq(delegate))
            .and(isOpen(today))
            .and(DELEGATION_DELEGATION.FIRST_DAY.le(lastDay))
            .and(DELEGATION_DELEGATION.LAST_DAY.ge(firstDay)));
  }

  int countOpen(Id delegator, LocalDate today) {
    return sql.fetchCount(
        DELEGATION_DELEGATION, DELEGATION_DELEGATION.DELEGATOR_ID.eq(delegator).and(isOpen(today)));
  }

  /// Those in which the firm stands on a side, newest first.
  ///
  /// @param side nothing for both
  List<DelegationRow> page(
      Id organisation, @Nullable DelegationSide side, @Nullable Id before, int limit) {
    return sql.selectFrom(DELEGATION_DELEGATION)
        .where(isOf(organisation, side))
        .and(before == null ? DSL.noCondition() : DELEGATION_DELEGATION.ID.lt(before))
        .orderBy(DELEGATION_DELEGATION.ID.desc())
        .limit(limit)
        .fetch(DelegationStore::row);
  }

  int countToAnswer(Id delegate, LocalDate today) {
    return sql.fetchCount(DELEGATION_DELEGATION, toAnswer(delegate, today));
  }

  /// The oldest first.
  List<DelegationRow> pageToAnswer(Id delegate, LocalDate today, @Nullable Id after, int limit) {
    return pageAfter(toAnswer(delegate, today), after, limit);
  }

  int countEnding(Id organisation, LocalDate today, LocalDate last) {
    return sql.fetchCount(DELEGATION_DELEGATION, ending(organisation, today, last));
  }

  /// The oldest first.
  List<DelegationRow> pageEnding(
      Id organisation, LocalDate today, LocalDate last, @Nullable Id after, int limit) {
    return pageAfter(ending(organisation, today, last), after, limit);
  }

  /// Those whose time to be answered or whose last day is over and that do not say so yet.
  List<Id> overBefore(LocalDate today, int limit) {
    return sql.select(DELEGATION_DELEGATION.ID)
        .from(DELEGATION_DELEGATION)
        .where(
            DELEGATION_DELEGATION
                .STATUS
                .eq(DelegationStatus.OFFERED.code())
                .and(DELEGATION_DELEGATION.ANSWER_BY.lt(today)))
        .or(
            DELEGATION_DELEGATION
                .STATUS
                .eq(DelegationStatus.ACTIVE.code())
                .and(DELEGATION_DELEGATION.LAST_DAY.lt(today)))
        .orderBy(DELEGATION_DELEGATION.ID)
        .limit(limit)
        .fetch(DELEGATION_DELEGATION.ID);
  }

  /// Those that end by then and of which nobody was told yet.
  List<Id> toWarn(LocalDate today, LocalDate last, int limit) {
    return sql.select(DELEGATION_DELEGATION.ID)
        .from(DELEGATION_DELEGATION)
        .where(DELEGATION_DELEGATION.STATUS.eq(DelegationStatus.ACTIVE.code()))
        .and(DELEGATION_DELEGATION.LAST_DAY.between(today, last))
        .and(DELEGATION_DELEGATION.WARNED.isFalse())
        .orderBy(DELEGATION_DELEGATION.ID)
        .limit(limit)
        .fetch(DELEGATION_DELEGATION.ID);
  }

  void insert(DelegationRow row) {
    sql.insertInto(DELEGATION_DELEGATION)
        .set(DELEGATION_DELEGATION.ID, row.id())
        .set(DELEGATION_DELEGATION.VERSION, row.version())
        .set(DELEGATION_DELEGATION.PROCESS_VERSION, (short) row.process())
        .set(DELEGATION_DELEGATION.STATUS, row.status().code())
        .set(DELEGATION_DELEGATION.DELEGATOR_ID, row.delegatorId())
        .set(DELEGATION_DELEGATION.DELEGATE_ID, row.delegateId())
        .set(DELEGATION_DELEGATION.SCOPES, DelegationScope.codesOf(row.scopes()))
        .set(DELEGATION_DELEGATION.FIRST_DAY, row.firstDay())
        .set(DELEGATION_DELEGATION.LAST_DAY, row.lastDay())
        .set(DELEGATION_DELEGATION.NOTE, row.note())
        .set(DELEGATION_DELEGATION.OFFERED_AT, row.offeredAt())
        .set(DELEGATION_DELEGATION.ANSWER_BY, row.answerBy())
        .set(DELEGATION_DELEGATION.ACCEPTED_AT, row.acceptedAt())
        .set(DELEGATION_DELEGATION.UNTIL_DAY, row.untilDay())
        .set(DELEGATION_DELEGATION.WARNED, row.warned())
        .execute();
  }

  void update(DelegationRow row) {
    sql.update(DELEGATION_DELEGATION)
        .set(DELEGATION_DELEGATION.VERSION, row.version())
        .set(DELEGATION_DELEGATION.STATUS, row.status().code())
        .set(DELEGATION_DELEGATION.ACCEPTED_AT, row.acceptedAt())
        .set(DELEGATION_DELEGATION.UNTIL_DAY, row.untilDay())
        .where(DELEGATION_DELEGATION.ID.eq(row.id()))
        .execute();
  }

  void markWarned(Id id) {
    sql.update(DELEGATION_DELEGATION)
        .set(DELEGATION_DELEGATION.WARNED, true)
        .where(DELEGATION_DELEGATION.ID.eq(id))
        .execute();
  }

  void insert(DelegationStep step) {
    DelegationSide side = step.side();
    sql.insertInto(DELEGATION_STEP)
        .set(DELEGATION_STEP.DELEGATION_ID, step.delegationId())
        .set(DELEGATION_STEP.LINE, (short) step.line())
        .set(DELEGATION_STEP.ACT, step.act().code())
        .set(DELEGATION_STEP.SIDE, side == null ? null : side.code())
        .set(DELEGATION_STEP.MEMBER_ID, step.memberId())
        .set(DELEGATION_STEP.WORDS, step.words())
        .set(DELEGATION_STEP.TAKEN_AT, step.at())
        .execute();
  }

  /// The steps of some delegations, each in their order.
  List<DelegationStep> steps(Collection<Id> delegations) {
    return delegations.isEmpty()
        ? List.of()
        : sql.selectFrom(DELEGATION_STEP)
            .where(DELEGATION_STEP.DELEGATION_ID.in(delegations))
            .orderBy(DELEGATION_STEP.DELEGATION_ID.desc(), DELEGATION_STEP.LINE)
            .fetch(row ->
                new DelegationStep(
                    row.getDelegationId(),
                    row.getLine(),
                    DelegationAct.ofCode(row.getAct()),
                    row.getSide() == null ? null : DelegationSide.ofCode(row.getSide()),
                    row.getMemberId(),
                    row.getWords(),
                    row.getTakenAt()));
  }

  private List<DelegationRow> pageAfter(Condition which, @Nullable Id after, int limit) {
    return sql.selectFrom(DELEGATION_DELEGATION)
        .where(which)
        .and(after == null ? DSL.noCondition() : DELEGATION_DELEGATION.ID.gt(after))
        .orderBy(DELEGATION_DELEGATION.ID)
        .limit(limit)
        .fetch(DelegationStore::row);
  }

  private static Condition isOf(Id organisation, @Nullable DelegationSide side) {
    Condition gave = DELEGATION_DELEGATION.DELEGATOR_ID.eq(organisation);
    Condition took = DELEGATION_DELEGATION.DELEGATE_ID.eq(organisation);
    return side == null ? gave.or(took) : side == DelegationSide.DELEGATOR ? gave : took;
  }

  private static Condition worksOn(LocalDate today) {
    return DELEGATION_DELEGATION
        .STATUS
        .eq(DelegationStatus.ACTIVE.code())
        .and(DELEGATION_DELEGATION.FIRST_DAY.le(today))
        .and(DELEGATION_DELEGATION.LAST_DAY.ge(today));
  }

  private static Condition isOpen(LocalDate today) {
    return DELEGATION_DELEGATION
        .STATUS
        .eq(DelegationStatus.OFFERED.code())
        .and(DELEGATION_DELEGATION.ANSWER_BY.ge(today))
        .or(
            DELEGATION_DELEGATION
                .STATUS
                .eq(DelegationStatus.ACTIVE.code())
                .and(DELEGATION_DELEGATION.LAST_DAY.ge(today)));
  }

  private static Condition toAnswer(Id delegate, LocalDate today) {
    return DELEGATION_DELEGATION
        .DELEGATE_ID
        .eq(delegate)
        .and(DELEGATION_DELEGATION.STATUS.eq(DelegationStatus.OFFERED.code()))
        .and(DELEGATION_DELEGATION.ANSWER_BY.ge(today));
  }

  private static Condition ending(Id organisation, LocalDate today, LocalDate last) {
    return isOf(organisation, null)
        .and(DELEGATION_DELEGATION.STATUS.eq(DelegationStatus.ACTIVE.code()))
        .and(DELEGATION_DELEGATION.LAST_DAY.between(today, last));
  }

  private static DelegationRow row(DelegationDelegationRecord row) {
    return new DelegationRow(
        row.getId(),
        row.getVersion(),
        row.getProcessVersion(),
        DelegationStatus.ofCode(row.getStatus()),
        row.getDelegatorId(),
        row.getDelegateId(),
        DelegationScope.ofCodes(row.getScopes()),
        row.getFirstDay(),
        row.getLastDay(),
        row.getNote(),
        row.getOfferedAt(),
        row.getAnswerBy(),
        row.getAcceptedAt(),
        row.getUntilDay(),
        row.getWarned());
  }
}
