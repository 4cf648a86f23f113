package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.LargestRemainder;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// From which origins a consumption is taken. It is taken in proportion to what each has, and never
/// more than it has; what goes beyond the heap has no origin and is shown as such.
record Allocation(SequencedMap<OriginYear, Long> parts, long beyondHeapKg) {

  /// @param heldKg what each origin has in the heap, in a fixed order; negative counts as nothing
  static Allocation proRata(long consumedKg, SequencedMap<OriginYear, Long> heldKg) {
    SequencedMap<OriginYear, Long> weights = new LinkedHashMap<>();
    heldKg.forEach((origin, kg) -> weights.put(origin, Math.max(0, kg)));
    long inHeapKg = weights.values().stream().mapToLong(Long::longValue).sum();
    long takenKg = Math.min(consumedKg, inHeapKg);
    SequencedMap<OriginYear, Long> parts = new LinkedHashMap<>();
    LargestRemainder.split(takenKg, weights)
        .forEach((origin, kg) -> {
          if (kg > 0) {
            parts.put(origin, kg);
          }
        });
    return new Allocation(parts, consumedKg - takenKg);
  }
}
