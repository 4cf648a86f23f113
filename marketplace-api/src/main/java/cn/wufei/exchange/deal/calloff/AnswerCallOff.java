package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The seller accepts a call-off or declines it with a reason, or the buyer takes it back.
@Singleton
class AnswerCallOff {

  static final int REASON_MAX = 1_000;

  private final Organisations organisations;
  private final CallOffSteps steps;

  AnswerCallOff(Organisations organisations, CallOffSteps steps) {
    this.organisations = organisations;
    this.steps = steps;
  }

  @Serdeable
  @Schema(name = "CallOffDecline")
  record Decline(@NotBlank @Size(max = REASON_MAX) String reason) {}

  /// Checked in this order: the organisation may trade, [CallOffSteps#lock].
  Outcome<CallOff> accept(Caller caller, Id agreementId, Id id, long version) {
    return organisations
        .requireTrading(caller)
        .then(_ -> take(caller, agreementId, id, version, CallOffAct.ACCEPT, null));
  }

  /// Checked as [CallOffSteps#lock] does. Also what the seller bound itself to can be declined, as
  /// a plant may stand still; what follows from that is between the parties.
  Outcome<CallOff> decline(Caller caller, Id agreementId, Id id, long version, Decline decline) {
    return take(caller, agreementId, id, version, CallOffAct.DECLINE, decline.reason().strip());
  }

  /// Checked as [CallOffSteps#lock] does.
  Outcome<CallOff> withdraw(Caller caller, Id agreementId, Id id, long version) {
    return take(caller, agreementId, id, version, CallOffAct.WITHDRAW, null);
  }

  private Outcome<CallOff> take(
      Caller caller, Id agreementId, Id id, long version, CallOffAct act, @Nullable String reason) {
    return steps
        .lock(caller, agreementId, id, version, act)
        .map(held -> CallOffViews.of(caller, steps.take(caller, held, act, reason), steps.today()));
  }
}
