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

/// Payments as the parties record them.
@Controller("/api/v1/payments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "settlement")
class PaymentController {

  private final RecordPayment record;
  private final AnswerPayment answer;
  private final SeePayments see;
  private final Writes writes;

  PaymentController(RecordPayment record, AnswerPayment answer, SeePayments see, Writes writes) {
    this.record = record;
    this.answer = answer;
    this.see = see;
    this.writes = writes;
  }

  /// Records a payment that the caller's organisation made.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Payment> record(
      Caller caller, HttpRequest<?> request, @Body @Valid PaymentDraft draft) {
    return writes.create(caller, request, draft, () -> record.handle(caller, draft));
  }

  /// The payments of the caller's organisation in both directions, newest first.
  @Get
  Page<Payment> list(
      Caller caller,
      @QueryValue @Nullable PaymentStatus status,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, status, cursor, limit);
  }

  /// One payment.
  @Get("/{id}")
  Payment read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Confirms that the money came.
  @Post("/{id}/confirmation")
  @Secured("trader")
  HttpResponse<Payment> confirm(Caller caller, HttpRequest<?> request, Id id, Version version) {
    return writes.actPosting(
        caller, request, id, () -> answer.confirm(caller, id, version.number()));
  }

  /// Says that it did not.
  @Post("/{id}/rejection")
  @Secured("trader")
  HttpResponse<Payment> reject(
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

  /// Takes back a payment that was recorded and is not answered.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Payment> withdraw(Caller caller, HttpRequest<?> request, Id id, Version version) {
    return writes.act(caller, request, id, () -> answer.withdraw(caller, id, version.number()));
  }
}
