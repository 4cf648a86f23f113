package cn.wufei.exchange.listing.coverage;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far streams cover what is promised of them.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "lots")
class CoverageController {

  private static final long QUANTITY_KG_MAX = 10_000_000_000L;

  private final SeeCoverage see;

  CoverageController(SeeCoverage see) {
    this.see = see;
  }

  /// Whether a lot is covered: open to all who may read the lot, the figures to its owner and the
  /// authorities.
  @Get("/lots/{id}/coverage")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  LotCoverage ofLot(Caller caller, @PathVariable Id id) {
    return Responses.valueOf(see.ofLot(caller, id));
  }

  /// How a stream would cover what is promised of it with one lot more, and whether lots that end
  /// later would not be covered any more.
  @Get("/streams/{id}/coverage")
  @Secured({"reader", "audit-industry", "audit-ecology"})
  Forecast withLot(
      Caller caller,
      @PathVariable Id id,
      @QueryValue LocalDate until,
      @QueryValue(defaultValue = "0") @Min(0) @Max(QUANTITY_KG_MAX) long quantityKg,
      @QueryValue @Nullable Id instead) {
    return Responses.valueOf(see.withLot(caller, id, until, quantityKg, instead));
  }
}
