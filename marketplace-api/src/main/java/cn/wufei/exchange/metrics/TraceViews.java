package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD;
import static cn.wufei.exchange.db.Tables.TRANSFER_USE_PART;
import static cn.wufei.exchange.db.Tables.TRANSFER_USE_REPORT;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.transfer.Load;
import cn.wufei.exchange.transfer.Loads;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Follows one load, or one month's use, back to everything that it rests on.
@Singleton
@Connectable
class TraceViews {

  private static final int LOADS_MAX = 500;

  private final DSLContext sql;
  private final Loads loads;
  private final Agreements agreements;
  private final Lots lots;
  private final Organisations organisations;
  private final PostingViews postings;
  private final AuditRecordViews records;

  TraceViews(
      DSLContext sql,
      Loads loads,
      Agreements agreements,
      Lots lots,
      Organisations organisations,
      PostingViews postings,
      AuditRecordViews records) {
    this.sql = sql;
    this.loads = loads;
    this.agreements = agreements;
    this.lots = lots;
    this.organisations = organisations;
    this.postings = postings;
    this.records = records;
  }

  Outcome<LoadTrace> ofLoad(Id id) {
    Load load = loads.find(id);
    if (load == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Agreement agreement = agreements.find(load.agreementId());
    if (agreement == null) {
      throw new IllegalStateException("a load without its agreement: " + id);
    }
    return Outcome.done(
        new LoadTrace(
            load,
            agreement,
            lots.find(agreement.lotId()),
            postings.ofSubject(id),
            records.ofSubjects(List.of(id, agreement.id(), agreement.lotId()))));
  }

  /// The report with the loads that had filled its heap until the end of its month.
  Outcome<UseTrace> ofUseReport(Id id) {
    var report =
        sql.selectFrom(TRANSFER_USE_REPORT).where(TRANSFER_USE_REPORT.ID.eq(id)).fetchOne();
    if (report == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    YearMonth month = YearMonth.from(report.getMonthStartsOn());
    Instant end = LocalCalendar.startOf(month.plusMonths(1).atDay(1));
    List<Id> filledBy =
        sql.select(TRANSFER_LOAD.ID)
            .from(TRANSFER_LOAD)
            .where(TRANSFER_LOAD.BUYER_SITE_ID.eq(report.getSiteId()))
            .and(TRANSFER_LOAD.MATERIAL_KEY.eq(report.getMaterialKey()))
            .and(TRANSFER_LOAD.STATUS.eq("received"))
            .and(TRANSFER_LOAD.RECEIVED_AT.lt(end))
            .and(
                TRANSFER_LOAD.STREAM_ID.in(
                    sql.select(TRANSFER_USE_PART.STREAM_ID)
                        .from(TRANSFER_USE_PART)
                        .where(TRANSFER_USE_PART.REPORT_ID.eq(id))))
            .orderBy(TRANSFER_LOAD.RECEIVED_AT.desc(), TRANSFER_LOAD.ID.desc())
            .limit(LOADS_MAX)
            .fetch(TRANSFER_LOAD.ID);
    return Outcome.done(
        new UseTrace(
            id,
            organisations.find(report.getOrganisationId()),
            report.getMaterialKey(),
            month.toString(),
            report.getOpeningKg(),
            report.getReceivedKg(),
            report.getConsumedKg(),
            report.getBeyondHeapKg(),
            report.getUseKey(),
            report.getAllocationRule(),
            List.copyOf(loads.findAll(filledBy).values()),
            postings.ofSubject(id),
            records.ofSubjects(List.of(id))));
  }

  @Serdeable
  @Schema(name = "LoadTrace")
  record LoadTrace(
      Load load,
      Agreement agreement,
      @Nullable Lot lot,
      List<PostingViews.Posting> postings,
      List<AuditRecordViews.AuditEntry> records) {}

  @Serdeable
  @Schema(name = "UseTrace")
  record UseTrace(
      Id id,
      @Nullable OrganisationRef organisation,
      String materialKey,
      String month,
      long openingKg,
      long receivedKg,
      long consumedKg,
      long beyondHeapKg,
      String use,
      String allocationRule,
      List<Load> loads,
      List<PostingViews.Posting> postings,
      List<AuditRecordViews.AuditEntry> records) {}
}
