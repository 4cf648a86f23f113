package cn.wufei.exchange.metrics;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/lots")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "lots")
class StoryController {

  private final TellStory tell;

  StoryController(TellStory tell) {
    this.tell = tell;
  }

  /// What became of the lot's tonnes, from the generation of its stream to their use.
  @Get("/{id}/story")
  LotStory story(Caller caller, Id id) {
    return Responses.valueOf(tell.handle(caller, id));
  }
}
