package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
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

/// What is called off under a framework, month by month.
@Controller("/api/v1/agreements/{id}/call-offs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class CallOffController {

  private final CallOffMonth call;
  private final AnswerCallOff answer;
  private final SeeCallOffs see;
  private final Writes writes;

  CallOffController(CallOffMonth call, AnswerCallOff answer, SeeCallOffs see, Writes writes) {
    this.call = call;
    this.answer = answer;
    this.see = see;
    this.writes = writes;
  }

  /// The months of a framework and its call-offs.
  @Get
  CallOffPlan plan(Caller caller, Id id) {
    return Responses.valueOf(see.plan(caller, id));
  }

  /// The buyer calls off a month. In time and within the flexibility silence accepts it; otherwise
  /// it needs the seller's consent and lapses without.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<CallOff> call(
      Caller caller, HttpRequest<?> request, Id id, @Body @Valid CallOffDraft draft) {
    return writes.create(caller, request, draft, () -> call.handle(caller, id, draft));
  }

  /// The seller accepts a call-off.
  @Post("/{callOffId}/acceptance")
  @Secured("trader")
  HttpResponse<CallOff> accept(
      Caller caller, HttpRequest<?> request, Id id, Id callOffId, @IfMatch Version version) {
    return writes.act(
        caller, request, callOffId, () -> answer.accept(caller, id, callOffId, version.number()));
  }

  /// The seller declines a call-off, and says why.
  @Post("/{callOffId}/decline")
  @Secured("trader")
  HttpResponse<CallOff> decline(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      Id callOffId,
      @IfMatch Version version,
      @Body @Valid AnswerCallOff.Decline body) {
    return writes.act(
        caller, request, body, () -> answer.decline(caller, id, callOffId, version.number(), body));
  }

  /// The buyer takes a call-off back that is not answered yet.
  @Post("/{callOffId}/withdrawal")
  @Secured("trader")
  HttpResponse<CallOff> withdraw(
      Caller caller, HttpRequest<?> request, Id id, Id callOffId, @IfMatch Version version) {
    return writes.act(
        caller, request, callOffId, () -> answer.withdraw(caller, id, callOffId, version.number()));
  }
}
