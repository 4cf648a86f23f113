package cn.wufei.exchange.period;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Periods;
import cn.wufei.exchange.ledger.Periods.ClosedPeriod;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Who may read whose months: the organisation, and the authorities.
@Singleton
class SeePeriods {

  private static final int MONTHS = 24;

  private final Organisations organisations;
  private final Periods periods;
  private final Clock clock;

  SeePeriods(Organisations organisations, Periods periods, Clock clock) {
    this.organisations = organisations;
    this.periods = periods;
    this.clock = clock;
  }

  Outcome<PeriodList> of(Caller caller, Id id) {
    OrganisationRef organisation = caller.maySee(id) ? organisations.find(id) : null;
    if (organisation == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    SequencedMap<YearMonth, Period> months = new TreeMap<>();
    YearMonth running = LocalCalendar.monthOf(Instant.now(clock));
    for (int back = 1; back <= MONTHS; back++) {
      YearMonth month = running.minusMonths(back);
      months.put(month, Period.neverClosed(month));
    }
    for (ClosedPeriod closed : periods.of(id)) {
      months.put(closed.month(), Period.of(closed));
    }
    return Outcome.done(new PeriodList(organisation, List.copyOf(months.reversed().values())));
  }
}
