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
  private final ShowNearMisses showNear;
  private final ExplainPair explain;

  MatchController(ShowMatches show, ShowNearMisses showNear, ExplainPair explain) {
    this.show = show;
    this.showNear = showNear;
    this.explain = explain;
  }

  /// Demands that one of the caller's lots fits.
  @Get("/lots/{id}/matches")
  MatchList ofLot(Caller caller, Id id) {
    return Responses.valueOf(show.ofLot(caller, id));
  }

  /// Lots that fit one of the caller's demands.
  @Get("/demands/{id}/matches")
  MatchList ofDemand(Caller caller, Id id) {
    return Responses.valueOf(show.ofDemand(caller, id));
  }

  /// Demands that one of the caller's lots nearly fits, with the smallest changes that would help.
  @Get("/lots/{id}/near-misses")
  NearMissList nearLot(Caller caller, Id id) {
    return Responses.valueOf(showNear.ofLot(caller, id));
  }

  /// Lots that nearly fit one of the caller's demands, with the smallest changes that would help.
  @Get("/demands/{id}/near-misses")
  NearMissList nearDemand(Caller caller, Id id) {
    return Responses.valueOf(showNear.ofDemand(caller, id));
  }

  /// Why a demand is offered to one of the caller's lots, or why not.
  @Get("/lots/{id}/matches/{demandId}")
  PairVerdict ofLotAndDemand(Caller caller, Id id, Id demandId) {
    return Responses.valueOf(explain.toSeller(caller, id, demandId));
  }

  /// Why a lot is offered for one of the caller's demands, or why not.
  @Get("/demands/{id}/matches/{lotId}")
  PairVerdict ofDemandAndLot(Caller caller, Id id, Id lotId) {
    return Responses.valueOf(explain.toBuyer(caller, id, lotId));
  }
}
