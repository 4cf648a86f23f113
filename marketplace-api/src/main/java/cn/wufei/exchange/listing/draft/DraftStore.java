package cn.wufei.exchange.listing.draft;

import static cn.wufei.exchange.db.Tables.LISTING_DRAFT;

import cn.wufei.exchange.db.tables.records.ListingDraftRecord;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
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
  List<DraftRow> page(Id organisation, @Nullable Id before, int limit) {
    return sql.selectFrom(LISTING_DRAFT)
        .where(newest(organisation, null, before))
        .orderBy(LISTING_DRAFT.ID.desc())
        .limit(limit)
        .fetch(DraftStore::draft);
  }

  /// Newest first, without what they say.
  List<DraftHead> pageHeads(
      Id organisation, @Nullable DraftStatus status, @Nullable Id before, int limit) {
    return heads()
        .where(newest(organisation, status, before))
        .orderBy(LISTING_DRAFT.ID.desc())
        .limit(limit)
        .fetch(DraftStore::head);
  }

  /// Those that stand so, the oldest first, without what they say.
  ///
  /// @param member whose own are meant; nothing for everybody's
  List<DraftHead> oldest(
      Id organisation, DraftStatus status, @Nullable Id member, @Nullable Id after, int limit) {
    return heads()
        .where(standing(organisation, status, member))
        .and(after == null ? DSL.noCondition() : LISTING_DRAFT.ID.gt(after))
        .orderBy(LISTING_DRAFT.ID)
        .limit(limit)
        .fetch(DraftStore::head);
  }

  int count(Id organisation) {
    return sql.fetchCount(LISTING_DRAFT, of(organisation));
  }

  /// @param member whose own are meant; nothing for everybody's
  int count(Id organisation, DraftStatus status, @Nullable Id member) {
    return sql.fetchCount(LISTING_DRAFT, standing(organisation, status, member));
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

  private static Condition newest(
      Id organisation, @Nullable DraftStatus status, @Nullable Id before) {
    return of(organisation)
        .and(status == null ? DSL.noCondition() : LISTING_DRAFT.STATUS.eq(status.code()))
        .and(before == null ? DSL.noCondition() : LISTING_DRAFT.ID.lt(before));
  }

  private static Condition standing(Id organisation, DraftStatus status, @Nullable Id member) {
    return of(organisation)
        .and(LISTING_DRAFT.STATUS.eq(status.code()))
        .and(
            member == null
                ? DSL.noCondition()
                : LISTING_DRAFT.AUTHOR_ID.eq(member).or(LISTING_DRAFT.SUBMITTER_ID.eq(member)));
  }

  private SelectJoinStep<Record> heads() {
    return sql.select(
            Stream.of(LISTING_DRAFT.fields())
                .filter(field -> !field.equals(LISTING_DRAFT.CONTENT))
                .toList())
        .from(LISTING_DRAFT);
  }

  private static ListingDraftRecord record(DraftRow draft) {
    DraftHead head = draft.head();
    DraftHead.Submission submission = head.submission();
    var row = new ListingDraftRecord();
    row.setId(head.id());
    row.setVersion(head.version());
    row.setOrganisationId(head.organisationId());
    row.setStatus(head.status().code());
    row.setLotId(head.lotId());
    row.setTitle(head.title());
    row.setContent(draft.content());
    row.setAuthorId(head.authorId());
    row.setSubmitterId(submission == null ? null : submission.memberId());
    row.setSubmittedAt(submission == null ? null : submission.at());
    row.setReturnReason(head.returnReason());
    row.setCreatedAt(head.createdAt());
    row.setChangedAt(head.changedAt());
    return row;
  }

  private static DraftRow draft(ListingDraftRecord row) {
    return new DraftRow(head(row), row.getContent());
  }

  private static DraftHead head(Record row) {
    Id submitter = row.get(LISTING_DRAFT.SUBMITTER_ID);
    return new DraftHead(
        row.get(LISTING_DRAFT.ID),
        row.get(LISTING_DRAFT.VERSION),
        row.get(LISTING_DRAFT.ORGANISATION_ID),
        DraftStatus.ofCode(row.get(LISTING_DRAFT.STATUS)),
        row.get(LISTING_DRAFT.LOT_ID),
        row.get(LISTING_DRAFT.TITLE),
        row.get(LISTING_DRAFT.AUTHOR_ID),
        submitter == null
            ? null
            : new DraftHead.Submission(submitter, row.get(LISTING_DRAFT.SUBMITTED_AT)),
        row.get(LISTING_DRAFT.RETURN_REASON),
        row.get(LISTING_DRAFT.CREATED_AT),
        row.get(LISTING_DRAFT.CHANGED_AT));
  }
}
