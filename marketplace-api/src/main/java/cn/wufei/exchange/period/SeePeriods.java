package cn.wufei.exchange.period;

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

  private final Periods periods;
  private final Clock clock;

  SeePeriods(Periods periods, Clock clock) {
    this.periods = periods;
    this.clock = clock;
  }

  Outcome<PeriodList> of(Caller caller, Id organisation) {
    if (!caller.maySee(organisation)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    SequencedMap<YearMonth, Period> months = new TreeMap<>();
    YearMonth running = LocalCalendar.monthOf(Instant.now(clock));
    for (int back = 1; back <= MONTHS; back++) {
      YearMonth month = running.minusMonths(back);
      months.put(month, Period.neverClosed(month));
    }
    for (ClosedPeriod closed : periods.of(organisation)) {
      months.put(closed.month(), Period.of(closed));
    }
    return Outcome.done(new PeriodList(List.copyOf(months.reversed().values())));
  }
}
