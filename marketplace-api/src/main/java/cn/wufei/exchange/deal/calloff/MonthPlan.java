package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.kernel.LargestRemainder;
import cn.wufei.exchange.schedule.MonthQuantity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What of a framework's quantity is planned for which month: as its document says, or in even
/// shares where that plans no months. A month beyond the planned ones has nothing planned.
///
/// @param plannedKg by month of the time of delivery, in order
record MonthPlan(SequencedMap<YearMonth, Long> plannedKg) {

  private static final int HUNDRED = 100;

  /// @param agreed the months of the document, none where the quantity does not recur
  static MonthPlan of(Agreement agreement, List<MonthQuantity> agreed) {
    return of(agreement.quantityKg(), agreement.deliverFrom(), agreement.deliverTo(), agreed);
  }

  static MonthPlan of(long quantityKg, LocalDate from, LocalDate to, List<MonthQuantity> agreed) {
    SequencedMap<YearMonth, Long> months = new LinkedHashMap<>();
    YearMonth last = YearMonth.from(to);
    Stream.iterate(
            YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
        .forEach(month -> months.put(month, agreed.isEmpty() ? 1L : 0L));
    if (agreed.isEmpty()) {
      return new MonthPlan(LargestRemainder.split(quantityKg, months));
    }
    agreed.forEach(each -> months.replace(each.calendarMonth(), each.quantityKg()));
    return new MonthPlan(months);
  }

  YearMonth first() {
    return plannedKg.firstEntry().getKey();
  }

  YearMonth last() {
    return plannedKg.lastEntry().getKey();
  }

  boolean has(YearMonth month) {
    return plannedKg.containsKey(month);
  }

  long plannedIn(YearMonth month) {
    return plannedKg.getOrDefault(month, 0L);
  }

  /// The least that the buyer can call off for the month without the seller's consent, rounded up.
  long leastKg(YearMonth month, Framework framework) {
    long share = plannedIn(month) * (HUNDRED - framework.flexibilityPct());
    return Math.ceilDiv(share, (long) HUNDRED);
  }

  /// The most, rounded down.
  long mostKg(YearMonth month, Framework framework) {
    return plannedIn(month) * (HUNDRED + framework.flexibilityPct()) / HUNDRED;
  }

  /// The state in which a call-off begins: silence accepts it only if the seller bound itself to
  /// it, and it did to what is in time and within the flexibility.
  CallOffStatus begins(YearMonth month, long kg, Framework framework, LocalDate today) {
    boolean isInTime = !today.isAfter(framework.callOffBy(month));
    return isInTime && kg >= leastKg(month, framework) && kg <= mostKg(month, framework)
        ? CallOffStatus.CALLED
        : CallOffStatus.REQUESTED;
  }

  /// How much of the agreement a month takes. Of a month that is over nothing more will leave, so
  /// what was called off and did not leave can be called off again.
  ///
  /// @param called of the month's call-off, 0 where there is none
  /// @param isOpen whether that waits for an answer
  static long takenKg(
      YearMonth month, YearMonth current, long called, boolean isOpen, long leftKg) {
    return month.isBefore(current) && !isOpen ? leftKg : Math.max(called, leftKg);
  }
}
