package cn.wufei.exchange.metrics;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/lots")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "lots")
class StoryController {

  private final TellStory tell;

  StoryController(TellStory tell) {
    this.tell = tell;
  }

  /// What became of the lot's tonnes, from the generation of its stream to their use. `limit`
  /// counts facts, each of which is told in one line or a few. Sums and sources are of the whole
  /// story and stand on the first page only, that without `cursor`.
  @Get("/{id}/story")
  LotStory story(
      Caller caller,
      Id id,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return Responses.valueOf(tell.handle(caller, id, cursor, limit));
  }
}
