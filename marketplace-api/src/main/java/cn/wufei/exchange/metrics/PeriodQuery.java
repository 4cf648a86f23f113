package cn.wufei.exchange.metrics;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The months and the place that a figure is asked for.
@Introspected
record PeriodQuery(
    @QueryValue @NotNull @Pattern(regexp = PeriodQuery.MONTH) String from,
    @QueryValue @NotNull @Pattern(regexp = PeriodQuery.MONTH) String to,
    @QueryValue @Nullable Id organisationId,
    @QueryValue @Nullable @Pattern(regexp = "\\d{2,6}") String adcode,
    @QueryValue @Nullable @Size(max = 4) String classCode,
    @QueryValue @Nullable @Size(max = 40) String materialKey,
    @QueryValue @Nullable Id streamId) {

  static final String MONTH = "(19|20|21)\\d{2}-(0[1-9]|1[0-2])";

  Outcome<MetricsScope.Request> request() {
    YearMonth first = YearMonth.parse(from);
    YearMonth last = YearMonth.parse(to);
    if (last.isBefore(first)) {
      return Outcome.refused(MetricsRefusal.PERIOD_REVERSED, "to");
    }
    if (first.plusMonths(MetricsScope.MONTHS_MAX).isBefore(last)) {
      return Outcome.refused(MetricsRefusal.PERIOD_TOO_LONG, "to");
    }
    return Outcome.done(
        new MetricsScope.Request(
            first, last, organisationId, adcode, classCode, materialKey, streamId));
  }
}
