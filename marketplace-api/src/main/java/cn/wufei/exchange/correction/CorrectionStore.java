package cn.wufei.exchange.correction;

import static cn.wufei.exchange.db.Tables.CORRECTION_CORRECTION;

import cn.wufei.exchange.correction.CorrectionRow.Decision;
import cn.wufei.exchange.correction.CorrectionRow.Party;
import cn.wufei.exchange.db.tables.records.CorrectionCorrectionRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Corrected;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Corrections as rows.
@Singleton
@Connectable
class CorrectionStore {

  private final DSLContext sql;
  private final ObjectMapper json;

  CorrectionStore(DSLContext sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  @Nullable CorrectionRow find(Id id) {
    return sql.selectFrom(CORRECTION_CORRECTION)
        .where(CORRECTION_CORRECTION.ID.eq(id))
        .fetchOne(this::correction);
  }

  /// The correction, held until the transaction ends.
  @Nullable CorrectionRow lockCorrection(Id id) {
    return sql.selectFrom(CORRECTION_CORRECTION)
        .where(CORRECTION_CORRECTION.ID.eq(id))
        .forUpdate()
        .fetchOne(this::correction);
  }

  boolean hasOpen(CorrectionKind kind, Id subject, Instant now) {
    return sql.fetchExists(
        sql.selectOne()
            .from(CORRECTION_CORRECTION)
            .where(CORRECTION_CORRECTION.SUBJECT_ID.eq(subject))
            .and(CORRECTION_CORRECTION.KIND.eq(kind.code()))
            .and(CORRECTION_CORRECTION.STATUS.eq(CorrectionStatus.OPEN.code()))
            .and(CORRECTION_CORRECTION.EXPIRES_AT.ge(now)));
  }

  /// Newest first.
  List<CorrectionRow> page(CorrectionQuery query, Instant now, @Nullable Id before, int limit) {
    return sql.selectFrom(CORRECTION_CORRECTION)
        .where(visible(query))
        .and(about(query.about()))
        .and(
            query.kind() == null
                ? DSL.noCondition()
                : CORRECTION_CORRECTION.KIND.eq(query.kind().code()))
        .and(withStatus(query.status(), now))
        .and(before == null ? DSL.noCondition() : CORRECTION_CORRECTION.ID.lt(before))
        .orderBy(CORRECTION_CORRECTION.ID.desc())
        .limit(limit)
        .fetch(this::correction);
  }

  int countToAnswer(Answerer answerer, Instant now) {
    return sql.fetchCount(CORRECTION_CORRECTION, toAnswer(answerer, now));
  }

  /// Open corrections that somebody can approve alone, the oldest first.
  List<CorrectionRow> pageToAnswer(Answerer answerer, Instant now, @Nullable Id after, int limit) {
    return sql.selectFrom(CORRECTION_CORRECTION)
        .where(toAnswer(answerer, now))
        .and(after == null ? DSL.noCondition() : CORRECTION_CORRECTION.ID.gt(after))
        .orderBy(CORRECTION_CORRECTION.ID)
        .limit(limit)
        .fetch(this::correction);
  }

  private static Condition toAnswer(Answerer answerer, Instant now) {
    Condition external = CORRECTION_CORRECTION.PROPOSER_ID.ne(answerer.organisationId());
    Condition which =
        switch (answerer.ofOwn()) {
          case NONE -> external;
          case OF_OTHERS ->
              external.or(CORRECTION_CORRECTION.PROPOSER_MEMBER_ID.ne(answerer.memberId()));
          case ALL -> DSL.noCondition();
        };
    return withStatus(CorrectionStatus.OPEN, now)
        .and(CORRECTION_CORRECTION.APPROVER_ID.eq(answerer.organisationId()))
        .and(which);
  }

  private static Condition visible(CorrectionQuery query) {
    Id own = query.caller().organisationId();
    return query.caller().role().seesAll()
        ? DSL.noCondition()
        : CORRECTION_CORRECTION.PROPOSER_ID.eq(own).or(CORRECTION_CORRECTION.APPROVER_ID.eq(own));
  }

  private static Condition about(@Nullable Id thing) {
    return thing == null
        ? DSL.noCondition()
        : CORRECTION_CORRECTION.SUBJECT_ID.eq(thing).or(CORRECTION_CORRECTION.PARENT_ID.eq(thing));
  }

  private static Condition withStatus(@Nullable CorrectionStatus status, Instant now) {
    if (status == null) {
      return DSL.noCondition();
    }
    Condition open = CORRECTION_CORRECTION.STATUS.eq(CorrectionStatus.OPEN.code());
    return switch (status) {
      case OPEN -> open.and(CORRECTION_CORRECTION.EXPIRES_AT.ge(now));
      case EXPIRED -> open.and(CORRECTION_CORRECTION.EXPIRES_AT.lt(now));
      case APPLIED, DECLINED, WITHDRAWN -> CORRECTION_CORRECTION.STATUS.eq(status.code());
    };
  }

  void insert(CorrectionRow row) {
    sql.insertInto(CORRECTION_CORRECTION)
        .set(CORRECTION_CORRECTION.ID, row.id())
        .set(CORRECTION_CORRECTION.VERSION, row.version())
        .set(CORRECTION_CORRECTION.STATUS, row.status().code())
        .set(CORRECTION_CORRECTION.KIND, row.kind().code())
        .set(CORRECTION_CORRECTION.SUBJECT_ID, row.subjectId())
        .set(CORRECTION_CORRECTION.SUBJECT_LABEL, row.subjectLabel())
        .set(CORRECTION_CORRECTION.PARENT_ID, row.parentId())
        .set(CORRECTION_CORRECTION.PROPOSER_ID, row.proposer().organisationId())
        .set(CORRECTION_CORRECTION.PROPOSER_MEMBER_ID, row.proposer().memberId())
        .set(CORRECTION_CORRECTION.APPROVER_ID, row.approverId())
        .set(CORRECTION_CORRECTION.VOIDS, (short) (row.voids() ? 1 : 0))
        .set(CORRECTION_CORRECTION.OLD_VALUES, textOf(row.old()))
        .set(CORRECTION_CORRECTION.NEW_VALUES, textOf(row.values()))
        .set(CORRECTION_CORRECTION.REASON, row.reason())
        .set(CORRECTION_CORRECTION.BASIS_ID, row.basis())
        .set(CORRECTION_CORRECTION.PROPOSED_AT, row.proposedAt())
        .set(CORRECTION_CORRECTION.EXPIRES_AT, row.expiresAt())
        .execute();
  }

  /// Writes how a correction was answered that is held.
  void update(CorrectionRow row, Decision decision) {
    sql.update(CORRECTION_CORRECTION)
        .set(CORRECTION_CORRECTION.VERSION, row.version())
        .set(CORRECTION_CORRECTION.STATUS, row.status().code())
        .set(CORRECTION_CORRECTION.DECIDED_AT, decision.at())
        .set(CORRECTION_CORRECTION.DECIDER_ID, decision.by().organisationId())
        .set(CORRECTION_CORRECTION.DECIDER_MEMBER_ID, decision.by().memberId())
        .set(CORRECTION_CORRECTION.DECISION_NOTE, decision.note())
        .set(CORRECTION_CORRECTION.REVERSAL_ID, decision.posted().reversalId())
        .set(CORRECTION_CORRECTION.TRANSFER_ID, decision.posted().transferId())
        .where(CORRECTION_CORRECTION.ID.eq(row.id()))
        .execute();
  }

  private CorrectionRow correction(CorrectionCorrectionRecord row) {
    return new CorrectionRow(
        row.getId(),
        row.getVersion(),
        CorrectionStatus.ofCode(row.getStatus()),
        CorrectionKind.ofCode(row.getKind()),
        row.getSubjectId(),
        row.getSubjectLabel(),
        row.getParentId(),
        new Party(row.getProposerId(), row.getProposerMemberId()),
        row.getApproverId(),
        row.getVoids() == 1,
        valuesOf(row.getOldValues()),
        valuesOf(row.getNewValues()),
        row.getReason(),
        row.getBasisId(),
        row.getProposedAt(),
        row.getExpiresAt(),
        row.getDecidedAt() == null
            ? null
            : new Decision(
                new Party(row.getDeciderId(), row.getDeciderMemberId()),
                row.getDecidedAt(),
                row.getDecisionNote(),
                new Corrected(row.getReversalId(), row.getTransferId())));
  }

  private String textOf(CorrectionValues values) {
    try {
      return json.writeValueAsString(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CorrectionValues valuesOf(String text) {
    try {
      return Objects.requireNonNull(json.readValue(text, CorrectionValues.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
