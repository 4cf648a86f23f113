package cn.wufei.exchange.indexing;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DocumentKind;
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
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

@Controller("/api/v1/search/freshness")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Search")
class FreshnessController {

  private static final int WAIT_MAX_MS = 5_000;

  private final AskFreshness ask;

  FreshnessController(AskFreshness ask) {
    this.ask = ask;
  }

  /// Whether a search finds this version of a lot or demand, or a later one; waits for it as long
  /// as it is told to.
  @Get
  Freshness of(
      Caller caller,
      @QueryValue @Pattern(regexp = "lot|demand") String kind,
      @QueryValue Id id,
      @QueryValue @Min(1) long version,
      @QueryValue(defaultValue = "0") @Min(0) @Max(WAIT_MAX_MS) int waitMs) {
    return Responses.valueOf(
        ask.handle(caller, DocumentKind.ofCode(kind), id, version, Duration.ofMillis(waitMs)));
  }
}
