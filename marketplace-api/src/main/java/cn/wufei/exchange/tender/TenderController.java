package cn.wufei.exchange.tender;

import cn.wufei.exchange.approval.Approval;
import cn.wufei.exchange.csv.Language;
import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// Sales by sealed tender.
@Controller("/api/v1/tenders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "tenders")
class TenderController {

  private static final String CSV = "text/csv";

  private final InviteBids invite;
  private final EndTender end;
  private final AwardTender award;
  private final SeeTenders see;
  private final Writes writes;

  TenderController(
      InviteBids invite, EndTender end, AwardTender award, SeeTenders see, Writes writes) {
    this.invite = invite;
    this.end = end;
    this.award = award;
    this.see = see;
    this.writes = writes;
  }

  /// Invites sealed bids for a lot of the caller's.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Tender> invite(
      Caller caller, HttpRequest<?> request, @Body @Valid TenderDraft draft) {
    return writes.create(caller, request, draft, () -> invite.handle(caller, draft));
  }

  /// Tenders of everybody, newest first.
  ///
  /// @param mine only those that the caller's organisation sells or bids by
  @Get
  Page<TenderSummary> list(
      Caller caller,
      @QueryValue @Nullable TenderStatus status,
      @QueryValue @Nullable Id lotId,
      @QueryValue @Nullable MyTenders mine,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, status, lotId, mine, cursor, limit);
  }

  /// One tender.
  @Get("/{id}")
  Tender read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Takes a tender back while bids are still sealed.
  @Post("/{id}/cancellation")
  @Secured("trader")
  HttpResponse<Tender> cancel(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid TenderReason reason) {
    return writes.act(
        caller, request, reason, () -> end.cancel(caller, id, version.number(), reason.text()));
  }

  /// Gives a tender up after the opening.
  @Post("/{id}/ending")
  @Secured("trader")
  HttpResponse<Tender> end(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid TenderReason reason) {
    return writes.act(
        caller, request, reason, () -> end.end(caller, id, version.number(), reason.text()));
  }

  /// Awards the sale to the best bid that counts, which makes it an agreement.
  @Post("/{id}/award")
  @Secured("trader")
  HttpResponse<Tender> award(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.actPosting(caller, request, id, () -> award.handle(caller, id, version.number()));
  }

  /// Asks an administrator to award a sale that is above the firm's sum.
  @Post("/{id}/award/approval")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Approval> askToAward(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.create(caller, request, id, () -> award.ask(caller, id, version.number()));
  }

  /// The record of the opening: for the seller, the bidders and the authorities from the end of the
  /// opening on.
  @Get("/{id}/record")
  TenderRecord record(Caller caller, Id id) {
    return Responses.valueOf(see.record(caller, id));
  }

  /// The same as a file for spreadsheets, a line for each bid.
  ///
  /// @param language `zh` or `en`
  @Get("/{id}/record.csv")
  @Produces(CSV)
  HttpResponse<String> recordCsv(
      Caller caller,
      Id id,
      @QueryValue(defaultValue = "zh") @Pattern(regexp = "zh|en") String language) {
    return HttpResponse.ok(
            RecordCsv.of(Responses.valueOf(see.record(caller, id)), Language.ofCode(language)))
        .contentType(CSV + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tender-" + id + ".csv\"");
  }
}
