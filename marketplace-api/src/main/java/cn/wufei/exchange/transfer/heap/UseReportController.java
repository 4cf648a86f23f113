package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// Receivers' monthly reports of use.
@Controller("/api/v1/use-reports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "loads")
class UseReportController {

  private final ReportUse report;
  private final SeeHeaps see;
  private final Writes writes;

  UseReportController(ReportUse report, SeeHeaps see, Writes writes) {
    this.report = report;
    this.see = see;
    this.writes = writes;
  }

  /// Reports a month of a heap.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<UseReport> report(
      Caller caller, HttpRequest<?> request, @Body @Valid UseDraft draft) {
    return writes.createPosting(caller, request, draft, () -> report.handle(caller, draft));
  }

  /// The reports of the caller's organisation, newest first.
  @Get
  Page<UseReport> list(
      Caller caller,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.reports(caller, cursor, limit);
  }
}
