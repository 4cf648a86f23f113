package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The caller's standing matches.
@Controller("/api/v1/standing-matches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "Matches")
class StandingController {

  private final SeeStanding see;
  private final MarkSeen markSeen;
  private final Writes writes;

  StandingController(SeeStanding see, MarkSeen markSeen, Writes writes) {
    this.see = see;
    this.markSeen = markSeen;
    this.writes = writes;
  }

  /// Matches of all lots and demands of the caller's organisation, newest first, without those that
  /// it has dismissed.
  @Get
  Page<StandingMatch> list(
      Caller caller,
      @QueryValue @Nullable Id lotId,
      @QueryValue @Nullable Id demandId,
      @QueryValue(defaultValue = "false") boolean newOnly,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, new StandingFilter(lotId, demandId, newOnly), cursor, limit);
  }

  /// Says that some have been looked at.
  @Put("/seen")
  @Secured("trader")
  HttpResponse<MarkSeen.Seen> markSeen(Caller caller, @Body @Valid Seen body) {
    return writes.change(() -> markSeen.handle(caller, body.ids()));
  }

  @Serdeable
  @Schema(name = "SeeMatches")
  record Seen(@NotEmpty @Size(max = Page.LIMIT_MAX) List<@NotNull Id> ids) {

    Seen {
      ids = ids == null ? List.of() : List.copyOf(ids);
    }
  }
}
