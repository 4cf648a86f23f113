package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;

/// Who may read the call-offs of which framework: its parties, and the authorities.
@Singleton
@Connectable
class SeeCallOffs {

  private final Agreements agreements;
  private final CallOffViews views;

  SeeCallOffs(Agreements agreements, CallOffViews views) {
    this.agreements = agreements;
    this.views = views;
  }

  Outcome<CallOffPlan> plan(Caller caller, Id agreementId) {
    Agreement agreement = agreements.find(agreementId);
    if (agreement == null || !Agreements.maySee(caller, agreement)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Framework framework = agreement.framework();
    return framework == null
        ? Outcome.refused(CallOffRefusal.NOT_A_FRAMEWORK)
        : Outcome.done(views.plan(caller, agreement, framework));
  }
}
