package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import org.jspecify.annotations.Nullable;

/// What the caller's organisation does not want to see.
@Controller("/api/v1/dismissals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "Matches")
class DismissalController {

  private final DismissMatch dismiss;
  private final UndoDismissal undo;
  private final SeeDismissals see;
  private final Writes writes;

  DismissalController(DismissMatch dismiss, UndoDismissal undo, SeeDismissals see, Writes writes) {
    this.dismiss = dismiss;
    this.undo = undo;
    this.see = see;
    this.writes = writes;
  }

  /// Dismisses a match, for the caller's side.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<DismissalView> dismiss(
      Caller caller, HttpRequest<?> request, @Body @Valid DismissalDraft draft) {
    return writes.create(caller, request, draft, () -> dismiss.handle(caller, draft));
  }

  /// What the caller's organisation has dismissed, newest first.
  @Get
  Page<DismissalView> list(
      Caller caller,
      @QueryValue @Nullable Id lotId,
      @QueryValue @Nullable Id demandId,
      @QueryValue @Nullable DismissalReason reason,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, new DismissalFilter(lotId, demandId, reason), cursor, limit);
  }

  /// How many matches are hidden by that now, by reason.
  @Get("/counts")
  SeeDismissals.Counts counts(
      Caller caller, @QueryValue @Nullable Id lotId, @QueryValue @Nullable Id demandId) {
    return see.counts(caller, new DismissalFilter(lotId, demandId, null));
  }

  /// Takes a dismissal back; of a partner, all that hide it.
  @Delete("/{id}")
  @Secured("trader")
  HttpResponse<UndoDismissal.Undone> undo(Caller caller, Id id) {
    return writes.change(() -> undo.handle(caller, id));
  }
}
