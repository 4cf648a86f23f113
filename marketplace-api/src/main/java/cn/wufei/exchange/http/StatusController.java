package cn.wufei.exchange.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/status")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Status")
class StatusController {

  private final ShowStatus showStatus;

  StatusController(ShowStatus showStatus) {
    this.showStatus = showStatus;
  }

  @Get
  @Secured(SecurityRule.IS_ANONYMOUS)
  Status status() {
    return showStatus.handle();
  }
}
