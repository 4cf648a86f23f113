package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;

/// Whether loads may leave under a framework, for the feature that dispatches them.
@Singleton
public class CalledOff {

  private final CallOffStore store;
  private final FrameworkLoads loads;
  private final Clock clock;

  CalledOff(CallOffStore store, FrameworkLoads loads, Clock clock) {
    this.store = store;
    this.loads = loads;
    this.clock = clock;
  }

  /// Checked in this order: a call-off holds of the month in which the load was weighed out, what
  /// left in that month is with the load no more than was called off and the agreement's tolerance.
  /// Call it in the posting write, in which no other load leaves meanwhile. Agreements that are no
  /// frameworks ask nothing of the database.
  ///
  /// @param at when the load was weighed out
  public Outcome<Agreement> require(Agreement agreement, long netKg, Instant at) {
    if (agreement.framework() == null) {
      return Outcome.done(agreement);
    }
    YearMonth month = LocalCalendar.monthOf(at);
    CallOffRow row = store.live(agreement.id(), month);
    if (row == null
        || row.asOf(LocalCalendar.dayOf(Instant.now(clock))).status() != CallOffStatus.ACCEPTED) {
      return Outcome.<Agreement>refused(CallOffRefusal.MONTH_NOT_CALLED_OFF, "dispatchedAt")
          .with("month", month.toString());
    }
    long calledKg = row.called().quantityKg();
    long leftKg = loads.leftIn(agreement.id(), month);
    long restKg = Agreements.withToleranceKg(agreement, calledKg) - leftKg;
    return netKg <= restKg
        ? Outcome.done(agreement)
        : Outcome.<Agreement>refused(CallOffRefusal.BEYOND_CALL_OFF, "grossKg")
            .with("month", month.toString())
            .with("calledKg", calledKg)
            .with("leftKg", leftKg)
            .with("restKg", Math.max(0, restKg));
  }
}
