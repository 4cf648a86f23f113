package cn.wufei.exchange.metrics;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/metrics")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"reader", "audit-industry", "audit-ecology", "operator"})
@Tag(name = "metrics")
class MetricsController {

  private final MetricsScope.Rule rule;
  private final UtilisationViews utilisation;
  private final PostingViews postings;

  MetricsController(MetricsScope.Rule rule, UtilisationViews utilisation, PostingViews postings) {
    this.rule = rule;
    this.utilisation = utilisation;
    this.postings = postings;
  }

  @Get("/utilisation")
  UtilisationViews.Utilisation utilisation(Caller caller, @Valid @RequestBean PeriodQuery query) {
    return utilisation.of(scope(caller, query));
  }

  @Get("/postings")
  PostingViews.PostingList postings(
      Caller caller,
      @Valid @RequestBean PeriodQuery query,
      @QueryValue Figure figure,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return postings.of(scope(caller, query), figure, cursor, limit);
  }

  private MetricsScope scope(Caller caller, PeriodQuery query) {
    Outcome<MetricsScope.Request> request = query.request();
    return rule.of(caller, Responses.valueOf(request));
  }
}
