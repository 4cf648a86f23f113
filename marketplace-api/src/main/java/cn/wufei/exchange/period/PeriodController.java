package cn.wufei.exchange.period;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;

/// Open and closed months of an organisation's books.
@Controller("/api/v1/organisations/{organisationId}/months")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "periods")
class PeriodController {

  private static final String MONTH = "20\\d\\d-(0[1-9]|1[0-2])";
  private static final int REASON_MAX = 1_000;

  private final CloseMonth close;
  private final ReopenMonth reopen;
  private final SeePeriods see;
  private final Writes writes;

  PeriodController(CloseMonth close, ReopenMonth reopen, SeePeriods see, Writes writes) {
    this.close = close;
    this.reopen = reopen;
    this.see = see;
    this.writes = writes;
  }

  /// The months that are over, and which of them are closed.
  @Get
  PeriodList list(Caller caller, Id organisationId) {
    return Responses.valueOf(see.of(caller, organisationId));
  }

  /// Closes a month of the caller's own organisation.
  @Post("/{month}/closing")
  @Secured("org-admin")
  HttpResponse<Period> close(
      Caller caller,
      HttpRequest<?> request,
      Id organisationId,
      @Pattern(regexp = MONTH) String month) {
    return writes.actPosting(
        caller, request, month, () -> close.handle(caller, organisationId, YearMonth.parse(month)));
  }

  /// Reopens a month.
  @Post("/{month}/reopening")
  @Secured({"audit-industry", "audit-ecology"})
  HttpResponse<Period> reopen(
      Caller caller,
      HttpRequest<?> request,
      Id organisationId,
      @Pattern(regexp = MONTH) String month,
      @Body @Valid ReopenDraft draft) {
    return writes.actPosting(
        caller,
        request,
        draft,
        () ->
            reopen.handle(caller, organisationId, YearMonth.parse(month), draft.reason().strip()));
  }

  /// Why a month is reopened.
  @Serdeable
  @Schema(name = "ReopenMonth")
  record ReopenDraft(@NotBlank @Size(max = REASON_MAX) String reason) {}
}
