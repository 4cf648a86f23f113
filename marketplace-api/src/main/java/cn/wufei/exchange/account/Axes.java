package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The two times at which a balance is asked for.
///
/// @param asOf by what was recorded until then
/// @param on by what happened until the end of that day
@Introspected
record Axes(
    @QueryValue @Nullable @Pattern(regexp = Moments.MOMENT) String asOf,
    @QueryValue @Nullable @Pattern(regexp = Moments.DAY) String on) {

  Outcome<Point> point() {
    if (Moments.isNoMoment(asOf)) {
      return Outcome.refused(AccountRefusal.MOMENT_NOT_IN_CALENDAR, "asOf");
    }
    if (Moments.isNoDay(on)) {
      return Outcome.refused(AccountRefusal.DAY_NOT_IN_CALENDAR, "on");
    }
    return Outcome.done(new Point(Moments.moment(asOf), Moments.day(on)));
  }

  record Point(@Nullable Instant asOf, @Nullable LocalDate on) {}
}
