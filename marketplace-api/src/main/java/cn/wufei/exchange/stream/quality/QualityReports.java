package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.gate.MeasuredValue;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Page;
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
  private final ReportScreening screening;
  private final Clock clock;

  QualityReports(QualityReportStore store, ReportScreening screening, Clock clock) {
    this.store = store;
    this.screening = screening;
    this.clock = clock;
  }

  /// Those that stand, the last recorded first.
  ///
  /// @param sharedOnly without those that the owner does not show to others
  /// @param before the last report of the page before
  public Page<QualityReport> standing(
      Id stream, boolean sharedOnly, @Nullable Id before, int limit) {
    List<QualityReport> rows =
        store.standingPage(stream, sharedOnly, before, limit + 1, today()).stream()
            .map(screening::told)
            .toList();
    return Page.ofSurplus(rows, limit, report -> report.id().toString());
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
