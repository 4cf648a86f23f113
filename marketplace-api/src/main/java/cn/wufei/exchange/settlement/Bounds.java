package cn.wufei.exchange.settlement;

import cn.wufei.exchange.kernel.LocalCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What every request about money keeps to.
public final class Bounds {

  /// A hundred billion yuan: more than any of them has, and far from where sums overflow.
  public static final long AMOUNT_MAX_FEN = 10_000_000_000_000L;

  /// A month such as `2026-03`.
  public static final String MONTH = "20[0-9]{2}-(0[1-9]|1[0-2])";

  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private Bounds() {}

  /// What speaks against money having moved on that day; nothing mostly.
  public static <R> @Nullable R wrongDay(LocalDate day, Instant now, R inFuture, R tooEarly) {
    if (day.isAfter(LocalCalendar.dayOf(now))) {
      return inFuture;
    }
    return day.isBefore(EARLIEST) ? tooEarly : null;
  }
}
