package cn.wufei.exchange.deal;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Agreements between a producer and a receiver.
@Controller("/api/v1/agreements")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class AgreementController {

  static final int REASON_MAX = 1_000;

  private final EndAgreement end;
  private final SeeAgreements see;
  private final Writes writes;

  AgreementController(EndAgreement end, SeeAgreements see, Writes writes) {
    this.end = end;
    this.see = see;
    this.writes = writes;
  }

  /// The agreements of the caller's organisation in both directions, newest first.
  @Get
  Page<Agreement> list(
      Caller caller,
      @QueryValue @Nullable AgreementStatus status,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, status, cursor, limit);
  }

  /// One agreement.
  @Get("/{id}")
  Agreement read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Cancels an agreement; what was reserved and not loaded goes back.
  @Post("/{id}/cancellation")
  @Secured("trader")
  HttpResponse<Agreement> cancel(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid Cancellation cancellation) {
    return writes.actPosting(
        caller,
        request,
        cancellation,
        () -> end.cancel(caller, id, version.number(), cancellation.reason()));
  }

  /// Declares an agreement completed; what was reserved and not loaded goes back.
  @Post("/{id}/completion")
  @Secured("trader")
  HttpResponse<Agreement> complete(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.actPosting(caller, request, id, () -> end.complete(caller, id, version.number()));
  }

  /// Why an agreement is cancelled.
  @Serdeable
  record Cancellation(@NotBlank @Size(max = REASON_MAX) String reason) {}
}
