package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.AgreementStatus;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The buyer of a framework calls off a month. Also one that has begun or is over can be called
/// off, with the seller's consent: what moved on a word is then put on paper.
@Singleton
class CallOffMonth {

  private final Organisations organisations;
  private final Agreements agreements;
  private final CallOffStore store;
  private final CallOffs callOffs;
  private final CallOffSteps steps;

  CallOffMonth(
      Organisations organisations,
      Agreements agreements,
      CallOffStore store,
      CallOffs callOffs,
      CallOffSteps steps) {
    this.organisations = organisations;
    this.agreements = agreements;
    this.store = store;
    this.callOffs = callOffs;
    this.steps = steps;
  }

  /// Checked in this order: the organisation may trade, the agreement is there for it to see, is a
  /// framework, the caller buys, it is active, the month lies in the time of delivery, nothing
  /// takes it already, it was not called off too often, all that is taken keeps to the agreement's
  /// quantity and tolerance.
  Outcome<CallOff> handle(Caller caller, Id agreementId, CallOffDraft draft) {
    return organisations
        .requireTrading(caller)
        .then(_ -> buyersFramework(caller, agreements.hold(agreementId)))
        .then(agreement -> {
          YearMonth month = draft.calendarMonth();
          CallOffRow taken = store.live(agreementId, month);
          if (taken != null) {
            steps.writeClock(agreement, taken);
          }
          LocalDate today = steps.today();
          CallOffs.Months months = callOffs.monthsOf(agreement, today);
          return possible(agreement, months, month, draft.quantityKg())
              .map(framework -> call(caller, agreement, framework, months, draft, today));
        });
  }

  private static Outcome<Agreement> buyersFramework(Caller caller, @Nullable Agreement agreement) {
    if (agreement == null || !Agreements.maySee(caller, agreement)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (agreement.framework() == null) {
      return Outcome.refused(CallOffRefusal.NOT_A_FRAMEWORK);
    }
    if (agreement.sideOf(caller.organisationId()) != Side.BUYER) {
      return Outcome.refused(CallOffRefusal.BUYER_CALLS_OFF);
    }
    return agreement.status() == AgreementStatus.ACTIVE
        ? Outcome.done(agreement)
        : Outcome.refused(CallOffRefusal.AGREEMENT_NOT_ACTIVE);
  }

  private static Outcome<Framework> possible(
      Agreement agreement, CallOffs.Months months, YearMonth month, long kg) {
    MonthPlan plan = months.plan();
    if (!plan.has(month)) {
      return Outcome.<Framework>refused(CallOffRefusal.MONTH_OUTSIDE, "month")
          .with("earliest", plan.first().toString())
          .with("latest", plan.last().toString());
    }
    if (months.live().containsKey(month)) {
      return Outcome.refused(CallOffRefusal.MONTH_CALLED_OFF_ALREADY, "month");
    }
    int callOffsMax = CallOffProcess.CURRENT.perMonthMax();
    if (months.rows().stream().filter(row -> row.called().month().equals(month)).count()
        >= callOffsMax) {
      return Outcome.<Framework>refused(CallOffRefusal.CALL_OFFS_TOO_MANY, "month")
          .with("callOffsMax", callOffsMax);
    }
    long restKg =
        Agreements.withToleranceKg(agreement, agreement.quantityKg()) - months.takenKg(month);
    return Math.max(kg, months.leftIn(month)) <= restKg
        ? Outcome.found(agreement.framework())
        : Outcome.<Framework>refused(CallOffRefusal.BEYOND_FRAMEWORK, "quantityKg")
            .with("restKg", Math.max(0, restKg));
  }

  private CallOff call(
      Caller caller,
      Agreement agreement,
      Framework framework,
      CallOffs.Months months,
      CallOffDraft draft,
      LocalDate today) {
    YearMonth month = draft.calendarMonth();
    String note = draft.note();
    CallOffRow row =
        CallOffRow.made(
            new CallOffRow.Called(
                agreement.id(),
                month,
                draft.quantityKg(),
                note == null || note.isBlank() ? null : note.strip(),
                agreement.seller().id(),
                agreement.buyer().id(),
                caller.memberId(),
                steps.now()),
            months.plan().begins(month, draft.quantityKg(), framework, today),
            today.plusDays(framework.answerDays()));
    steps.begin(caller, agreement, row);
    return CallOffViews.of(caller, row, today);
  }
}
