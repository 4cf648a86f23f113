package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.kernel.LargestRemainder;
import cn.wufei.exchange.schedule.MonthQuantity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a pair can move from today on, month by month where one of the two recurs. What a month
/// leaves over does not count in the next: neither side is taken to store it.
///
/// @param kg in all months together
/// @param months those that are not over in which either side has a quantity, in order; none when
///   neither recurs
public record MonthlyFit(long kg, List<FitMonth> months) {

  public MonthlyFit {
    months = List.copyOf(months);
  }

  public static MonthlyFit of(Supply supply, Need need, LocalDate today) {
    long availableKg = Math.max(0, supply.availableKg());
    long openKg = Math.max(0, need.openKg());
    if (supply.months().isEmpty() && need.months().isEmpty()) {
      return new MonthlyFit(Math.min(availableKg, openKg), List.of());
    }
    SequencedMap<YearMonth, Long> supplied = spread(availableKg, supply.months(), today);
    SequencedMap<YearMonth, Long> wanted = spread(openKg, need.months(), today);
    SortedSet<YearMonth> all = new TreeSet<>(supplied.keySet());
    all.addAll(wanted.keySet());
    long left = Math.min(availableKg, openKg);
    long moved = 0;
    List<FitMonth> months = new ArrayList<>();
    for (YearMonth month : all) {
      Long supplyKg = inMonth(supplied, supply.months(), month);
      Long needKg = inMonth(wanted, need.months(), month);
      long fitKg =
          CommonDays.isAnyIn(month, supply, need, today)
              ? least(left - moved, supplyKg, needKg)
              : 0;
      moved += fitKg;
      months.add(new FitMonth(month.toString(), supplyKg, needKg, fitKg));
    }
    return new MonthlyFit(moved, months);
  }

  /// What is left of a total, over those months that are not over, in their proportion. All of it:
  /// what earlier months did not take is still promised or wanted.
  private static SequencedMap<YearMonth, Long> spread(
      long totalKg, List<MonthQuantity> months, LocalDate today) {
    SequencedMap<YearMonth, Long> remaining = new LinkedHashMap<>();
    months.stream()
        .filter(month -> !month.calendarMonth().isBefore(YearMonth.from(today)))
        .forEach(month -> remaining.put(month.calendarMonth(), month.quantityKg()));
    boolean any = remaining.values().stream().anyMatch(kg -> kg > 0);
    return LargestRemainder.split(any ? totalKg : 0, remaining);
  }

  private static @Nullable Long inMonth(
      SequencedMap<YearMonth, Long> shares, List<MonthQuantity> months, YearMonth month) {
    return months.isEmpty() ? null : shares.getOrDefault(month, 0L);
  }

  private static long least(long left, @Nullable Long supplyKg, @Nullable Long needKg) {
    return Math.min(
        left,
        Math.min(
            supplyKg == null ? Long.MAX_VALUE : supplyKg,
            needKg == null ? Long.MAX_VALUE : needKg));
  }
}
