package cn.wufei.exchange.account;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/streams")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"reader", "audit-industry", "audit-ecology"})
@Tag(name = "streams")
class UnreconciledController {

  private final SeeUnreconciled see;

  UnreconciledController(SeeUnreconciled see) {
    this.see = see;
  }

  /// What left beyond the recorded stock and is not cleared yet, by load.
  @Get("/{id}/unreconciled")
  Unreconciled unreconciled(Caller caller, Id id) {
    return Responses.valueOf(see.of(caller, id));
  }
}
