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

  private final TenderDesk desk;
  private final AwardTender award;

  BindingAward(TenderDesk desk, AwardTender award) {
    this.desk = desk;
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
    AskedAct.Subject about = subject(asked);
    return desk.hold(about.id()) instanceof Outcome.Done<TenderCourse>(TenderCourse course)
        && course.tender().status() == TenderStatus.AWARDING
        && course.tender().version() == about.version();
  }

  @Override
  public Outcome<Id> carryOut(Caller caller, AskedAct asked) {
    AskedAct.Subject about = subject(asked);
    return award
        .approved(caller, about.id(), about.version())
        .map(tender -> Objects.requireNonNull(tender.agreementId()));
  }

  private static AskedAct.Subject subject(AskedAct asked) {
    return Objects.requireNonNull(asked.about());
  }
}
