package cn.wufei.exchange.partner;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.identity.OrganisationRef;
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
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Whom the caller's firm has approved as a buyer, and whom it keeps away from. No firm sees
/// another's lists, nor that it is on one.
@Controller("/api/v1/partners")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("trader")
@Tag(name = "partners")
class PartnerController {

  static final int NAMED_MAX = 120;

  private final DecideOnPartner decide;
  private final SeePartners see;
  private final Writes writes;

  PartnerController(DecideOnPartner decide, SeePartners see, Writes writes) {
    this.decide = decide;
    this.see = see;
    this.writes = writes;
  }

  /// One of the two lists, the newest entry first; approvals that are over are in it.
  ///
  /// @param standing `approved` or `blocked`; `none` lists those of whom a decision was taken back
  @Get
  Page<Partner> list(
      Caller caller,
      @QueryValue PartnerStanding standing,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, standing, cursor, limit);
  }

  /// Verified firms to decide about, ten at most, the nearest first: those whose Chinese or English
  /// name has the text in it, or whose unified social credit code it is.
  ///
  /// @param named two characters or more
  @Get("/firms")
  @Secured("org-admin")
  Page<OrganisationRef> firms(
      Caller caller, @QueryValue @Size(min = 2, max = PartnerController.NAMED_MAX) String named) {
    return see.firms(caller, named);
  }

  /// How the caller's firm stands with another.
  @Get("/{organisationId}")
  Partner read(Caller caller, Id organisationId) {
    return Responses.valueOf(see.one(caller, organisationId));
  }

  /// What was decided about a firm, newest first.
  @Get("/{organisationId}/decisions")
  Page<Partner> history(
      Caller caller,
      Id organisationId,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.history(caller, organisationId, cursor, limit);
  }

  /// Approves a firm as a buyer, blocks it, or takes back what was decided.
  @Post("/{organisationId}/decisions")
  @Secured("org-admin")
  @Status(HttpStatus.CREATED)
  HttpResponse<Partner> decide(
      Caller caller, HttpRequest<?> request, Id organisationId, @Body @Valid DecisionDraft draft) {
    return writes.create(
        caller, request, draft, () -> decide.handle(caller, organisationId, draft));
  }
}
