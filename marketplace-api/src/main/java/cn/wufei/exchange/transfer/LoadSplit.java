package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.LargestRemainder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Divides what arrived over the generation years of what left. The destination's net weight is
/// divided in proportion to the origin's years, what was accepted in proportion to that; what was
/// returned and the difference between the scales follow, so each year balances by itself: origin +
/// difference = accepted + returned.
record LoadSplit(SequencedMap<Integer, Part> years) {

  static LoadSplit of(
      SequencedMap<Integer, Long> originKg, long destinationNetKg, long acceptedKg) {
    SequencedMap<Integer, Long> arrived = LargestRemainder.split(destinationNetKg, originKg);
    SequencedMap<Integer, Long> accepted = LargestRemainder.split(acceptedKg, arrived);
    SequencedMap<Integer, Part> years = new LinkedHashMap<>();
    for (Map.Entry<Integer, Long> year : originKg.entrySet()) {
      long arrivedKg = arrived.getOrDefault(year.getKey(), 0L);
      long acceptedOfYearKg = accepted.getOrDefault(year.getKey(), 0L);
      years.put(
          year.getKey(),
          new Part(acceptedOfYearKg, arrivedKg - acceptedOfYearKg, arrivedKg - year.getValue()));
    }
    return new LoadSplit(years);
  }

  /// A load that goes back as a whole, as it was weighed at the origin.
  static LoadSplit ofReturned(SequencedMap<Integer, Long> originKg) {
    SequencedMap<Integer, Part> years = new LinkedHashMap<>();
    originKg.forEach((year, kg) -> years.put(year, new Part(0, kg, 0)));
    return new LoadSplit(years);
  }

  /// @param differenceKg arrived less origin; negative when something was lost
  record Part(long acceptedKg, long returnedKg, long differenceKg) {}
}
