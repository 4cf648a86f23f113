package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.db.Tables.DEAL_DOCUMENT_PAPER;

import cn.wufei.exchange.db.tables.records.DealDocumentPaperRecord;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Records of signatures on paper as rows. Whoever writes holds the agreement.
@Singleton
@Connectable
class PaperStore {

  private final DSLContext sql;

  PaperStore(DSLContext sql) {
    this.sql = sql;
  }

  /// By version, newest first.
  Map<Id, List<PaperRow>> of(Collection<Id> documents) {
    return sql.selectFrom(DEAL_DOCUMENT_PAPER)
        .where(DEAL_DOCUMENT_PAPER.DOCUMENT_ID.in(documents))
        .orderBy(DEAL_DOCUMENT_PAPER.DOCUMENT_ID, DEAL_DOCUMENT_PAPER.ID.desc())
        .fetchGroups(DEAL_DOCUMENT_PAPER.DOCUMENT_ID, PaperStore::row);
  }

  /// The one of the version that waits for an answer.
  @Nullable PaperRow findWaiting(Id document) {
    return sql.selectFrom(DEAL_DOCUMENT_PAPER)
        .where(DEAL_DOCUMENT_PAPER.LIVE_DOCUMENT_ID.eq(document))
        .and(DEAL_DOCUMENT_PAPER.STATUS.eq(PaperStatus.RECORDED.code()))
        .fetchOne(PaperStore::row);
  }

  @Nullable PaperRow find(Id document, Id paper) {
    return sql.selectFrom(DEAL_DOCUMENT_PAPER)
        .where(DEAL_DOCUMENT_PAPER.ID.eq(paper))
        .and(DEAL_DOCUMENT_PAPER.DOCUMENT_ID.eq(document))
        .fetchOne(PaperStore::row);
  }

  void insert(PaperRow paper) {
    sql.insertInto(DEAL_DOCUMENT_PAPER)
        .set(DEAL_DOCUMENT_PAPER.ID, paper.id())
        .set(DEAL_DOCUMENT_PAPER.STATUS, paper.status().code())
        .set(DEAL_DOCUMENT_PAPER.DOCUMENT_ID, paper.documentId())
        .set(DEAL_DOCUMENT_PAPER.LIVE_DOCUMENT_ID, paper.documentId())
        .set(DEAL_DOCUMENT_PAPER.RECORDER, paper.recorder().code())
        .set(DEAL_DOCUMENT_PAPER.RECORDED_BY_ID, paper.recordedBy())
        .set(DEAL_DOCUMENT_PAPER.EXTERNAL_NUMBER, paper.externalNumber())
        .set(DEAL_DOCUMENT_PAPER.SIGNED_ON, paper.signedOn())
        .set(DEAL_DOCUMENT_PAPER.FILE_ID, paper.fileId())
        .set(DEAL_DOCUMENT_PAPER.RECORDED_AT, paper.recordedAt())
        .execute();
  }

  /// Writes status and answer.
  void update(PaperRow paper) {
    PaperRow.Answer answer = paper.answer();
    sql.update(DEAL_DOCUMENT_PAPER)
        .set(DEAL_DOCUMENT_PAPER.STATUS, paper.status().code())
        .set(
            DEAL_DOCUMENT_PAPER.LIVE_DOCUMENT_ID,
            paper.status().isLive() ? paper.documentId() : null)
        .set(DEAL_DOCUMENT_PAPER.ANSWERED_AT, answer == null ? null : answer.at())
        .set(DEAL_DOCUMENT_PAPER.ANSWERED_BY_ID, answer == null ? null : answer.memberId())
        .set(DEAL_DOCUMENT_PAPER.REASON, answer == null ? null : answer.reason())
        .where(DEAL_DOCUMENT_PAPER.ID.eq(paper.id()))
        .execute();
  }

  private static PaperRow row(DealDocumentPaperRecord row) {
    return new PaperRow(
        row.getId(),
        PaperStatus.ofCode(row.getStatus()),
        row.getDocumentId(),
        Side.ofCode(row.getRecorder()),
        row.getRecordedById(),
        row.getExternalNumber(),
        row.getSignedOn(),
        row.getFileId(),
        row.getRecordedAt(),
        row.getAnsweredAt() == null
            ? null
            : new PaperRow.Answer(row.getAnsweredAt(), row.getAnsweredById(), row.getReason()));
  }
}
