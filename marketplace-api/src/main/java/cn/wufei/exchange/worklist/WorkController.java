package cn.wufei.exchange.worklist;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// What waits for the caller.
@Controller("/api/v1/work")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Worklist")
class WorkController {

  private final SeeWork see;

  WorkController(SeeWork see) {
    this.see = see;
  }

  /// Everything that the caller can do now, by kind, counted at this moment. What the caller's role
  /// may not do is left out.
  ///
  /// @param items how many of each kind to show
  /// @param hints whether to name what nobody waits for, too
  @Get
  Worklist list(
      Caller caller,
      @QueryValue(defaultValue = "5") @Min(0) @Max(Page.LIMIT_MAX) int items,
      @QueryValue(defaultValue = "true") boolean hints) {
    return see.all(caller, items, hints);
  }

  /// The things of one kind, the oldest first.
  @Get("/{kind}")
  Page<WorkItem> ofKind(
      Caller caller,
      @PathVariable WorkKind kind,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, kind, cursor, limit);
  }
}
