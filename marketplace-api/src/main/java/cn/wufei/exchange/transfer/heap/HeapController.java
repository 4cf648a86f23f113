package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;

/// What a receiver has, and how a month went.
@Controller("/api/v1/heaps")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "loads")
class HeapController {

  private final SeeHeaps see;

  HeapController(SeeHeaps see) {
    this.see = see;
  }

  /// The heaps of the caller's organisation that hold anything.
  @Get
  HeapList list(Caller caller) {
    return see.own(caller);
  }

  /// One month of one heap, by the ledger.
  @Get("/{siteId}/{materialKey}/months/{month}")
  HeapMonth month(
      Caller caller,
      Id siteId,
      @Size(max = 40) String materialKey,
      @Pattern(regexp = UseDraft.MONTH) String month) {
    return Responses.valueOf(see.month(caller, siteId, materialKey, YearMonth.parse(month)));
  }
}
