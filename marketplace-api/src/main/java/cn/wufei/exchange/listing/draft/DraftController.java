package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotDraft;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Drafts of lots of the caller's firm.
@Controller("/api/v1/lot-drafts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "lots")
class DraftController {

  private static final int REASON_MAX = 1_000;

  private final KeepDrafts keep;
  private final ReviewDraft review;
  private final SeeDrafts see;
  private final Writes writes;

  DraftController(KeepDrafts keep, ReviewDraft review, SeeDrafts see, Writes writes) {
    this.keep = keep;
    this.review = review;
    this.see = see;
    this.writes = writes;
  }

  /// The firm's drafts, newest first, without their content.
  @Get
  Page<SavedDraft> list(
      Caller caller,
      @QueryValue @Nullable DraftStatus status,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, status, cursor, limit);
  }

  /// One draft with its content.
  @Get("/{id}")
  SavedDraft read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Begins a draft of a new lot, or of the change of one.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<SavedDraft> begin(
      Caller caller, HttpRequest<?> request, @Body @Valid NewDraft body) {
    return writes.create(
        caller, request, body, () -> keep.begin(caller, body.lotId(), body.content()));
  }

  /// Keeps what was typed meanwhile.
  @Put("/{id}")
  @Secured("trader")
  HttpResponse<SavedDraft> change(
      Caller caller, Id id, @IfMatch Version version, @Body @Valid DraftChange body) {
    return writes.change(() -> keep.change(caller, id, version.number(), body.content()));
  }

  /// Forgets a draft that is not being reviewed.
  @Delete("/{id}")
  @Secured("trader")
  HttpResponse<SavedDraft> delete(Caller caller, Id id, @IfMatch Version version) {
    return writes.change(() -> keep.delete(caller, id, version.number()));
  }

  /// Asks an administrator to publish it. The lot is given whole, as for publishing it.
  @Post("/{id}/submission")
  @Secured("trader")
  HttpResponse<SavedDraft> submit(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid LotDraft lot) {
    return writes.act(caller, request, lot, () -> review.submit(caller, id, version.number(), lot));
  }

  /// Takes it back from review.
  @Post("/{id}/recall")
  @Secured("trader")
  HttpResponse<SavedDraft> recall(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.act(caller, request, id, () -> review.recall(caller, id, version.number()));
  }

  /// Gives it back to who submitted it.
  @Post("/{id}/return")
  @Secured("org-admin")
  HttpResponse<SavedDraft> giveBack(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid DraftReturn body) {
    return writes.act(
        caller,
        request,
        body,
        () -> review.giveBack(caller, id, version.number(), body.reason().strip()));
  }

  /// Publishes what was submitted, or changes the lot that it is about: as it was when it was
  /// looked at, and not when it has changed since.
  @Post("/{id}/publication")
  @Secured("org-admin")
  HttpResponse<Lot> publish(
      Caller caller,
      HttpRequest<?> request,
      Id id,
      @IfMatch Version version,
      @Body @Valid DraftPublication body) {
    return writes.actPosting(
        caller,
        request,
        body,
        () -> review.publish(caller, id, version.number(), body.lotVersion()));
  }

  /// @param lotId the lot that is to be changed; left out for a new one
  /// @param content what was typed so far, in the words of a lot's body; 64 KiB at most
  @Serdeable
  @Schema(name = "NewLotDraft")
  record NewDraft(@Nullable Id lotId, @NotNull Map<String, Object> content) {}

  @Serdeable
  @Schema(name = "LotDraftChange")
  record DraftChange(@NotNull Map<String, Object> content) {}

  @Serdeable
  @Schema(name = "LotDraftReturn")
  record DraftReturn(@NotBlank @Size(max = REASON_MAX) String reason) {}

  /// @param lotVersion the version of the lot beside which a change was looked at, needed where the
  ///   draft changes a lot; left out for a new lot
  @Serdeable
  @Schema(name = "LotDraftPublication")
  record DraftPublication(@Nullable @Min(1) Long lotVersion) {}
}
