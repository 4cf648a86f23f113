package cn.wufei.exchange.search;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/search")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Search")
class SearchController {

  private static final int TEXT_MAX = 200;
  private static final int CURSOR_MAX = 400;

  private final SearchMarket market;

  SearchController(SearchMarket market) {
    this.market = market;
  }

  /// Published lots of verified organisations of which something is left.
  @Get("/lots")
  LotSearchPage lots(
      Caller caller,
      @QueryValue @Nullable @Size(max = TEXT_MAX) String text,
      @QueryValue @Nullable @Size(max = 40) String material,
      @QueryValue @Nullable @Size(max = 10) String classCode,
      @QueryValue @Nullable @Pattern(regexp = "[0-9]{6}") String adcode,
      @QueryValue @Nullable Id siteId,
      @QueryValue @Nullable @Digits(integer = 8, fraction = 2) BigDecimal maxDeliveredYuanPerT,
      @QueryValue @Nullable @Min(0) Long minQuantityKg,
      @QueryValue(defaultValue = "relevance") SearchSort sort,
      @QueryValue @Nullable @Size(max = CURSOR_MAX) String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit) {
    return Responses.valueOf(
        market.lots(
            caller,
            siteId,
            place ->
                new SearchQuery(
                    text,
                    material,
                    classCode,
                    adcode,
                    place,
                    maxDeliveredYuanPerT,
                    minQuantityKg,
                    sort,
                    cursor,
                    limit)));
  }

  /// Published demands of verified organisations of which something is open.
  @Get("/demands")
  DemandSearchPage demands(
      Caller caller,
      @QueryValue @Nullable @Size(max = TEXT_MAX) String text,
      @QueryValue @Nullable @Size(max = 40) String material,
      @QueryValue @Nullable @Size(max = 10) String classCode,
      @QueryValue @Nullable @Pattern(regexp = "[0-9]{6}") String adcode,
      @QueryValue @Nullable Id siteId,
      @QueryValue @Nullable @Digits(integer = 8, fraction = 2) BigDecimal minExWorksYuanPerT,
      @QueryValue @Nullable @Min(0) Long minQuantityKg,
      @QueryValue(defaultValue = "relevance") SearchSort sort,
      @QueryValue @Nullable @Size(max = CURSOR_MAX) String cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit) {
    BigDecimal maxCost = minExWorksYuanPerT == null ? null : minExWorksYuanPerT.negate();
    return Responses.valueOf(
        market.demands(
            caller,
            siteId,
            place ->
                new SearchQuery(
                    text,
                    material,
                    classCode,
                    adcode,
                    place,
                    maxCost,
                    minQuantityKg,
                    sort,
                    cursor,
                    limit)));
  }
}
