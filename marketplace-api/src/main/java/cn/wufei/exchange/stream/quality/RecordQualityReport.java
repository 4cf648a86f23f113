package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.sql.Failures;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A producer records what a laboratory found in one of its streams.
@Singleton
class RecordQualityReport {

  private static final String NUMBER_KEY = "uq_stream_quality_report_number";

  private final Streams streams;
  private final QualityReportStore store;
  private final QualityReportViews views;
  private final Catalog catalog;
  private final AuditLog audit;
  private final Clock clock;

  RecordQualityReport(
      Streams streams,
      QualityReportStore store,
      QualityReportViews views,
      Catalog catalog,
      AuditLog audit,
      Clock clock) {
    this.streams = streams;
    this.store = store;
    this.views = views;
    this.catalog = catalog;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the stream is the caller's own, the report holds ([QualityRules]), none
  /// of the laboratory with the number stands for the stream.
  Outcome<QualityReport> handle(Caller caller, Id streamId, QualityReportDraft draft) {
    StreamRef stream = streams.find(streamId);
    if (stream == null || !stream.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    LocalDate today = LocalCalendar.dayOf(now);
    return QualityRules.check(draft, catalog::parameter, today)
        .then(checked -> record(caller, stream, report(checked, streamId, now, today)));
  }

  private Outcome<QualityReport> record(Caller caller, StreamRef stream, QualityReport report) {
    try {
      store.insert(report, stream.organisationId());
    } catch (RuntimeException e) {
      if (Failures.isDuplicate(e, NUMBER_KEY)) {
        return Outcome.refused(QualityRefusal.REPORT_RECORDED_ALREADY, "reportNumber");
      }
      throw e;
    }
    audit.record(
        caller,
        "quality-report-recorded",
        QualityReport.SUBJECT,
        report.id(),
        Map.of(
            "streamId",
            stream.id().toString(),
            "laboratory",
            report.laboratory(),
            "reportNumber",
            report.reportNumber()));
    return Outcome.done(views.of(report));
  }

  private static QualityReport report(
      QualityReportDraft draft, Id stream, Instant now, LocalDate today) {
    return new QualityReport(
        Id.next(),
        1,
        stream,
        QualityReport.Status.of(null, draft.validTo(), today),
        draft.laboratory().strip(),
        draft.reportNumber().strip(),
        stripped(draft.method()),
        draft.sampledOn(),
        draft.reportedOn(),
        draft.validTo(),
        draft.shared(),
        stripped(draft.note()),
        draft.values(),
        null,
        List.of(),
        now,
        null,
        null);
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
