package cn.wufei.exchange.stream;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

@Controller("/api/v1/processings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "streams")
class ProcessingController {

  private final Writes writes;
  private final RecordProcessing recordProcessing;
  private final ProcessingViews views;

  ProcessingController(Writes writes, RecordProcessing recordProcessing, ProcessingViews views) {
    this.writes = writes;
    this.recordProcessing = recordProcessing;
    this.views = views;
  }

  @Post
  @Secured("trader")
  HttpResponse<Processing> record(
      Caller caller, HttpRequest<?> request, @Body @Valid ProcessingDraft draft) {
    return writes.createPosting(
        caller, request, draft, () -> recordProcessing.handle(caller, draft));
  }

  @Get("/{id}")
  @Secured({"reader", "audit-industry", "audit-ecology"})
  Processing get(Caller caller, @PathVariable Id id) {
    return Responses.valueOf(views.see(caller, id));
  }
}
