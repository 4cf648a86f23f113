package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.kernel.LargestRemainder;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.schedule.MonthQuantity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What of an agreed quantity falls to which month. Offers state no months: those of the lot hold,
/// as far as they lie in the time of delivery, and in proportion where less than the whole lot was
/// agreed on.
///
/// @param basis nothing where there are no months
record AgreedMonths(List<MonthQuantity> months, AgreementContent.@Nullable MonthsBasis basis) {

  private static final AgreedMonths NONE = new AgreedMonths(List.of(), null);

  static AgreedMonths of(Lot lot, long quantityKg, LocalDate from, LocalDate to) {
    return of(lot.months(), lot.quantityKg(), quantityKg, from, to);
  }

  static AgreedMonths of(
      List<MonthQuantity> offered, long offeredKg, long quantityKg, LocalDate from, LocalDate to) {
    List<MonthQuantity> within =
        offered.stream()
            .filter(each ->
                !each.calendarMonth().isBefore(YearMonth.from(from))
                    && !each.calendarMonth().isAfter(YearMonth.from(to)))
            .toList();
    if (quantityKg == offeredKg && !within.isEmpty() && within.size() == offered.size()) {
      return new AgreedMonths(within, AgreementContent.MonthsBasis.LOT);
    }
    SequencedMap<String, Long> weights = new LinkedHashMap<>();
    within.forEach(each -> weights.put(each.month(), each.quantityKg()));
    if (weights.values().stream().allMatch(kg -> kg == 0)) {
      return NONE;
    }
    return new AgreedMonths(
        LargestRemainder.split(quantityKg, weights).entrySet().stream()
            .map(each -> new MonthQuantity(each.getKey(), each.getValue()))
            .toList(),
        AgreementContent.MonthsBasis.PRO_RATA);
  }
}
