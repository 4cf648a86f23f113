package cn.wufei.exchange.schedule;

import cn.wufei.exchange.kernel.Outcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the months of a recurring quantity must satisfy. No month at all means that it does not
/// recur.
public final class Schedule {

  static final int MONTHS_MIN = 2;

  /// Two years: a seasonal profile that comes round twice.
  public static final int MONTHS_MAX = 24;

  static final long QUANTITY_KG_MAX = 10_000_000_000L;

  private Schedule() {}

  /// The months, or the first rule that they break. Each lies in the window with a day at least,
  /// they follow each other in time, though not without gaps, and they sum to the quantity.
  ///
  /// @param quantityKg of all months together
  /// @param from first day of the window
  /// @param to last day, included, not before the first
  public static Outcome<List<MonthQuantity>> check(
      List<MonthQuantity> months, long quantityKg, LocalDate from, LocalDate to) {
    if (months.isEmpty()) {
      return Outcome.done(months);
    }
    if (months.size() < MONTHS_MIN) {
      return Outcome.refused(ScheduleRefusal.MONTHS_TOO_FEW, "months");
    }
    long sumKg = 0;
    @Nullable YearMonth before = null;
    for (int i = 0; i < months.size(); i++) {
      YearMonth month = months.get(i).calendarMonth();
      String path = "months[" + i + "].month";
      if (month.isBefore(YearMonth.from(from)) || month.isAfter(YearMonth.from(to))) {
        return Outcome.refused(ScheduleRefusal.MONTH_OUTSIDE_WINDOW, path);
      }
      if (month.equals(before)) {
        return Outcome.refused(ScheduleRefusal.MONTH_REPEATED, path);
      }
      if (before != null && month.isBefore(before)) {
        return Outcome.refused(ScheduleRefusal.MONTHS_UNORDERED, path);
      }
      before = month;
      sumKg += months.get(i).quantityKg();
    }
    return sumKg == quantityKg
        ? Outcome.done(months)
        : Outcome.<List<MonthQuantity>>refused(ScheduleRefusal.MONTHS_SUM_DIFFERS, "months")
            .with("sumKg", sumKg)
            .with("quantityKg", quantityKg);
  }
}
