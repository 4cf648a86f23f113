package cn.wufei.exchange.sample;

import cn.wufei.exchange.deal.Side;
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

/// Samples that buyers ask sellers for before they buy.
@Controller("/api/v1/samples")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class SampleController {

  private final AskForSample ask;
  private final AnswerSample answer;
  private final TakeSample take;
  private final SeeSamples see;
  private final Writes writes;

  SampleController(
      AskForSample ask, AnswerSample answer, TakeSample take, SeeSamples see, Writes writes) {
    this.ask = ask;
    this.answer = answer;
    this.take = take;
    this.see = see;
    this.writes = writes;
  }

  /// Asks for a sample of a lot. A firm has one open request for a lot, and 20 in all, at most.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Sample> ask(Caller caller, HttpRequest<?> request, @Body @Valid SampleDraft draft) {
    return writes.create(caller, request, draft, () -> ask.handle(caller, draft));
  }

  /// The samples that the caller's organisation asked for or was asked for, newest first.
  ///
  /// @param side on which it stands
  @Get
  Page<Sample> list(
      Caller caller,
      @QueryValue @Nullable Side side,
      @QueryValue @Nullable SampleStatus status,
      @QueryValue @Nullable Id lotId,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, new SampleStore.Filter(side, status, lotId), cursor, limit);
  }

  /// One request for a sample.
  @Get("/{id}")
  Sample read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// What was done about it, and the files of both parties.
  @Get("/{id}/course")
  SampleCourse course(Caller caller, Id id) {
    return Responses.valueOf(see.course(caller, id));
  }

  /// The seller will send it, by a day at most 30 days ahead.
  @Post("/{id}/acceptance")
  @Secured("trader")
  HttpResponse<Sample> accept(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid AnswerSample.Acceptance body) {
    return writes.act(
        caller, request, body, () -> answer.accept(caller, id, version.number(), body));
  }

  /// The seller sends none, and says why.
  @Post("/{id}/decline")
  @Secured("trader")
  HttpResponse<Sample> decline(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid AnswerSample.Decline body) {
    return writes.act(
        caller, request, body, () -> answer.decline(caller, id, version.number(), body));
  }

  /// The seller has sent it.
  @Post("/{id}/dispatch")
  @Secured("trader")
  HttpResponse<Sample> send(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid SampleDispatch body) {
    return writes.act(caller, request, body, () -> answer.send(caller, id, version.number(), body));
  }

  /// The buyer takes its request back, until the sample was sent.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Sample> withdraw(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.act(caller, request, id, () -> take.withdraw(caller, id, version.number()));
  }

  /// The buyer has received it.
  @Post("/{id}/receipt")
  @Secured("trader")
  HttpResponse<Sample> receive(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid TakeSample.Receipt body) {
    return writes.act(
        caller, request, body, () -> take.receive(caller, id, version.number(), body));
  }

  /// The buyer says what came of it.
  @Post("/{id}/conclusion")
  @Secured("trader")
  HttpResponse<Sample> conclude(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid TakeSample.Conclusion body) {
    return writes.act(
        caller, request, body, () -> take.conclude(caller, id, version.number(), body));
  }
}
