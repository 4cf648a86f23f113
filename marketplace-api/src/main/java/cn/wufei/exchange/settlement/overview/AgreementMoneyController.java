package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/// The money of an agreement.
@Controller("/api/v1/agreements/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "settlement")
class AgreementMoneyController {

  private final ShowAgreementMoney show;
  private final LimitPickup limit;
  private final Writes writes;

  AgreementMoneyController(ShowAgreementMoney show, LimitPickup limit, Writes writes) {
    this.show = show;
    this.limit = limit;
    this.writes = writes;
  }

  /// What is open, paid ahead and lodged, and what the prepayment still covers.
  @Get("/money")
  AgreementMoney read(Caller caller, Id id) {
    return Responses.valueOf(show.handle(caller, id));
  }

  /// Ties dispatch to prepayment, or stops doing so.
  @Put("/pickup-limit")
  @Secured("trader")
  HttpResponse<AgreementMoney> limit(
      Caller caller, Id id, Version version, @Body @Valid LimitPickup.Command command) {
    return writes.change(() -> limit.handle(caller, id, version.number(), command));
  }
}
