package cn.wufei.exchange.correction;

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
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Corrections of what was recorded.
@Controller("/api/v1/corrections")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "corrections")
class CorrectionController {

  private final ProposeCorrection propose;
  private final DecideCorrection decide;
  private final SeeCorrections see;
  private final Writes writes;

  CorrectionController(
      ProposeCorrection propose, DecideCorrection decide, SeeCorrections see, Writes writes) {
    this.propose = propose;
    this.decide = decide;
    this.see = see;
    this.writes = writes;
  }

  /// Proposes a correction; one that needs nobody's approval is applied at once.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Correction> propose(
      Caller caller, HttpRequest<?> request, @Body @Valid CorrectionDraft draft) {
    return writes.createPosting(caller, request, draft, () -> propose.handle(caller, draft));
  }

  /// The corrections that the caller's organisation proposed or answers, newest first.
  @Get
  Page<Correction> list(
      Caller caller,
      @QueryValue @Nullable Id about,
      @QueryValue @Nullable CorrectionKind kind,
      @QueryValue @Nullable CorrectionStatus status,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(new CorrectionQuery(caller, about, kind, status), cursor, limit);
  }

  /// One correction.
  @Get("/{id}")
  Correction read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Approves a correction, which applies it.
  @Post("/{id}/approval")
  @Secured("trader")
  HttpResponse<Correction> approve(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.actPosting(
        caller, request, id, () -> decide.approve(caller, id, version.number()));
  }

  /// Declines a correction; everything stays as it is.
  @Post("/{id}/decline")
  @Secured("trader")
  HttpResponse<Correction> decline(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid DeclineDraft draft) {
    return writes.act(
        caller, request, draft, () -> decide.decline(caller, id, version.number(), draft.note()));
  }

  /// Withdraws a correction that nobody answered.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Correction> withdraw(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.act(caller, request, id, () -> decide.withdraw(caller, id, version.number()));
  }

  /// Why it is declined.
  @Serdeable
  @Schema(name = "DeclineCorrection")
  record DeclineDraft(@Nullable @Size(max = CorrectionDraft.REASON_MAX) String note) {}
}
