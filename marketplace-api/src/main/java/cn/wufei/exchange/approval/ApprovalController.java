package cn.wufei.exchange.approval;

import cn.wufei.exchange.http.Responses;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What waits in the caller's firm until a second person approves it. It is asked for at the act
/// itself: the same request with `/approval` behind its path.
@Controller("/api/v1/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "deals")
class ApprovalController {

  private static final int REASON_MAX = 1_000;

  private final DecideApproval decide;
  private final SeeApprovals see;
  private final AnswerQuestion question;
  private final Writes writes;

  ApprovalController(
      DecideApproval decide, SeeApprovals see, AnswerQuestion question, Writes writes) {
    this.decide = decide;
    this.see = see;
    this.question = question;
    this.writes = writes;
  }

  /// The firm's requests, newest first, without the offers that they would make.
  ///
  /// @param subjectId the offer or tender that they are about
  @Get
  Page<Approval> list(
      Caller caller,
      @QueryValue @Nullable ApprovalStatus status,
      @QueryValue @Nullable Id subjectId,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, status, subjectId, cursor, limit);
  }

  /// One request.
  @Get("/{id}")
  Approval read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Whether terms would have to be approved if the caller bound the firm to them. Nothing is
  /// written.
  @Post("/question")
  ApprovalQuestion.Answer ask(Caller caller, @Body @Valid ApprovalQuestion body) {
    return Responses.valueOf(question.handle(caller, body));
  }

  /// Approves it, which does what was asked for. When that has been overtaken meanwhile, the answer
  /// says so and nothing is done.
  @Post("/{id}/approval")
  @Secured("org-admin")
  HttpResponse<Approval> approve(Caller caller, HttpRequest<?> request, Id id) {
    return decide.isPosting(caller, id)
        ? writes.actPosting(caller, request, id, () -> decide.approve(caller, id))
        : writes.act(caller, request, id, () -> decide.approve(caller, id));
  }

  /// Refuses it with a reason.
  @Post("/{id}/refusal")
  @Secured("org-admin")
  HttpResponse<Approval> refuse(
      Caller caller, HttpRequest<?> request, Id id, @Body @Valid Refusal body) {
    return writes.act(
        caller, request, body, () -> decide.refuse(caller, id, body.reason().strip()));
  }

  /// Takes it back.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Approval> withdraw(Caller caller, HttpRequest<?> request, Id id) {
    return writes.act(caller, request, id, () -> decide.withdraw(caller, id));
  }

  @Serdeable
  @Schema(name = "ApprovalRefusal")
  record Refusal(@NotBlank @Size(max = REASON_MAX) String reason) {}
}
