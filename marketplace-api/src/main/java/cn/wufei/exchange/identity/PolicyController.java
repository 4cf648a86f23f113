package cn.wufei.exchange.identity;

import cn.wufei.exchange.http.IfMatch;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// How the caller's firm wants its members to trade.
@Controller("/api/v1/policy")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "Organisations")
class PolicyController {

  private static final long ABOVE_FEN_MAX = 100_000_000_000_000L;

  private final PolicyStore store;
  private final ChangePolicy change;
  private final Writes writes;

  PolicyController(PolicyStore store, ChangePolicy change, Writes writes) {
    this.store = store;
    this.change = change;
    this.writes = writes;
  }

  /// The policy; version 0 while the firm has said nothing.
  @Get
  Policy show(Caller caller) {
    return store.find(caller.organisationId());
  }

  /// Changes whether lots are looked at before they are published.
  @Put
  @Secured("org-admin")
  HttpResponse<Policy> change(
      Caller caller, @IfMatch Version version, @Body @Valid PolicyChange body) {
    return writes.change(() -> change.reviewLots(caller, body.lotsReviewed(), version));
  }

  /// Changes what binds the firm only when a second person approves it.
  @Put("/approval")
  @Secured("org-admin")
  HttpResponse<Policy> changeApproval(
      Caller caller, @IfMatch Version version, @Body @Valid ApprovalPolicyChange body) {
    return writes.change(
        () -> change.approve(caller, body.aboveFen(), body.administratorsAlone(), version));
  }

  @Serdeable
  @Schema(name = "PolicyChange")
  record PolicyChange(@NotNull Boolean lotsReviewed) {}

  /// @param aboveFen the sum in fen above which approval is needed, a thousand billion yuan at
  ///   most; left out where nothing has to be approved
  /// @param administratorsAlone whether administrators bind the firm above it alone
  @Serdeable
  @Schema(name = "ApprovalPolicyChange")
  record ApprovalPolicyChange(
      @Nullable @Min(0) @Max(ABOVE_FEN_MAX) Long aboveFen, @NotNull Boolean administratorsAlone) {}
}
