package cn.wufei.exchange.matching;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Search")
class MatchController {

  private final ShowMatches show;

  MatchController(ShowMatches show) {
    this.show = show;
  }

  /// Demands that one of the caller's lots fits, and those that it nearly fits.
  @Get("/lots/{id}/matches")
  MatchList ofLot(Caller caller, Id id) {
    return Responses.valueOf(show.ofLot(caller, id));
  }

  /// Lots that fit one of the caller's demands, and those that nearly fit.
  @Get("/demands/{id}/matches")
  MatchList ofDemand(Caller caller, Id id) {
    return Responses.valueOf(show.ofDemand(caller, id));
  }
}
