package cn.wufei.exchange.period;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Periods;
import cn.wufei.exchange.ledger.Periods.ClosedPeriod;
import cn.wufei.exchange.transfer.Loads;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

/// An organisation closes the books of a month. While a load is on its way that left by then, the
/// month stays open: the other party could not record how it ended.
@Singleton
class CloseMonth {

  private final Periods periods;
  private final Loads loads;
  private final AuditLog audit;
  private final Clock clock;

  CloseMonth(Periods periods, Loads loads, AuditLog audit, Clock clock) {
    this.periods = periods;
    this.loads = loads;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the books are the caller's own, the month is over, it is open, no load
  /// that left by its end is on its way.
  Outcome<Period> handle(Caller caller, Id organisation, YearMonth month) {
    if (!organisation.equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (!month.isBefore(LocalCalendar.monthOf(Instant.now(clock)))) {
      return Outcome.refused(PeriodRefusal.MONTH_NOT_OVER);
    }
    ClosedPeriod earlier = periods.find(organisation, month);
    if (earlier != null && earlier.isLocked()) {
      return Outcome.refused(PeriodRefusal.MONTH_LOCKED);
    }
    int inTransit =
        loads.countInTransit(organisation, LocalCalendar.startOf(month.plusMonths(1).atDay(1)));
    if (inTransit > 0) {
      return Outcome.<Period>refused(PeriodRefusal.LOAD_STILL_ON_ITS_WAY)
          .with("inTransit", inTransit);
    }
    ClosedPeriod closed = periods.close(organisation, month);
    audit.record(
        caller, "month-closed", "organisation", organisation, Map.of("month", month.toString()));
    return Outcome.done(Period.of(closed));
  }
}
