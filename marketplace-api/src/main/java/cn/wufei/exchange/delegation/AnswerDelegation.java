package cn.wufei.exchange.delegation;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What the two firms do about a delegation that was offered.
@Singleton
class AnswerDelegation {

  private final Organisations organisations;
  private final DelegationSteps steps;
  private final SeeDelegations see;

  AnswerDelegation(Organisations organisations, DelegationSteps steps, SeeDelegations see) {
    this.organisations = organisations;
    this.steps = steps;
    this.see = see;
  }

  /// The delegate takes it on. Checked in this order, after the password: the organisation may
  /// trade, [DelegationSteps#lock].
  Outcome<Delegation> accept(Caller caller, Id id, long version) {
    return organisations
        .requireTrading(caller)
        .then(_ -> take(caller, id, version, DelegationAct.ACCEPT, null));
  }

  /// Without words, or with some: decline, withdraw and end. A delegation that works is ended with
  /// a reason.
  Outcome<Delegation> close(
      Caller caller, Id id, long version, DelegationAct act, @Nullable String reason) {
    String words = reason == null || reason.isBlank() ? null : reason.strip();
    return act == DelegationAct.END && words == null
        ? Outcome.refused(DelegationRefusal.DELEGATION_REASON_NEEDED, "reason")
        : take(caller, id, version, act, words);
  }

  private Outcome<Delegation> take(
      Caller caller, Id id, long version, DelegationAct act, @Nullable String words) {
    return steps
        .lock(caller, id, version, act)
        .map(held -> see.of(caller, steps.take(caller, held, act, words)));
  }
}
