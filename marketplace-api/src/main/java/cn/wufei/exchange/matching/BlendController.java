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
class BlendController {

  private final FindBlends find;

  BlendController(FindBlends find) {
    this.find = find;
  }

  /// Mixtures of a few lots that meet one of the caller's demands.
  @Get("/demands/{id}/blends")
  BlendList ofDemand(Caller caller, Id id) {
    return Responses.valueOf(find.handle(caller, id));
  }
}
