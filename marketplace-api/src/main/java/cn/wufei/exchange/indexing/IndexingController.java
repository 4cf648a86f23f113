package cn.wufei.exchange.indexing;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// The search index in its operator's hands.
@Controller("/api/v1/indexing")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("operator")
@Tag(name = "Indexing")
class IndexingController {

  private final SeeIndices see;
  private final IndexingViews views;
  private final RequestComparison requestComparison;
  private final RequestRebuild requestRebuild;
  private final SendAgain sendAgain;
  private final Writes writes;

  IndexingController(
      SeeIndices see,
      IndexingViews views,
      RequestComparison requestComparison,
      RequestRebuild requestRebuild,
      SendAgain sendAgain,
      Writes writes) {
    this.see = see;
    this.views = views;
    this.requestComparison = requestComparison;
    this.requestRebuild = requestRebuild;
    this.sendAgain = sendAgain;
    this.writes = writes;
  }

  /// How it stands with each index.
  @Get
  IndexStatus.All list() {
    return new IndexStatus.All(see.all());
  }

  /// Documents that the index refuses, the latest first.
  @Get("/set-aside")
  Page<SetAsideDocument> setAside(
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return views.setAside(cursor, limit);
  }

  /// Has database and index compared, and what differs mended, within seconds.
  @Post("/{kind}/comparison")
  HttpResponse<IndexStatus> compare(Caller caller, HttpRequest<?> request, String kind) {
    return writes.act(caller, request, kind, () -> requestComparison.handle(caller, kind));
  }

  /// Has the index built anew beside the one in use; searches and writes go on.
  @Post("/{kind}/rebuild")
  HttpResponse<IndexStatus> rebuild(Caller caller, HttpRequest<?> request, String kind) {
    return writes.act(caller, request, kind, () -> requestRebuild.handle(caller, kind));
  }

  /// Has a document that was set aside sent once more.
  @Post("/{kind}/set-aside/{id}/sending")
  HttpResponse<IndexStatus> send(Caller caller, HttpRequest<?> request, String kind, Id id) {
    return writes.act(caller, request, id, () -> sendAgain.handle(caller, kind, id));
  }
}
