package cn.wufei.exchange.settlement.statement;

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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Monthly statements between a seller and a buyer.
@Controller("/api/v1/statements")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "settlement")
class StatementController {

  private final DraftStatement draft;
  private final CorrectStatement correct;
  private final AnswerStatement answer;
  private final SeeStatements see;
  private final Writes writes;

  StatementController(
      DraftStatement draft,
      CorrectStatement correct,
      AnswerStatement answer,
      SeeStatements see,
      Writes writes) {
    this.draft = draft;
    this.correct = correct;
    this.answer = answer;
    this.see = see;
    this.writes = writes;
  }

  /// Drafts a statement over what a month's receipts left open.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Statement> draft(
      Caller caller, HttpRequest<?> request, @Body @Valid StatementDraft body) {
    return writes.create(caller, request, body, () -> draft.handle(caller, body));
  }

  /// The statements of the caller's organisation on either side, newest first.
  @Get
  Page<Statement> list(
      Caller caller,
      @QueryValue @Nullable StatementStatus status,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, status, cursor, limit);
  }

  /// One statement.
  @Get("/{id}")
  Statement read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Its lines, in their order.
  @Get("/{id}/lines")
  Page<StatementLine> lines(
      Caller caller,
      Id id,
      @QueryValue(defaultValue = "0") @Min(0) int cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return Responses.valueOf(see.lines(caller, id, cursor, limit));
  }

  /// Agrees to the other side's statement, which makes its sum due.
  @Post("/{id}/agreement")
  @Secured("trader")
  HttpResponse<Statement> agree(Caller caller, HttpRequest<?> request, Id id, Version version) {
    return writes.actPosting(caller, request, id, () -> answer.agree(caller, id, version.number()));
  }

  /// Disputes the other side's statement.
  @Post("/{id}/dispute")
  @Secured("trader")
  HttpResponse<Statement> dispute(
      Caller caller, HttpRequest<?> request, Id id, Version version, @Body @Valid Dispute body) {
    return writes.act(
        caller, request, body, () -> answer.dispute(caller, id, version.number(), body.reason()));
  }

  /// Withdraws a statement that is not agreed.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Statement> withdraw(Caller caller, HttpRequest<?> request, Id id, Version version) {
    return writes.act(caller, request, id, () -> answer.withdraw(caller, id, version.number()));
  }

  /// Drafts the correction of an agreed statement.
  @Post("/{id}/corrections")
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Statement> correct(
      Caller caller, HttpRequest<?> request, Id id, @Body @Valid CorrectionDraft body) {
    return writes.create(caller, request, body, () -> correct.handle(caller, id, body));
  }

  /// Why a statement is disputed.
  @Serdeable
  @Schema(name = "DisputeStatement")
  record Dispute(@NotBlank @Size(max = StatementDraft.NOTE_MAX) String reason) {}
}
