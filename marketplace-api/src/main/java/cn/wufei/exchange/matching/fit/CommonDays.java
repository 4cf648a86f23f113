package cn.wufei.exchange.matching.fit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

/// Days on which a lot is to be had and a demand wants it, from today on.
final class CommonDays {

  private CommonDays() {}

  static long count(Supply supply, Need need, LocalDate today) {
    LocalDate from = Collections.max(List.of(supply.availableFrom(), need.neededFrom(), today));
    LocalDate to = Collections.min(List.of(supply.availableTo(), need.neededTo()));
    return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
  }
}
