package cn.wufei.exchange.demand;

import cn.wufei.exchange.http.IfMatch;
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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// What receivers look for.
@Controller("/api/v1/demands")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "demands")
class DemandController {

  private final PostDemand post;
  private final EditDemand edit;
  private final WithdrawDemand withdraw;
  private final SeeDemands see;
  private final Writes writes;

  DemandController(
      PostDemand post, EditDemand edit, WithdrawDemand withdraw, SeeDemands see, Writes writes) {
    this.post = post;
    this.edit = edit;
    this.withdraw = withdraw;
    this.see = see;
    this.writes = writes;
  }

  /// Posts a demand.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Demand> post(Caller caller, HttpRequest<?> request, @Body @Valid DemandDraft draft) {
    return writes.create(caller, request, draft, () -> post.handle(caller, draft));
  }

  /// The caller's own demands, newest first.
  @Get
  Page<Demand> list(
      Caller caller,
      @QueryValue @Nullable DemandStatus status,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.own(caller, status, cursor, limit);
  }

  /// One demand: open to all who have signed in while it is published.
  @Get("/{id}")
  Demand read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Changes a demand's terms.
  @Put("/{id}")
  @Secured("trader")
  HttpResponse<Demand> edit(
      Caller caller, Id id, @IfMatch Version version, @Body @Valid DemandEdit edit) {
    return writes.change(() -> this.edit.handle(caller, id, version.number(), edit.terms()));
  }

  /// Takes a demand from the market.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Demand> withdraw(
      Caller caller, HttpRequest<?> request, Id id, @IfMatch Version version) {
    return writes.act(caller, request, id, () -> withdraw.handle(caller, id, version.number()));
  }
}
