package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Tells organisations of reports that run out within thirty days, each once. Every instance looks;
/// the rows are held, so one of them tells and the others find it done.
@Singleton
class WarnOfReports {

  private static final String KIND = "report-expiring";
  private static final int REPORTS_MAX = 200;

  private final QualityReportStore store;
  private final Streams streams;
  private final Notices notices;
  private final Clock clock;

  WarnOfReports(QualityReportStore store, Streams streams, Notices notices, Clock clock) {
    this.store = store;
    this.streams = streams;
    this.notices = notices;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  @Transactional
  void run() {
    Instant now = Instant.now(clock);
    LocalDate today = LocalCalendar.dayOf(now);
    List<QualityReportStore.RunningOut> reports =
        store.lockRunningOut(today, today.plusDays(QualityReport.WARNING_DAYS), REPORTS_MAX);
    if (reports.isEmpty()) {
      return;
    }
    Map<Id, StreamRef> named =
        streams.findAll(
            reports.stream().map(QualityReportStore.RunningOut::streamId).distinct().toList());
    store.warned(reports.stream().map(QualityReportStore.RunningOut::id).toList(), now);
    notices.send(reports.stream().map(report -> notice(report, named)).toList());
  }

  private static NewNotice notice(QualityReportStore.RunningOut report, Map<Id, StreamRef> named) {
    StreamRef stream = named.get(report.streamId());
    return new NewNotice(
        report.organisationId(),
        KIND,
        "quality-report:" + report.id(),
        Map.of("stream", report.streamId()),
        Map.of(
            "streamName",
            stream == null ? "" : stream.name(),
            "laboratory",
            report.laboratory(),
            "reportNumber",
            report.reportNumber(),
            "validTo",
            report.validTo().toString()));
  }
}
