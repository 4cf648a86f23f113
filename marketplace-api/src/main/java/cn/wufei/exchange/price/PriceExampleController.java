package cn.wufei.exchange.price;

import cn.wufei.exchange.http.Responses;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/// What a price comes to, before anything is agreed.
@Controller("/api/v1/price-examples")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "deals")
class PriceExampleController {

  private final ShowPriceExample show;

  PriceExampleController(ShowPriceExample show) {
    this.show = show;
  }

  /// What a tonne of a certain quality costs at a price with premiums and penalties, or by a
  /// formula, and what a load of them comes to. Nothing is written, so the same question can be
  /// asked as often as one likes.
  @Post
  PriceExample example(@Body @Valid PriceQuestion question) {
    return Responses.valueOf(show.handle(question));
  }
}
