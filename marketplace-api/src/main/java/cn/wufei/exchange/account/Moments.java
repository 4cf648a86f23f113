package cn.wufei.exchange.account;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Days and moments as they are asked for. A pattern has seen to their form; whether the calendar
/// has them is seen here.
final class Moments {

  static final String DAY = "(19|20|21)\\d{2}-\\d{2}-\\d{2}";
  static final String MOMENT = DAY + "T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})";

  private Moments() {}

  static boolean isNoDay(@Nullable String text) {
    try {
      day(text);
      return false;
    } catch (DateTimeException _) {
      return true;
    }
  }

  static boolean isNoMoment(@Nullable String text) {
    try {
      moment(text);
      return false;
    } catch (DateTimeException _) {
      return true;
    }
  }

  static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  /// To the microsecond, as the ledger records.
  static @Nullable Instant moment(@Nullable String text) {
    return text == null
        ? null
        : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
  }
}
