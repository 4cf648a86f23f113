package cn.wufei.seeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// The moment that the demo calls now, to the minute. All its dates are counted from here, so the
/// demo never ages; and since the moment is read back from the first organisation that was made, a
/// load that was interrupted goes on with the same dates, also on another day.
record DemoCalendar(Instant now) {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /// Whole months of trade before the current one.
  static final int MONTHS = 6;

  DemoCalendar {
    now = now.truncatedTo(ChronoUnit.MINUTES);
  }

  LocalDate today() {
    return now.atZone(ZONE).toLocalDate();
  }

  /// The month so many months after this one; negative ones lie in the past.
  YearMonth month(int offset) {
    return YearMonth.from(today()).plusMonths(offset);
  }

  LocalDate firstDayOf(int monthOffset) {
    return month(monthOffset).atDay(1);
  }

  LocalDate lastDayOf(int monthOffset) {
    return month(monthOffset).atEndOfMonth();
  }

  static LocalDate dayOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  static Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(ZONE).toInstant();
  }
}
