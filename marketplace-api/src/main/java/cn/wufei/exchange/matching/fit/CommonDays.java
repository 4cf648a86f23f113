package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.schedule.MonthQuantity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Days on which a lot is to be had and a demand wants it, from today on.
final class CommonDays {

  private CommonDays() {}

  static long count(Supply supply, Need need, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(first(supply, need, today), last(supply, need)) + 1);
  }

  static boolean isAnyIn(YearMonth month, Supply supply, Need need, LocalDate today) {
    LocalDate from = Collections.max(List.of(first(supply, need, today), month.atDay(1)));
    LocalDate to = Collections.min(List.of(last(supply, need), month.atEndOfMonth()));
    return !from.isAfter(to);
  }

  /// The months in which one side has a day that is not over, and tonnes if it recurs.
  ///
  /// @param months none when it does not recur
  static List<YearMonth> months(
      LocalDate from, LocalDate to, List<MonthQuantity> months, LocalDate today) {
    LocalDate first = from.isBefore(today) ? today : from;
    return first.isAfter(to)
        ? List.of()
        : Stream.iterate(
                YearMonth.from(first),
                month -> !month.isAfter(YearMonth.from(to)),
                month -> month.plusMonths(1))
            .filter(month -> months.isEmpty() || hasTonnes(months, month))
            .toList();
  }

  private static boolean hasTonnes(List<MonthQuantity> months, YearMonth month) {
    return months.stream()
        .anyMatch(each -> each.calendarMonth().equals(month) && each.quantityKg() > 0);
  }

  private static LocalDate first(Supply supply, Need need, LocalDate today) {
    return Collections.max(List.of(supply.availableFrom(), need.neededFrom(), today));
  }

  private static LocalDate last(Supply supply, Need need) {
    return Collections.min(List.of(supply.availableTo(), need.neededTo()));
  }
}
