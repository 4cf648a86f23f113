package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.document.AgreedSchedules;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The months of a framework: what is planned for each, what is called off and what left.
@Singleton
class CallOffs {

  private final CallOffStore store;
  private final FrameworkLoads loads;
  private final AgreedSchedules schedules;

  CallOffs(CallOffStore store, FrameworkLoads loads, AgreedSchedules schedules) {
    this.store = store;
    this.loads = loads;
    this.schedules = schedules;
  }

  Months monthsOf(Agreement agreement, LocalDate today) {
    List<CallOffRow> rows = store.of(agreement.id()).stream().map(row -> row.asOf(today)).toList();
    Map<YearMonth, CallOffRow> live = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.status().isLive())
        .forEach(row -> live.put(row.called().month(), row));
    return new Months(
        MonthPlan.of(agreement, schedules.of(agreement.id())),
        rows,
        live,
        loads.leftByMonth(agreement.id()),
        YearMonth.from(today));
  }

  /// @param rows all call-offs as they are today, newest first
  /// @param live those that take a month, by month
  record Months(
      MonthPlan plan,
      List<CallOffRow> rows,
      Map<YearMonth, CallOffRow> live,
      SequencedMap<YearMonth, Long> leftKg,
      YearMonth current) {

    /// The months of the time of delivery, and others in which something was called off or left.
    TreeSet<YearMonth> all() {
      TreeSet<YearMonth> months = new TreeSet<>(plan.plannedKg().keySet());
      months.addAll(live.keySet());
      months.addAll(leftKg.keySet());
      return months;
    }

    long leftIn(YearMonth month) {
      return leftKg.getOrDefault(month, 0L);
    }

    /// How much of the agreement is taken: of months that are over what left, of the others what is
    /// called off, accepted or not yet answered, or what left where that is more.
    ///
    /// @param without a month to leave out
    long takenKg(@Nullable YearMonth without) {
      return all().stream()
          .filter(month -> !month.equals(without))
          .mapToLong(month -> {
            CallOffRow row = live.get(month);
            return MonthPlan.takenKg(
                month,
                current,
                row == null ? 0 : row.called().quantityKg(),
                row != null && row.status().isOpen(),
                leftIn(month));
          })
          .sum();
    }
  }
}
