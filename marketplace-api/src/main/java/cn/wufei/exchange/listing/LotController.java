package cn.wufei.exchange.listing;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.stream.quality.QualityReport;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// What producers offer.
@Controller("/api/v1/lots")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "lots")
class LotController {

  private final PublishLot publish;
  private final EditLot edit;
  private final PauseLot pause;
  private final WithdrawLot withdraw;
  private final SeeLots see;
  private final Writes writes;

  LotController(
      PublishLot publish,
      EditLot edit,
      PauseLot pause,
      WithdrawLot withdraw,
      SeeLots see,
      Writes writes) {
    this.publish = publish;
    this.edit = edit;
    this.pause = pause;
    this.withdraw = withdraw;
    this.see = see;
    this.writes = writes;
  }

  /// Publishes a lot.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Lot> publish(Caller caller, HttpRequest<?> request, @Body @Valid LotDraft draft) {
    return writes.createPosting(caller, request, draft, () -> publish.handle(caller, draft));
  }

  /// The caller's own lots, newest first.
  @Get
  Page<Lot> list(
      Caller caller,
      @QueryValue @Nullable LotStatus status,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.own(caller, status, cursor, limit);
  }

  /// One lot: open to all who have signed in while it is published.
  @Get("/{id}")
  Lot read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// What a lot has cost since when, newest first: open to all who may read the lot.
  @Get("/{id}/prices")
  Page<LotPrice> prices(
      Caller caller,
      Id id,
      @QueryValue @Nullable @Min(1) Integer cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return Responses.valueOf(see.prices(caller, id, cursor, limit));
  }

  /// What laboratories found in the lot's stream: all that stands for its owner and the
  /// authorities, what the owner shows for others who may read the lot.
  @Get("/{id}/quality-reports")
  Page<QualityReport> qualityReports(
      Caller caller,
      Id id,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return Responses.valueOf(see.qualityReports(caller, id, cursor, limit));
  }

  /// The content of a file of one of these reports.
  @Get(
      value = "/{id}/quality-reports/{reportId}/files/{fileId}",
      produces = MediaType.APPLICATION_OCTET_STREAM)
  StreamedFile qualityFile(Caller caller, Id id, Id reportId, Id fileId) {
    return Responses.valueOf(see.qualityFile(caller, id, reportId, fileId));
  }

  /// Changes a lot's terms.
  @Put("/{id}")
  @Secured("trader")
  HttpResponse<Lot> edit(
      Caller caller, Id id, @IfMatch Version version, @Body @Valid LotEdit edit) {
    return writes.change(
        () -> this.edit.handle(caller, id, version.number(), edit.terms(), edit.visibility()));
  }

  /// Takes a lot off the market for a while.
  @Post("/{id}/pause")
  @Secured("trader")
  HttpResponse<Lot> pause(Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.act(caller, request, id, () -> pause.pause(caller, id, version.number()));
  }

  /// Puts a paused lot back on the market.
  @Post("/{id}/resumption")
  @Secured("trader")
  HttpResponse<Lot> resume(Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.act(caller, request, id, () -> pause.resume(caller, id, version.number()));
  }

  /// Takes a lot from the market.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Lot> withdraw(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.actPosting(
        caller, request, id, () -> withdraw.handle(caller, id, version.number()));
  }
}
