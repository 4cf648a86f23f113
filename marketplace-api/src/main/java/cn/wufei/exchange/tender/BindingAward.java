package cn.wufei.exchange.tender;

import cn.wufei.exchange.approval.ActKind;
import cn.wufei.exchange.approval.AskedAct;
import cn.wufei.exchange.approval.BindingAct;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Objects;

/// How a tender is awarded once that is approved.
@Singleton
class BindingAward implements BindingAct {

  private final AwardTender award;

  BindingAward(AwardTender award) {
    this.award = award;
  }

  @Override
  public ActKind kind() {
    return ActKind.AWARD;
  }

  @Override
  public boolean isPosting() {
    return true;
  }

  @Override
  public boolean stands(AskedAct asked) {
    return award.stands(asked);
  }

  @Override
  public Outcome<Id> carryOut(Caller caller, AskedAct asked) {
    AskedAct.Subject about = Objects.requireNonNull(asked.about());
    return award
        .approved(caller, about.id(), about.version())
        .map(tender -> Objects.requireNonNull(tender.agreementId()));
  }
}
