package cn.wufei.exchange.matching.fit;

import cn.wufei.exchange.kernel.LargestRemainder;
import cn.wufei.exchange.schedule.MonthQuantity;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

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
    SequencedMap<YearMonth, Long> most = mostInEach(supply, need, today);
    long left = Math.min(availableKg, openKg);
    List<FitMonth> months = new ArrayList<>();
    for (Map.Entry<YearMonth, Long> month : most.entrySet()) {
      long fitKg = Math.min(left, month.getValue());
      left -= fitKg;
      months.add(
          new FitMonth(
              month.getKey().toString(),
              supply.recurs() ? supplied.getOrDefault(month.getKey(), 0L) : null,
              need.recurs() ? wanted.getOrDefault(month.getKey(), 0L) : null,
              fitKg));
    }
    return new MonthlyFit(Math.min(availableKg, openKg) - left, months);
  }

  /// What the two could move in each month if it were the only one: nothing in one without a common
  /// day. Of a pair of which one recurs at least.
  public static SequencedMap<YearMonth, Long> mostInEach(
      Supply supply, Need need, LocalDate today) {
    SequencedMap<YearMonth, Long> supplied =
        spread(Math.max(0, supply.availableKg()), supply.months(), today);
    SequencedMap<YearMonth, Long> wanted = spread(Math.max(0, need.openKg()), need.months(), today);
    SortedSet<YearMonth> all = new TreeSet<>(supplied.keySet());
    all.addAll(wanted.keySet());
    SequencedMap<YearMonth, Long> most = new LinkedHashMap<>();
    for (YearMonth month : all) {
      long supplyKg = supply.recurs() ? supplied.getOrDefault(month, 0L) : Long.MAX_VALUE;
      long needKg = need.recurs() ? wanted.getOrDefault(month, 0L) : Long.MAX_VALUE;
      boolean meet = CommonDays.isAnyIn(month, supply, need, today);
      most.put(month, meet ? Math.min(supplyKg, needKg) : 0);
    }
    return most;
  }

  /// The most of the lot that can go into a mixture of which a demand that recurs takes the same in
  /// each of its months. One that does not recur takes what comes whenever it comes.
  public static long evenKg(Supply supply, Need need, LocalDate today) {
    if (!need.recurs()) {
      return of(supply, need, today).kg();
    }
    long openKg = Math.max(0, need.openKg());
    SequencedMap<YearMonth, Long> most = mostInEach(supply, need, today);
    BigInteger even = BigInteger.valueOf(Math.max(0, Math.min(supply.availableKg(), openKg)));
    boolean any = false;
    for (Map.Entry<YearMonth, Long> month : spread(openKg, need.months(), today).entrySet()) {
      if (month.getValue() > 0) {
        any = true;
        even =
            BigInteger.valueOf(most.getOrDefault(month.getKey(), 0L))
                .multiply(BigInteger.valueOf(openKg))
                .divide(BigInteger.valueOf(month.getValue()))
                .min(even);
      }
    }
    return any ? even.longValueExact() : 0;
  }

  /// What is left of a total, over those months that are not over, in their proportion. All of it:
  /// what earlier months did not take is still promised or wanted.
  public static SequencedMap<YearMonth, Long> spread(
      long totalKg, List<MonthQuantity> months, LocalDate today) {
    SequencedMap<YearMonth, Long> remaining = new LinkedHashMap<>();
    months.stream()
        .filter(month -> !month.calendarMonth().isBefore(YearMonth.from(today)))
        .forEach(month -> remaining.put(month.calendarMonth(), month.quantityKg()));
    boolean any = remaining.values().stream().anyMatch(kg -> kg > 0);
    return LargestRemainder.split(any ? totalKg : 0, remaining);
  }
}
