package cn.wufei.exchange.tender;

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
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/// Deposits for a tender, as bidders and the seller record them.
@Controller("/api/v1/tenders/{id}/deposits")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "tenders")
class TenderDepositController {

  private final RecordTenderDeposit record;
  private final AnswerTenderDeposit answer;
  private final ReturnTenderDeposit giveBack;
  private final SeeTenders see;
  private final Writes writes;

  TenderDepositController(
      RecordTenderDeposit record,
      AnswerTenderDeposit answer,
      ReturnTenderDeposit giveBack,
      SeeTenders see,
      Writes writes) {
    this.record = record;
    this.answer = answer;
    this.giveBack = giveBack;
    this.see = see;
    this.writes = writes;
  }

  /// The tender's deposits, oldest first: all for the seller and the authorities, for others their
  /// own.
  @Get
  Page<TenderDeposit> list(Caller caller, Id id) {
    return new Page<>(Responses.valueOf(see.deposits(caller, id)), null);
  }

  /// Records that the caller's organisation transferred its deposit to the seller.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<TenderDeposit> record(
      Caller caller, HttpRequest<?> request, Id id, @Body @Valid TenderDepositDraft draft) {
    return writes.create(caller, request, draft, () -> record.handle(caller, id, draft));
  }

  /// Confirms that a deposit came. Only what is confirmed before the closing makes a bid count.
  @Post("/{depositId}/confirmation")
  @Secured("trader")
  HttpResponse<TenderDeposit> confirm(
      Caller caller, HttpRequest<?> request, Id id, Id depositId, @IfMatch Version version) {
    return writes.act(
        caller, request, depositId, () -> answer.confirm(caller, id, depositId, version.number()));
  }

  /// Says that it did not.
  @Post("/{depositId}/rejection")
  @Secured("trader")
  HttpResponse<TenderDeposit> reject(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Id depositId,
      @IfMatch Version version,
      @Body @Valid TenderReason reason) {
    return writes.act(
        caller,
        request,
        reason,
        () -> answer.reject(caller, id, depositId, version.number(), reason.text()));
  }

  /// Records that a deposit was paid back, when the tender is over.
  @Post("/{depositId}/release")
  @Secured("trader")
  HttpResponse<TenderDeposit> release(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Id depositId,
      @IfMatch Version version,
      @Body @Valid TenderDepositRelease release) {
    return writes.act(
        caller,
        request,
        release,
        () -> giveBack.release(caller, id, depositId, version.number(), release));
  }

  /// Keeps the deposit of the winner, or of a bidder who did not open a bid that counted, when the
  /// tender is over.
  @Post("/{depositId}/forfeiture")
  @Secured("trader")
  HttpResponse<TenderDeposit> forfeit(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Id depositId,
      @IfMatch Version version,
      @Body @Valid TenderReason reason) {
    return writes.act(
        caller,
        request,
        reason,
        () -> giveBack.forfeit(caller, id, depositId, version.number(), reason.text()));
  }
}
