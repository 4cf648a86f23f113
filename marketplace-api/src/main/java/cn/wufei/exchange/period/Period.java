package cn.wufei.exchange.period;

import cn.wufei.exchange.ledger.Periods.ClosedPeriod;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A month of an organisation's books.
///
/// @param month `YYYY-MM`, of China Standard Time
/// @param closedAt when it was last closed
/// @param reopenedAt when an authority reopened it; absent while it is locked
@Serdeable
record Period(
    String month,
    boolean locked,
    @Nullable Instant closedAt,
    @Nullable Instant reopenedAt,
    @Nullable String reopenReason) {

  static Period of(ClosedPeriod period) {
    return new Period(
        period.month().toString(),
        period.isLocked(),
        period.closedAt(),
        period.reopenedAt(),
        period.reopenReason());
  }

  static Period neverClosed(YearMonth month) {
    return new Period(month.toString(), false, null, null, null);
  }
}
