package cn.wufei.exchange.transfer;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Loads from weighbridge to weighbridge.
@Controller("/api/v1/loads")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "loads")
class LoadController {

  private final DispatchLoad dispatch;
  private final ReceiveLoad receive;
  private final ReceiveBatch receiveBatch;
  private final RefuseLoad refuse;
  private final SeeLoads see;
  private final Writes writes;

  LoadController(
      DispatchLoad dispatch,
      ReceiveLoad receive,
      ReceiveBatch receiveBatch,
      RefuseLoad refuse,
      SeeLoads see,
      Writes writes) {
    this.dispatch = dispatch;
    this.receive = receive;
    this.receiveBatch = receiveBatch;
    this.refuse = refuse;
    this.see = see;
    this.writes = writes;
  }

  /// Records a load that left.
  @Post
  @Secured({"gate", "trader"})
  @Status(HttpStatus.CREATED)
  HttpResponse<Load> dispatch(Caller caller, HttpRequest<?> request, @Body @Valid LoadDraft draft) {
    return writes.createPosting(caller, request, draft, () -> dispatch.handle(caller, draft));
  }

  /// The loads of the caller's organisation, newest first; `in` to it, `out` from it; `unstated`
  /// are those that are on no statement that counts.
  @Get
  Page<Load> list(
      Caller caller,
      @QueryValue @Nullable Id agreementId,
      @QueryValue @Nullable LoadStatus status,
      @QueryValue @Nullable Direction direction,
      @QueryValue(defaultValue = "false") boolean unstated,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(new LoadQuery(caller, agreementId, status, direction, unstated), cursor, limit);
  }

  /// One load.
  @Get("/{id}")
  Load read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Receives a load, all of it or a part.
  @Post("/{id}/receipt")
  @Secured({"gate", "trader"})
  HttpResponse<Load> receive(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid ReceiptDraft draft) {
    return writes.actPosting(
        caller,
        request,
        draft,
        receive,
        new ReceiveLoad.Command(caller, id, version.number(), draft));
  }

  /// Receives many loads, each line by itself: the answer says of each what was received or why
  /// nothing was. The same lines may be sent again.
  @Post("/receipts")
  @Secured({"gate", "trader"})
  HttpResponse<ReceiptBatchAnswer> receiveBatch(
      Caller caller, HttpRequest<?> request, @Body @Valid ReceiptBatch batch) {
    return writes.actPosting(caller, request, batch, () -> receiveBatch.handle(caller, batch));
  }

  /// Turns a whole load away.
  @Post("/{id}/refusal")
  @Secured({"gate", "trader"})
  HttpResponse<Load> refuse(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid RefusalDraft draft) {
    return writes.actPosting(
        caller,
        request,
        draft,
        () -> refuse.handle(caller, id, version.number(), draft.reason(), draft.refusedAt()));
  }

  /// Why a load is turned away, and when.
  @Serdeable
  record RefusalDraft(
      @NotBlank @Size(max = LoadLimits.NOTE_MAX) String reason, @NotNull Instant refusedAt) {}
}
