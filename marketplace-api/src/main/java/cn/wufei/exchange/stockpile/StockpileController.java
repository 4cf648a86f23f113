package cn.wufei.exchange.stockpile;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@Controller("/api/v1/stockpiles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "stockpiles")
class StockpileController {

  private final Writes writes;
  private final StateStockpile stateStockpile;
  private final ReportStockpile reportStockpile;
  private final StockpileViews views;

  StockpileController(
      Writes writes,
      StateStockpile stateStockpile,
      ReportStockpile reportStockpile,
      StockpileViews views) {
    this.writes = writes;
    this.stateStockpile = stateStockpile;
    this.reportStockpile = reportStockpile;
    this.views = views;
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  StockpileViews.ViewList list() {
    return new StockpileViews.ViewList(views.all());
  }

  @Post
  @Secured({"audit-industry", "operator"})
  HttpResponse<StockpileViews.View> state(
      Caller caller, HttpRequest<?> request, @Body @Valid StateStockpile.Command command) {
    return writes.create(caller, request, command, () -> stateStockpile.handle(caller, command));
  }

  @Post("/{id}/reports")
  @Secured({"audit-industry", "audit-ecology"})
  HttpResponse<StockpileViews.View> report(
      Caller caller,
      HttpRequest<?> request,
      @PathVariable Id id,
      @Body @Valid ReportStockpile.Command command) {
    return writes.create(
        caller, request, command, () -> reportStockpile.handle(caller, id, command));
  }
}
