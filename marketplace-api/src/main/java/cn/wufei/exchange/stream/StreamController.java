package cn.wufei.exchange.stream;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/streams")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "streams")
class StreamController {

  private final Writes writes;
  private final RegisterStream registerStream;
  private final RecordEntry recordEntry;
  private final TakeStock takeStock;
  private final ClearYearEnd clearYearEnd;
  private final StreamRepository streams;
  private final StreamViews views;
  private final YearViews years;

  StreamController(
      Writes writes,
      RegisterStream registerStream,
      RecordEntry recordEntry,
      TakeStock takeStock,
      ClearYearEnd clearYearEnd,
      StreamRepository streams,
      StreamViews views,
      YearViews years) {
    this.writes = writes;
    this.registerStream = registerStream;
    this.recordEntry = recordEntry;
    this.takeStock = takeStock;
    this.clearYearEnd = clearYearEnd;
    this.streams = streams;
    this.views = views;
    this.years = years;
  }

  @Post
  @Secured("trader")
  HttpResponse<StreamViews.Stream> register(
      Caller caller, HttpRequest<?> request, @Body @Valid RegisterStream.Command command) {
    return writes.create(caller, request, command, () -> registerStream.handle(caller, command));
  }

  @Get
  @Secured("reader")
  StreamViews.StreamList list(Caller caller) {
    return new StreamViews.StreamList(views.ofOrganisation(caller.organisationId()));
  }

  @Get("/{id}")
  @Secured({"reader", "audit-industry", "audit-ecology"})
  StreamViews.Stream get(Caller caller, @PathVariable Id id) {
    return views.of(visible(caller, id));
  }

  @Post("/{id}/entries")
  @Secured("trader")
  HttpResponse<StreamViews.Entry> record(
      Caller caller,
      HttpRequest<?> request,
      @PathVariable Id id,
      @Body @Valid RecordEntry.Command command) {
    return writes.createPosting(
        caller, request, command, () -> recordEntry.handle(caller, id, command));
  }

  @Get("/{id}/entries")
  @Secured({"reader", "audit-industry", "audit-ecology"})
  StreamViews.EntryList entries(
      Caller caller,
      @PathVariable Id id,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    Page<StreamViews.Entry> page = views.entriesOf(visible(caller, id).id(), cursor, limit);
    return new StreamViews.EntryList(page.items(), page.next());
  }

  @Post("/{id}/stock-takes")
  @Secured("trader")
  HttpResponse<StreamViews.StockTake> takeStock(
      Caller caller,
      HttpRequest<?> request,
      @PathVariable Id id,
      @Body @Valid TakeStock.Command command) {
    return writes.createPosting(
        caller, request, command, () -> takeStock.handle(caller, id, command));
  }

  @Get("/{id}/stock-takes")
  @Secured({"reader", "audit-industry", "audit-ecology"})
  StreamViews.StockTakeList stockTakes(Caller caller, @PathVariable Id id) {
    return new StreamViews.StockTakeList(views.stockTakesOf(visible(caller, id).id()));
  }

  @Get("/{id}/years")
  @Secured({"reader", "audit-industry", "audit-ecology"})
  YearViews.YearList years(Caller caller, @PathVariable Id id) {
    return years.of(visible(caller, id).id());
  }

  @Post("/{id}/years/{year}/clearing")
  @Secured("trader")
  HttpResponse<StreamViews.Entry> clearYear(
      Caller caller,
      HttpRequest<?> request,
      @PathVariable Id id,
      @PathVariable int year,
      @Body @Valid ClearYearEnd.Command command) {
    return writes.createPosting(
        caller, request, command, () -> clearYearEnd.handle(caller, id, year, command));
  }

  private StreamRow visible(Caller caller, Id id) {
    return streams
        .findById(id)
        .filter(row -> caller.maySee(row.organisationId()))
        .orElseGet(() -> Responses.valueOf(Outcome.refused(CommonRefusal.NOT_FOUND)));
  }
}
