package cn.wufei.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/// Instants as microseconds and days as days, both since 1970, and the day that it is in China.
final class Times {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);

  /// There has been no summer time in China since 1991.
  private static final long FIXED_SINCE = micros(Instant.parse("1992-01-01T00:00:00Z"));

  private static final long FIXED_OFFSET = TimeUnit.HOURS.toMicros(8);

  private Times() {}

  /// SQL that reads a `datetime(6)` column as microseconds.
  static String microsOf(String column) {
    return "timestampdiff(microsecond, timestamp'1970-01-01 00:00:00', " + column + ")";
  }

  /// SQL that reads a `date` column as days.
  static String daysOf(String column) {
    return "to_days(" + column + ") - 719528";
  }

  static int chinaDay(long micros) {
    if (micros >= FIXED_SINCE) {
      return (int) Math.floorDiv(micros + FIXED_OFFSET, DAY_MICROS);
    }
    return (int) instant(micros).atZone(CHINA).toLocalDate().toEpochDay();
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static LocalDate day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }
}
