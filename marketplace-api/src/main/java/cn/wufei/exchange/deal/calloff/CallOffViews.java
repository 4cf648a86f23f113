package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.AgreementStatus;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// Call-offs and the months of frameworks for one who reads them.
@Singleton
class CallOffViews {

  private final CallOffs callOffs;
  private final Clock clock;

  CallOffViews(CallOffs callOffs, Clock clock) {
    this.callOffs = callOffs;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(clock));
  }

  /// As it is on a day.
  static CallOff of(Caller caller, CallOffRow stored, LocalDate today) {
    CallOffRow row = stored.asOf(today);
    CallOffRow.Called called = row.called();
    CallOffRow.Ended ended = row.ended();
    Side side = caller.may(Role.TRADER) ? row.sideOf(caller) : null;
    return new CallOff(
        row.id(),
        row.version(),
        row.status(),
        called.agreementId(),
        called.month().toString(),
        called.quantityKg(),
        called.note(),
        called.at(),
        row.dueOn(),
        ended == null ? null : ended.at(),
        ended == null ? null : ended.reason(),
        side == null ? List.of() : row.rules().actsOf(row.status(), CallOffProcess.Actor.of(side)));
  }

  CallOffPlan plan(Caller caller, Agreement agreement, Framework framework) {
    LocalDate today = today();
    CallOffs.Months months = callOffs.monthsOf(agreement, today);
    return new CallOffPlan(
        agreement.id(),
        framework,
        Agreements.withToleranceKg(agreement, agreement.quantityKg()),
        months.takenKg(null),
        agreement.status() == AgreementStatus.ACTIVE
            && caller.may(Role.TRADER)
            && agreement.sideOf(caller.organisationId()) == Side.BUYER,
        months.all().stream()
            .map(month -> month(agreement, months, month, framework, today))
            .toList(),
        months.rows().stream().map(row -> of(caller, row, today)).toList());
  }

  private static CallOffPlan.Month month(
      Agreement agreement,
      CallOffs.Months months,
      YearMonth month,
      Framework framework,
      LocalDate today) {
    MonthPlan plan = months.plan();
    CallOffRow row = months.live().get(month);
    return new CallOffPlan.Month(
        month.toString(),
        plan.plannedIn(month),
        plan.leastKg(month, framework),
        plan.mostKg(month, framework),
        framework.callOffBy(month),
        row == null ? null : row.called().quantityKg(),
        row == null ? null : row.id(),
        row == null ? null : row.status(),
        CalledOff.limitKg(agreement, row, today),
        months.leftIn(month));
  }
}
