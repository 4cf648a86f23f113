package cn.wufei.exchange.price;

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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Indices by which prices move from month to month.
@Controller("/api/v1/price-indices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class PriceIndexController {

  private final SeePriceIndices see;
  private final StatePriceIndex state;
  private final Writes writes;

  PriceIndexController(SeePriceIndices see, StatePriceIndex state, Writes writes) {
    this.see = see;
    this.state = state;
    this.writes = writes;
  }

  /// All indices, in the order of their codes.
  @Get
  Page<PriceIndex> list(
      @QueryValue @Nullable @Size(max = PriceIndex.CODE_MAX) String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(cursor, limit);
  }

  /// States what an index is; version 0 for one that is new.
  @Put("/{code}")
  @Secured("operator")
  HttpResponse<PriceIndex> define(
      Caller caller,
      @Pattern(regexp = PriceIndex.CODE) String code,
      @IfMatch Version version,
      @Body @Valid StatePriceIndex.Definition body) {
    return writes.change(() -> state.define(caller, code, version.number(), body));
  }

  /// What an index was, the last statement first.
  @Get("/{code}/values")
  Page<IndexValue> values(
      String code,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return Responses.valueOf(see.values(code, cursor, limit));
  }

  /// States what an index was in a month; of several statements of one month the last counts.
  @Post("/{code}/values")
  @Secured("operator")
  @Status(HttpStatus.CREATED)
  HttpResponse<IndexValue> state(
      Caller caller, HttpRequest<?> request, String code, @Body @Valid StatePriceIndex.Value body) {
    return writes.create(caller, request, body, () -> state.state(caller, code, body));
  }
}
