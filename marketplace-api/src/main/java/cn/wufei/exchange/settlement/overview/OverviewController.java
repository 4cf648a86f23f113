package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.kernel.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Who owes whom.
@Controller("/api/v1/settlement/overview")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "settlement")
class OverviewController {

  private final ShowOverview show;

  OverviewController(ShowOverview show) {
    this.show = show;
  }

  /// What is open between the caller's organisation and others, and what waits for its answer.
  @Get
  Overview read(Caller caller) {
    return show.handle(caller);
  }
}
