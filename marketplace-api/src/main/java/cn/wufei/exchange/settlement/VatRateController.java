package cn.wufei.exchange.settlement;

import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
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

/// The rate of value added tax of the caller's organisation.
@Controller("/api/v1/settlement/vat-rate")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "settlement")
class VatRateController {

  private final VatRateStore rates;
  private final StateVatRate state;
  private final Writes writes;

  VatRateController(VatRateStore rates, StateVatRate state, Writes writes) {
    this.rates = rates;
    this.state = state;
    this.writes = writes;
  }

  /// The rate that is stated.
  @Get
  VatRate read(Caller caller) {
    return rates.find(caller.organisationId());
  }

  /// States another.
  @Put
  @Secured("trader")
  HttpResponse<VatRate> state(
      Caller caller, Version version, @Body @Valid StateVatRate.Command command) {
    return writes.change(() -> state.handle(caller, version.number(), command));
  }
}
