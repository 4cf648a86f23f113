package cn.wufei.exchange.metrics;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// What only an authority sees: the whole district's trade, down to one weighbridge ticket and who
/// recorded it.
@Controller("/api/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"audit-industry", "audit-ecology", "operator"})
@Tag(name = "audit")
class AuditController {

  private final MetricsScope.Rule rule;
  private final FunnelViews funnel;
  private final TraceViews traces;
  private final AuditRecordViews records;

  AuditController(
      MetricsScope.Rule rule, FunnelViews funnel, TraceViews traces, AuditRecordViews records) {
    this.rule = rule;
    this.funnel = funnel;
    this.traces = traces;
    this.records = records;
  }

  @Get("/funnel")
  FunnelViews.Funnel funnel(Caller caller, @Valid @RequestBean PeriodQuery query) {
    return funnel.of(scope(caller, query));
  }

  @Get("/funnel/{stage}")
  FunnelViews.ItemList items(
      Caller caller,
      @PathVariable FunnelStage stage,
      @Valid @RequestBean PeriodQuery query,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return funnel.items(stage, scope(caller, query), cursor, limit);
  }

  @Get("/loads/{id}")
  TraceViews.LoadTrace load(@PathVariable Id id) {
    return Responses.valueOf(traces.ofLoad(id));
  }

  @Get("/use-reports/{id}")
  TraceViews.UseTrace useReport(@PathVariable Id id) {
    return Responses.valueOf(traces.ofUseReport(id));
  }

  @Get("/records")
  AuditRecordViews.RecordList records(
      @QueryValue @Nullable Id subjectId,
      @QueryValue @Nullable Id organisationId,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return records.of(subjectId, organisationId, cursor, limit);
  }

  private MetricsScope scope(Caller caller, PeriodQuery query) {
    return rule.of(caller, Responses.valueOf(query.request()));
  }
}
