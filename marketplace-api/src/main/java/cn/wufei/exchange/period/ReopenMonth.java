package cn.wufei.exchange.period;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Periods;
import cn.wufei.exchange.ledger.Periods.ClosedPeriod;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Map;

/// An authority reopens a closed month and says why.
@Singleton
class ReopenMonth {

  private final Organisations organisations;
  private final Periods periods;
  private final AuditLog audit;

  ReopenMonth(Organisations organisations, Periods periods, AuditLog audit) {
    this.organisations = organisations;
    this.periods = periods;
    this.audit = audit;
  }

  /// Checked in this order: there is such an organisation, the month is closed.
  Outcome<Period> handle(Caller caller, Id organisation, YearMonth month, String reason) {
    if (organisations.find(organisation) == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    ClosedPeriod closed = periods.find(organisation, month);
    if (closed == null || !closed.isLocked()) {
      return Outcome.refused(PeriodRefusal.MONTH_NOT_LOCKED);
    }
    ClosedPeriod reopened = periods.reopen(organisation, closed, reason);
    audit.record(
        caller,
        "month-reopened",
        "organisation",
        organisation,
        Map.of("month", month.toString(), "reason", reason));
    return Outcome.done(Period.of(reopened));
  }
}
