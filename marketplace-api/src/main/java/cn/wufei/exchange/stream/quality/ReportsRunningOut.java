package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Quality reports that run out soon, of streams that were not sampled again since.
@Singleton
class ReportsRunningOut implements WorkSource {

  private final QualityReportStore store;
  private final Streams streams;
  private final Clock clock;

  ReportsRunningOut(QualityReportStore store, Streams streams, Clock clock) {
    this.store = store;
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.QUALITY_REPORT;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    LocalDate today = today();
    return WorkCount.of(
        store.countRunningOut(
            caller.organisationId(), today, today.plusDays(QualityReport.WARNING_DAYS)));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    LocalDate today = today();
    Page<QualityReportStore.RunningOut> page =
        Page.ofSurplus(
            store.pageRunningOut(
                caller.organisationId(),
                today,
                today.plusDays(QualityReport.WARNING_DAYS),
                after,
                limit + 1),
            limit,
            report -> report.id().toString());
    Map<Id, StreamRef> named =
        streams.findAll(
            page.items().stream().map(QualityReportStore.RunningOut::streamId).distinct().toList());
    return new Page<>(
        page.items().stream()
            .map(report -> item(report, Objects.requireNonNull(named.get(report.streamId()))))
            .toList(),
        page.next());
  }

  private LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  private static WorkItem item(QualityReportStore.RunningOut report, StreamRef stream) {
    return WorkItem.of(WorkKind.QUALITY_REPORT, stream.id(), stream.name())
        .key(report.id().toString())
        .material(stream.materialKey())
        .note(report.laboratory() + " " + report.reportNumber())
        .due(report.validTo())
        .build();
  }
}
