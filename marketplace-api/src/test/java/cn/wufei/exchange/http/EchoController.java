package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes every kind of input that features take, so that the answers to malformed ones can be
/// tested apart from them.
@Hidden
@Controller("/api/v1/echo")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class EchoController {

  @Post
  Echo echo(@Body @Valid Echo body) {
    return body;
  }

  @Get("/{id}")
  String byId(Id id) {
    return id.toString();
  }

  @Get
  String list(
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit,
      @QueryValue LocalDate from) {
    return cursor + " " + limit + " " + from;
  }

  @Get("/failure")
  String failure() {
    throw new IllegalStateException("a secret detail");
  }

  @Get("/operators")
  @Secured("operator")
  String operators() {
    return "";
  }

  @Serdeable
  record Echo(
      @NotNull @Positive Long quantityKg,
      @NotBlank String title,
      @Nullable Colour colour,
      @Nullable LocalDate from,
      @Nullable Id siteId,
      @Nullable BigDecimal priceYuanPerT,
      @Nullable Boolean taxIncluded,
      @Nullable @Size(max = 2) List<@Valid Quality> qualities) {}

  @Serdeable
  record Quality(@NotBlank String parameter, @NotNull @DecimalMin("0") BigDecimal min) {}

  @Serdeable
  enum Colour {
    RED,
    GREEN
  }
}
