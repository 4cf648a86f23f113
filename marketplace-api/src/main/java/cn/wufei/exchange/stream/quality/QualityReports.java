package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.gate.MeasuredValue;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The quality reports of streams, for features that offer or match what comes from them.
@Singleton
public class QualityReports {

  private final QualityReportStore store;
  private final QualityReportViews views;
  private final Attachments attachments;
  private final Clock clock;

  QualityReports(
      QualityReportStore store, QualityReportViews views, Attachments attachments, Clock clock) {
    this.store = store;
    this.views = views;
    this.attachments = attachments;
    this.clock = clock;
  }

  /// Those that stand, the last recorded first.
  ///
  /// @param sharedOnly without those that the owner does not show to others
  /// @param before the last report of the page before
  public Page<QualityReport> standing(
      Id stream, boolean sharedOnly, @Nullable Id before, int limit) {
    List<QualityReport> rows =
        views.ofAll(store.standingPage(stream, sharedOnly, before, limit + 1, today()));
    return Page.ofSurplus(rows, limit, report -> report.id().toString());
  }

  /// The content of a file of a report that stands; nothing when the stream has no such report or
  /// the report no such file.
  ///
  /// @param sharedOnly nothing either when the owner does not show the report to others
  public @Nullable StreamedFile file(Id stream, boolean sharedOnly, Id reportId, Id fileId) {
    QualityReport report = store.find(reportId, today());
    if (report == null
        || !report.streamId().equals(stream)
        || report.withdrawnAt() != null
        || (sharedOnly && !report.shared())) {
      return null;
    }
    return attachments.open(report.subject(), fileId);
  }

  /// The day of the last sample of which a report holds today; streams without any are absent.
  public Map<Id, LocalDate> lastSampledOn(Collection<Id> streams) {
    return store.lastSampledOn(streams, today());
  }

  /// Between which values each parameter of the stream lies by all reports that hold today, shown
  /// to others or not: what a laboratory has found is not undone by not stating it.
  public List<MeasuredValue> measured(Id stream) {
    return store.measured(stream, today());
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }
}
