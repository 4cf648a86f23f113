package cn.wufei.exchange.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/// The calendar in which the trade counts its days, months and years: China Standard Time.
public final class LocalCalendar {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private LocalCalendar() {}

  public static LocalDate dayOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  public static YearMonth monthOf(Instant instant) {
    return YearMonth.from(dayOf(instant));
  }

  /// The first instant of the day.
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
