package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days of a statement, both included; an end that is absent is open.
@Introspected
record Period(
    @QueryValue @Nullable @Pattern(regexp = Moments.DAY) String from,
    @QueryValue @Nullable @Pattern(regexp = Moments.DAY) String to) {

  static final int DAYS_MAX = 3_660;

  Outcome<Days> days() {
    if (Moments.isNoDay(from)) {
      return Outcome.refused(AccountRefusal.DAY_NOT_IN_CALENDAR, "from");
    }
    if (Moments.isNoDay(to)) {
      return Outcome.refused(AccountRefusal.DAY_NOT_IN_CALENDAR, "to");
    }
    LocalDate first = Moments.day(from);
    LocalDate last = Moments.day(to);
    return first == null || last == null
        ? Outcome.done(new Days(first, last))
        : between(first, last);
  }

  static Outcome<Days> between(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      return Outcome.refused(AccountRefusal.PERIOD_REVERSED, "to");
    }
    if (first.plusDays(DAYS_MAX).isBefore(last)) {
      return Outcome.refused(AccountRefusal.PERIOD_TOO_LONG, "to");
    }
    return Outcome.done(new Days(first, last));
  }

  record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}
}
