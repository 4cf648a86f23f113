package cn.wufei.exchange.account;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.kernel.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What lets others check the ledger without asking this exchange again.
@Controller("/api/v1/ledger")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "ledger")
class ProofController {

  private final SeeProofs see;

  ProofController(SeeProofs see) {
    this.see = see;
  }

  /// The proof that a posting lies in its block, for those whose account it moved.
  @Get("/postings/{number}/proof")
  ProofView proof(Caller caller, long number) {
    return Responses.valueOf(see.of(caller, number));
  }

  /// The last block, to be kept elsewhere. It says nothing about anybody.
  @Get("/head")
  ProofView.Head head() {
    return Responses.valueOf(see.head());
  }
}
