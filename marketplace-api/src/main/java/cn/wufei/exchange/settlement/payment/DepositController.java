package cn.wufei.exchange.settlement.payment;

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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// Deposits as the parties record them.
@Controller("/api/v1/deposits")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "settlement")
class DepositController {

  private final RecordDeposit record;
  private final MoveDeposit move;
  private final SeeDeposits see;
  private final Writes writes;

  DepositController(RecordDeposit record, MoveDeposit move, SeeDeposits see, Writes writes) {
    this.record = record;
    this.move = move;
    this.see = see;
    this.writes = writes;
  }

  /// Records a deposit that the caller's organisation lodged.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Deposit> record(
      Caller caller, HttpRequest<?> request, @Body @Valid DepositDraft draft) {
    return writes.create(caller, request, draft, () -> record.handle(caller, draft));
  }

  /// The deposits that the caller's organisation lodged or holds, newest first.
  @Get
  Page<Deposit> list(
      Caller caller,
      @QueryValue @Nullable Id agreementId,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, agreementId, cursor, limit);
  }

  /// One deposit.
  @Get("/{id}")
  Deposit read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Confirms that the deposit came.
  @Post("/{id}/confirmation")
  @Secured("trader")
  HttpResponse<Deposit> confirm(Caller caller, HttpRequest<?> request, Id id, Version version) {
    return writes.actPosting(caller, request, id, () -> move.confirm(caller, id, version.number()));
  }

  /// Says that it did not.
  @Post("/{id}/rejection")
  @Secured("trader")
  HttpResponse<Deposit> reject(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Version version,
      @Body @Valid Rejection rejection) {
    return writes.act(
        caller,
        request,
        rejection,
        () -> move.reject(caller, id, version.number(), rejection.reason()));
  }

  /// Gives a deposit or a part of it back.
  @Post("/{id}/release")
  @Secured("trader")
  HttpResponse<Deposit> release(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Version version,
      @Body @Valid DepositMoveDraft draft) {
    return moved(caller, request, id, version, DepositMoveKind.RELEASE, draft);
  }

  /// Keeps a deposit or a part of it.
  @Post("/{id}/forfeit")
  @Secured("trader")
  HttpResponse<Deposit> forfeit(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Version version,
      @Body @Valid DepositMoveDraft draft) {
    return moved(caller, request, id, version, DepositMoveKind.FORFEIT, draft);
  }

  /// Sets a deposit or a part of it against what is owed.
  @Post("/{id}/offset")
  @Secured("trader")
  HttpResponse<Deposit> offset(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Version version,
      @Body @Valid DepositMoveDraft draft) {
    return moved(caller, request, id, version, DepositMoveKind.OFFSET, draft);
  }

  private HttpResponse<Deposit> moved(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Version version,
      DepositMoveKind kind,
      DepositMoveDraft draft) {
    return writes.actPosting(
        caller, request, draft, () -> move.move(caller, id, version.number(), kind, draft));
  }
}
