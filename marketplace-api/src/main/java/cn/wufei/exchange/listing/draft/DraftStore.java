package cn.wufei.exchange.listing.draft;

import static cn.wufei.exchange.db.Tables.LISTING_DRAFT;

import cn.wufei.exchange.db.tables.records.ListingDraftRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Drafts as rows. Every question names the organisation, so that nobody reaches another's.
@Singleton
@Connectable
class DraftStore {

  private final DSLContext sql;

  DraftStore(DSLContext sql) {
    this.sql = sql;
  }

  @Nullable DraftRow find(Id organisation, Id id) {
    return sql.selectFrom(LISTING_DRAFT)
        .where(of(organisation))
        .and(LISTING_DRAFT.ID.eq(id))
        .fetchOne(DraftStore::draft);
  }

  /// The draft, held until the transaction ends.
  @Nullable DraftRow lockDraft(Id organisation, Id id) {
    return sql.selectFrom(LISTING_DRAFT)
        .where(of(organisation))
        .and(LISTING_DRAFT.ID.eq(id))
        .forUpdate()
        .fetchOne(DraftStore::draft);
  }

  /// Newest first.
  List<DraftRow> page(
      Id organisation, @Nullable DraftStatus status, @Nullable Id before, int limit) {
    return sql.selectFrom(LISTING_DRAFT)
        .where(of(organisation))
        .and(status == null ? DSL.noCondition() : LISTING_DRAFT.STATUS.eq(status.code()))
        .and(before == null ? DSL.noCondition() : LISTING_DRAFT.ID.lt(before))
        .orderBy(LISTING_DRAFT.ID.desc())
        .limit(limit)
        .fetch(DraftStore::draft);
  }

  /// Those that stand so, the oldest first.
  List<DraftRow> oldest(Id organisation, DraftStatus status, @Nullable Id after, int limit) {
    return sql.selectFrom(LISTING_DRAFT)
        .where(of(organisation))
        .and(LISTING_DRAFT.STATUS.eq(status.code()))
        .and(after == null ? DSL.noCondition() : LISTING_DRAFT.ID.gt(after))
        .orderBy(LISTING_DRAFT.ID)
        .limit(limit)
        .fetch(DraftStore::draft);
  }

  int count(Id organisation) {
    return sql.fetchCount(LISTING_DRAFT, of(organisation));
  }

  int count(Id organisation, DraftStatus status) {
    return sql.fetchCount(
        LISTING_DRAFT, of(organisation).and(LISTING_DRAFT.STATUS.eq(status.code())));
  }

  void insert(DraftRow draft) {
    sql.executeInsert(record(draft));
  }

  /// Writes a draft that is held.
  void update(DraftRow draft) {
    sql.executeUpdate(record(draft));
  }

  void delete(DraftRow held) {
    sql.deleteFrom(LISTING_DRAFT).where(LISTING_DRAFT.ID.eq(held.id())).execute();
  }

  private static Condition of(Id organisation) {
    return LISTING_DRAFT.ORGANISATION_ID.eq(organisation);
  }

  private static ListingDraftRecord record(DraftRow draft) {
    DraftRow.Submission submission = draft.submission();
    var row = new ListingDraftRecord();
    row.setId(draft.id());
    row.setVersion(draft.version());
    row.setOrganisationId(draft.organisationId());
    row.setStatus(draft.status().code());
    row.setLotId(draft.lotId());
    row.setTitle(draft.title());
    row.setContent(draft.content());
    row.setAuthorId(draft.authorId());
    row.setSubmitterId(submission == null ? null : submission.memberId());
    row.setSubmittedAt(submission == null ? null : submission.at());
    row.setReturnReason(draft.returnReason());
    row.setCreatedAt(draft.createdAt());
    row.setChangedAt(draft.changedAt());
    return row;
  }

  private static DraftRow draft(ListingDraftRecord row) {
    return new DraftRow(
        row.getId(),
        row.getVersion(),
        row.getOrganisationId(),
        DraftStatus.ofCode(row.getStatus()),
        row.getLotId(),
        row.getTitle(),
        row.getContent(),
        row.getAuthorId(),
        row.getSubmitterId() == null
            ? null
            : new DraftRow.Submission(row.getSubmitterId(), row.getSubmittedAt()),
        row.getReturnReason(),
        row.getCreatedAt(),
        row.getChangedAt());
  }
}
