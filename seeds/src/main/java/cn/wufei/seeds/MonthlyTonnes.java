package cn.wufei.seeds;

import cn.wufei.seeds.Market.Recurring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Spreads tonnes over months as a season profile says.
///
/// @param shares of January to December
record MonthlyTonnes(List<BigDecimal> shares, DemoCalendar calendar) {

  MonthlyTonnes {
    shares = List.copyOf(shares);
  }

  /// Whole tonnes that sum to the quantity; what rounding leaves falls to the first month with a
  /// share.
  SequencedMap<YearMonth, Long> of(Recurring recurring, long quantityT) {
    SequencedMap<YearMonth, BigDecimal> weights = new LinkedHashMap<>();
    for (int offset = recurring.fromMonth(); offset <= recurring.toMonth(); offset++) {
      YearMonth month = calendar.month(offset);
      weights.put(month, shares.get(month.getMonthValue() - 1));
    }
    BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    SequencedMap<YearMonth, Long> tonnes = new LinkedHashMap<>();
    weights.forEach((month, weight) ->
        tonnes.put(
            month,
            BigDecimal.valueOf(quantityT)
                .multiply(weight)
                .divide(sum, 0, RoundingMode.DOWN)
                .longValueExact()));
    long left = quantityT - tonnes.values().stream().mapToLong(Long::longValue).sum();
    YearMonth first =
        weights.entrySet().stream()
            .filter(month -> month.getValue().signum() > 0)
            .findFirst()
            .orElseThrow()
            .getKey();
    tonnes.merge(first, left, Long::sum);
    return tonnes;
  }
}
