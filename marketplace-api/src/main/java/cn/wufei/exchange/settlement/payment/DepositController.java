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
  private final AnswerDeposit answer;
  private final ReleaseDeposit release;
  private final MoveDeposit move;
  private final SeeDeposits see;
  private final Writes writes;

  DepositController(
      RecordDeposit record,
      AnswerDeposit answer,
      ReleaseDeposit release,
      MoveDeposit move,
      SeeDeposits see,
      Writes writes) {
    this.record = record;
    this.answer = answer;
    this.release = release;
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
    return writes.actPosting(
        caller, request, id, () -> answer.confirm(caller, id, version.number()));
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
        () -> answer.reject(caller, id, version.number(), rejection.reason()));
  }

  /// Takes back a deposit that was recorded and is not answered.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Deposit> withdraw(Caller caller, HttpRequest<?> request, Id id, Version version) {
    return writes.act(caller, request, id, () -> answer.withdraw(caller, id, version.number()));
  }

  /// Records that a deposit or a part of it was paid back.
  @Post("/{id}/release")
  @Secured("trader")
  HttpResponse<Deposit> release(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Version version,
      @Body @Valid ReleaseDraft draft) {
    return writes.act(
        caller, request, draft, () -> release.record(caller, id, version.number(), draft));
  }

  /// Confirms that a release came.
  @Post("/{id}/releases/{releaseId}/confirmation")
  @Secured("trader")
  HttpResponse<Deposit> confirmRelease(
      Caller caller, HttpRequest<?> request, Id id, Id releaseId, Version version) {
    return writes.actPosting(
        caller, request, releaseId, () -> release.confirm(caller, id, releaseId, version.number()));
  }

  /// Says that a release did not come.
  @Post("/{id}/releases/{releaseId}/rejection")
  @Secured("trader")
  HttpResponse<Deposit> rejectRelease(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Id releaseId,
      Version version,
      @Body @Valid Rejection rejection) {
    return writes.act(
        caller,
        request,
        rejection,
        () -> release.reject(caller, id, releaseId, version.number(), rejection.reason()));
  }

  /// Takes back a release that was recorded and is not answered.
  @Post("/{id}/releases/{releaseId}/withdrawal")
  @Secured("trader")
  HttpResponse<Deposit> withdrawRelease(
      Caller caller, HttpRequest<?> request, Id id, Id releaseId, Version version) {
    return writes.act(
        caller,
        request,
        releaseId,
        () -> release.withdraw(caller, id, releaseId, version.number()));
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
    return writes.actPosting(
        caller, request, draft, () -> move.forfeit(caller, id, version.number(), draft));
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
    return writes.actPosting(
        caller, request, draft, () -> move.offset(caller, id, version.number(), draft));
  }
}
