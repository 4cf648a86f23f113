package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.approval.Approval;
import cn.wufei.exchange.deal.Agreement;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// Offers between a producer and a receiver.
@Controller("/api/v1/offers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class OfferController {

  private final ProposeOffer propose;
  private final CounterOffer counter;
  private final AcceptOffer accept;
  private final EndOffer end;
  private final SeeOffers see;
  private final Writes writes;

  OfferController(
      ProposeOffer propose,
      CounterOffer counter,
      AcceptOffer accept,
      EndOffer end,
      SeeOffers see,
      Writes writes) {
    this.propose = propose;
    this.counter = counter;
    this.accept = accept;
    this.end = end;
    this.see = see;
    this.writes = writes;
  }

  /// Makes an offer.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Offer> propose(
      Caller caller, HttpRequest<?> request, @Body @Valid OfferDraft draft) {
    return writes.create(caller, request, draft, () -> propose.handle(caller, draft));
  }

  /// Asks an administrator to make an offer that is above the firm's sum. Nobody outside the firm
  /// learns of it before it is approved.
  @Post("/approval")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Approval> askToPropose(
      Caller caller, HttpRequest<?> request, @Body @Valid OfferDraft draft) {
    return writes.create(caller, request, draft, () -> propose.ask(caller, draft));
  }

  /// The offers of the caller's organisation in both directions, newest first.
  @Get
  Page<Offer> list(
      Caller caller,
      @QueryValue @Nullable OfferStatus status,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, status, cursor, limit);
  }

  /// One offer.
  @Get("/{id}")
  Offer read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// The whole course of the negotiation that an offer is part of: each answers the one before.
  @Get("/{id}/course")
  Page<Offer> course(Caller caller, Id id) {
    return new Page<>(Responses.valueOf(see.course(caller, id)), null);
  }

  /// Accepts an offer, which makes it an agreement.
  @Post("/{id}/acceptance")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Agreement> accept(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.createPosting(
        caller, request, id, () -> accept.handle(caller, id, version.number()));
  }

  /// Asks an administrator to accept an offer that is above the firm's sum.
  @Post("/{id}/acceptance/approval")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Approval> askToAccept(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.create(caller, request, id, () -> accept.ask(caller, id, version.number()));
  }

  /// Declines an offer.
  @Post("/{id}/decline")
  @Secured("trader")
  HttpResponse<Offer> decline(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.act(caller, request, id, () -> end.decline(caller, id, version.number()));
  }

  /// Withdraws an offer.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Offer> withdraw(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.act(caller, request, id, () -> end.withdraw(caller, id, version.number()));
  }

  /// Answers an offer with another.
  @Post("/{id}/counter")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Offer> counter(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid CounterDraft draft) {
    return writes.create(
        caller, request, draft, () -> counter.handle(caller, id, version.number(), draft));
  }

  /// Asks an administrator to answer an offer with another that is above the firm's sum.
  @Post("/{id}/counter/approval")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Approval> askToCounter(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid CounterDraft draft) {
    return writes.create(
        caller, request, draft, () -> counter.ask(caller, id, version.number(), draft));
  }
}
