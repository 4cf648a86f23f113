package cn.wufei.exchange.search;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member's own searches. Nobody else sees them.
@Controller("/api/v1/saved-searches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "Search")
class SavedSearchController {

  private static final int NAME_MAX = 80;
  private static final int QUERY_MAX = 2_000;

  private final SeeSavedSearches see;
  private final KeepSavedSearches keep;
  private final Writes writes;

  SavedSearchController(SeeSavedSearches see, KeepSavedSearches keep, Writes writes) {
    this.see = see;
    this.keep = keep;
    this.writes = writes;
  }

  /// All of them, the newest first, each with how many results are new.
  @Get
  SavedSearchList list(Caller caller) {
    return new SavedSearchList(see.all(caller));
  }

  /// Keeps a search.
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<SavedSearch> save(
      Caller caller, HttpRequest<?> request, @Body @Valid SavedSearchDraft draft) {
    return writes.create(
        caller,
        request,
        draft,
        () ->
            keep.save(
                caller,
                draft.kind(),
                draft.name(),
                draft.query(),
                Boolean.TRUE.equals(draft.alerts())));
  }

  /// Gives it another name, and says whether the firm is told of new results.
  @Put("/{id}")
  HttpResponse<SavedSearch> change(
      Caller caller, Id id, @IfMatch Version version, @Body @Valid SavedSearchEdit body) {
    return writes.change(
        () -> keep.change(caller, id, version.number(), body.name(), body.alerts()));
  }

  /// Marks its results as seen.
  @Post("/{id}/opening")
  HttpResponse<SavedSearch> open(Caller caller, HttpRequest<?> request, Id id) {
    return writes.act(caller, request, id, () -> keep.open(caller, id));
  }

  /// Forgets it.
  @Delete("/{id}")
  HttpResponse<SavedSearch> delete(Caller caller, Id id, @IfMatch Version version) {
    return writes.change(() -> keep.delete(caller, id, version.number()));
  }

  /// @param query the filters and the order as they stand in the address: `material=bof-slag&...`
  /// @param alerts whether the firm is told of new results; left out, it is not
  @Serdeable
  @Schema(name = "SavedSearchDraft")
  record SavedSearchDraft(
      @NotNull SearchKind kind,
      @NotBlank @Size(max = NAME_MAX) String name,
      @NotNull @Size(max = QUERY_MAX) String query,
      @Nullable Boolean alerts) {}

  /// @param alerts left out, it stays as it is
  @Serdeable
  @Schema(name = "SavedSearchEdit")
  record SavedSearchEdit(@NotBlank @Size(max = NAME_MAX) String name, @Nullable Boolean alerts) {}

  @Serdeable
  @Schema(name = "SavedSearchList")
  record SavedSearchList(List<SavedSearch> items) {

    SavedSearchList {
      items = List.copyOf(items);
    }
  }
}
