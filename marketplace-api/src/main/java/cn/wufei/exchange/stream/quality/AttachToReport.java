package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.attachment.Attachment;
import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.attachment.ReceivedFile;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// The owner attaches the report as the laboratory printed it, or a photograph of it. A file stays
/// with its report: with a wrong one the report is withdrawn and recorded again.
@Singleton
class AttachToReport {

  private final QualityReportStore store;
  private final Attachments attachments;
  private final AuditLog audit;
  private final Clock clock;

  AttachToReport(QualityReportStore store, Attachments attachments, AuditLog audit, Clock clock) {
    this.store = store;
    this.attachments = attachments;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the report is the caller's own, it stands, none of its files has the
  /// same content, it has not as many as it can have.
  Outcome<Attachment> handle(Caller caller, Id id, ReceivedFile file) {
    if (!caller.organisationId().equals(store.lockOwner(id))) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    QualityReport report =
        Objects.requireNonNull(store.find(id, LocalCalendar.dayOf(Instant.now(clock))));
    if (report.withdrawnAt() != null) {
      return Outcome.refused(QualityRefusal.REPORT_WITHDRAWN);
    }
    return attachments
        .add(caller, report.subject(), file)
        .map(attached -> {
          audit.record(
              caller,
              "quality-report-file-attached",
              QualityReport.SUBJECT,
              id,
              Map.of(
                  "reportNumber",
                  report.reportNumber(),
                  "file",
                  attached.name(),
                  "sha256",
                  attached.sha256()));
          return attached;
        });
  }
}
