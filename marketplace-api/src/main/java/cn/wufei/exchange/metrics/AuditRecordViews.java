package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.db.Tables.AUDIT_RECORD;
import static cn.wufei.exchange.db.Tables.TENDER_BID;
import static cn.wufei.exchange.db.Tables.TENDER_TENDER;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads the audit records, newest first. What bidders did in a tender is told when its opening has
/// ended: until then not even an authority knows who bids, or reads a price that was opened.
@Singleton
@Connectable
class AuditRecordViews {

  /// The subject of what a bidder does.
  private static final String BID = "tender-bid";

  private final DSLContext sql;
  private final Organisations organisations;
  private final Clock clock;

  AuditRecordViews(DSLContext sql, Organisations organisations, Clock clock) {
    this.sql = sql;
    this.organisations = organisations;
    this.clock = clock;
  }

  RecordList of(@Nullable Id subject, @Nullable Id organisation, @Nullable Id before, int limit) {
    List<Condition> conditions = new ArrayList<>();
    if (subject != null) {
      conditions.add(AUDIT_RECORD.SUBJECT_ID.eq(subject));
    }
    if (organisation != null) {
      conditions.add(AUDIT_RECORD.ORGANISATION_ID.eq(organisation));
    }
    if (before != null) {
      conditions.add(AUDIT_RECORD.ID.lt(before));
    }
    Page<AuditEntry> page =
        Page.ofSurplus(read(conditions, limit + 1), limit, entry -> entry.id().toString());
    return new RecordList(page.items(), page.next());
  }

  List<AuditEntry> ofSubjects(Collection<Id> subjects) {
    return read(List.of(AUDIT_RECORD.SUBJECT_ID.in(subjects)), Page.LIMIT_MAX);
  }

  private List<AuditEntry> read(List<Condition> conditions, int limit) {
    var rows =
        sql.selectFrom(AUDIT_RECORD)
            .where(conditions)
            .and(AUDIT_RECORD.SUBJECT_TYPE.ne(BID).or(DSL.notExists(tenderGoingOn())))
            .orderBy(AUDIT_RECORD.ID.desc())
            .limit(limit)
            .fetch();
    Map<Id, OrganisationRef> names =
        organisations.findAll(
            rows.stream()
                .flatMap(row -> Stream.of(row.getOrganisationId(), row.getDelegateId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return rows.stream()
        .map(row ->
            new AuditEntry(
                row.getId(),
                row.getRecordedAt(),
                row.getMemberId(),
                row.getOrganisationId(),
                nameOf(row.getOrganisationId(), names),
                row.getDelegateId(),
                nameOf(row.getDelegateId(), names),
                row.getAction(),
                row.getSubjectType(),
                row.getSubjectId(),
                row.getFacts()))
        .toList();
  }

  private Select<?> tenderGoingOn() {
    return DSL.selectOne()
        .from(TENDER_BID)
        .join(TENDER_TENDER)
        .on(TENDER_TENDER.ID.eq(TENDER_BID.TENDER_ID))
        .where(TENDER_BID.ID.eq(AUDIT_RECORD.SUBJECT_ID))
        .and(TENDER_TENDER.STATUS.in("open", "opening"))
        .and(TENDER_TENDER.OPENS_UNTIL.gt(Instant.now(clock)));
  }

  private static @Nullable String nameOf(
      @Nullable Id organisation, Map<Id, OrganisationRef> names) {
    OrganisationRef found = organisation == null ? null : names.get(organisation);
    return found == null ? null : found.name();
  }

  /// One act. `facts` is a JSON object as text.
  ///
  /// @param organisationId for whom it was done
  /// @param delegateId the firm of the member, where that is another
  @Serdeable
  @Schema(name = "AuditRecord")
  record AuditEntry(
      Id id,
      Instant at,
      @Nullable Id memberId,
      @Nullable Id organisationId,
      @Nullable String organisationName,
      @Nullable Id delegateId,
      @Nullable String delegateName,
      String action,
      String subjectType,
      Id subjectId,
      String facts) {}

  @Serdeable
  @Schema(name = "AuditRecordList")
  record RecordList(List<AuditEntry> items, @Nullable String next) {}
}
