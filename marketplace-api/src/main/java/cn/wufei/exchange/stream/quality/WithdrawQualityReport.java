package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

/// The owner takes a report back, for instance after a mistake in typing. It stays on record and
/// counts no more.
@Singleton
class WithdrawQualityReport {

  private final QualityReportStore store;
  private final QualityReportViews views;
  private final AuditLog audit;
  private final Clock clock;

  WithdrawQualityReport(
      QualityReportStore store, QualityReportViews views, AuditLog audit, Clock clock) {
    this.store = store;
    this.views = views;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the report is the caller's own, it stands, the version.
  Outcome<QualityReport> handle(Caller caller, Id id, long version, Command command) {
    if (!caller.organisationId().equals(store.lockOwner(id))) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    LocalDate today = LocalCalendar.dayOf(now);
    QualityReport report = Objects.requireNonNull(store.find(id, today));
    if (report.withdrawnAt() != null) {
      return Outcome.refused(QualityRefusal.REPORT_WITHDRAWN);
    }
    if (report.version() != version) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    String reason = command.reason().strip();
    store.withdraw(id, version + 1, reason, now);
    audit.record(
        caller,
        "quality-report-withdrawn",
        QualityReport.SUBJECT,
        id,
        Map.of("reportNumber", report.reportNumber(), "reason", reason));
    return Outcome.done(views.of(Objects.requireNonNull(store.find(id, today))));
  }

  @Serdeable
  @Schema(name = "WithdrawQualityReport")
  record Command(@NotBlank @Size(max = 500) String reason) {}
}
