package cn.wufei.exchange.matching.fit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

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

  private static LocalDate first(Supply supply, Need need, LocalDate today) {
    return Collections.max(List.of(supply.availableFrom(), need.neededFrom(), today));
  }

  private static LocalDate last(Supply supply, Need need) {
    return Collections.min(List.of(supply.availableTo(), need.neededTo()));
  }
}
