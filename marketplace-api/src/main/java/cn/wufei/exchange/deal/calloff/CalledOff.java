package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.LocalCalendar;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// How much of what leaves under a framework goes beyond its call-offs, for the feature that
/// dispatches. Nothing is refused for it: what left is a fact.
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

  /// How much of a load that is not recorded yet goes beyond what was called off.
  ///
  /// @param at when the load was weighed out
  /// @return kilograms, from 0 to `netKg`
  public long beyondKg(Agreement agreement, long netKg, Instant at) {
    return beyondKg(agreement, netKg, at, 0);
  }

  /// How much of a load goes beyond the call-off that holds of the month in which it was weighed
  /// out, and the agreement's tolerance, with what else left in that month; all of it when none
  /// holds. Call it in the posting write, in which no other load leaves meanwhile. Agreements that
  /// are no frameworks ask nothing of the database and have nothing beyond.
  ///
  /// @param at when the load was weighed out
  /// @param countedKg what the load counts for already in what left, as it is stored
  /// @return kilograms, from 0 to `netKg`
  public long beyondKg(Agreement agreement, long netKg, Instant at, long countedKg) {
    if (agreement.framework() == null) {
      return 0;
    }
    YearMonth month = LocalCalendar.monthOf(at);
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    long limitKg = limitKg(agreement, store.live(agreement.id(), month), today);
    if (limitKg == 0) {
      return netKg;
    }
    long leftKg = loads.leftIn(agreement.id(), month) - countedKg;
    return Math.clamp(leftKg + netKg - limitKg, 0L, netKg);
  }

  /// The most that leaves against a call-off: its quantity and the agreement's tolerance while it
  /// holds, else nothing.
  static long limitKg(Agreement agreement, @Nullable CallOffRow row, LocalDate today) {
    return row == null || row.asOf(today).status() != CallOffStatus.ACCEPTED
        ? 0
        : Agreements.withToleranceKg(agreement, row.called().quantityKg());
  }
}
