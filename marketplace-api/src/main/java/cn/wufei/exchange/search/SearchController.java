package cn.wufei.exchange.search;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/search")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Search")
class SearchController {

  private static final int CURSOR_MAX = 2_000;
  private static final int ZOOM_MAX = 20;

  private final SearchMarket market;

  SearchController(SearchMarket market) {
    this.market = market;
  }

  /// Published lots of verified organisations of which something is left.
  @Get("/lots")
  LotSearchPage lots(
      Caller caller,
      @Valid @RequestBean SearchRequest request,
      @QueryValue(defaultValue = "relevance") SearchSort sort,
      @QueryValue @Nullable @Size(max = CURSOR_MAX) String cursor,
      @QueryValue(defaultValue = "true") boolean facets,
      @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit) {
    return Responses.valueOf(
        market.lots(caller, request, new SearchMarket.Paging(sort, cursor, facets, limit)));
  }

  /// Published demands of verified organisations of which something is open.
  @Get("/demands")
  DemandSearchPage demands(
      Caller caller,
      @Valid @RequestBean SearchRequest request,
      @QueryValue(defaultValue = "relevance") SearchSort sort,
      @QueryValue @Nullable @Size(max = CURSOR_MAX) String cursor,
      @QueryValue(defaultValue = "true") boolean facets,
      @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit) {
    return Responses.valueOf(
        market.demands(caller, request, new SearchMarket.Paging(sort, cursor, facets, limit)));
  }

  /// What the same search of lots finds within a box, gathered for a map.
  @Get("/lots/clusters")
  ClusterMap lotClusters(
      Caller caller,
      @Valid @RequestBean SearchRequest request,
      @QueryValue @Min(0) @Max(ZOOM_MAX) int zoom) {
    return Responses.valueOf(market.clusters(Target.LOTS, caller, request, zoom));
  }

  /// What the same search of demands finds within a box, gathered for a map.
  @Get("/demands/clusters")
  ClusterMap demandClusters(
      Caller caller,
      @Valid @RequestBean SearchRequest request,
      @QueryValue @Min(0) @Max(ZOOM_MAX) int zoom) {
    return Responses.valueOf(market.clusters(Target.DEMANDS, caller, request, zoom));
  }
}
