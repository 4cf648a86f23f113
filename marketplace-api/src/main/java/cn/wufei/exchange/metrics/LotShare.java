package cn.wufei.exchange.metrics;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LargestRemainder;
import cn.wufei.exchange.ledger.AccountKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How much of what a receiver used of a stream came out of one lot. The ledger keeps the tonnes of
/// a stream and year in one heap, whatever lot they were sold under; within it the rule of the use
/// reports is applied once more: what was used is taken in proportion to what each lot had there.
final class LotShare {

  private final Id lot;
  private final Map<Id, Id> lotOfLoad;
  private final Map<Id, List<Arrival>> heaps = new HashMap<>();
  private final Map<UseKey, SequencedMap<Arrival, Long>> taken = new HashMap<>();
  private final List<Used> used = new ArrayList<>();

  private LotShare(Id lot, Map<Id, Id> lotOfLoad) {
    this.lot = lot;
    this.lotOfLoad = lotOfLoad;
  }

  /// @param lotOfLoad the lot that a load was sold under
  /// @param postings of the heaps of one stream, in the order of their numbers
  static List<Used> of(Id lot, Map<Id, Id> lotOfLoad, List<StoryPosting> postings) {
    LotShare share = new LotShare(lot, lotOfLoad);
    postings.forEach(share::add);
    return List.copyOf(share.used);
  }

  private void add(StoryPosting posting) {
    boolean comesIn = posting.to().kind() == AccountKind.HEAP;
    StoryPosting.Side heap = comesIn ? posting.to() : posting.from();
    StoryPosting.Side across = comesIn ? posting.from() : posting.to();
    List<Arrival> arrivals = heaps.computeIfAbsent(heap.accountId(), _ -> new ArrayList<>());
    if (across.kind() != AccountKind.USED) {
      if (comesIn) {
        arrive(posting, arrivals);
      } else {
        takeBack(posting, arrivals);
      }
    } else if (comesIn) {
      putBack(posting, heap.accountId());
    } else {
      take(posting, heap.accountId(), arrivals);
    }
  }

  /// A load that was received anew after its receipt was taken back lacks what had been used of it.
  private void arrive(StoryPosting receipt, List<Arrival> arrivals) {
    long lackingKg = 0;
    for (Arrival earlier : arrivals) {
      if (earlier.isOf(receipt.subjectId()) && earlier.left < 0) {
        lackingKg += earlier.left;
        earlier.left = 0;
      }
    }
    arrivals.add(
        new Arrival(lotOfLoad.get(receipt.subjectId()), receipt, receipt.amount() + lackingKg));
  }

  /// A receipt that is taken back leaves the heap with the tonnes of its own load, the last first.
  private static void takeBack(StoryPosting reversal, List<Arrival> arrivals) {
    long restKg = reversal.amount();
    @Nullable Arrival last = null;
    for (Arrival earlier : arrivals.reversed()) {
      if (earlier.isOf(reversal.subjectId())) {
        last = last == null ? earlier : last;
        long part = Math.clamp(earlier.left, 0, restKg);
        earlier.left -= part;
        restKg -= part;
      }
    }
    if (last != null) {
      last.left -= restKg;
    }
  }

  /// What had not arrived by the day of the use was not there to be used.
  private void take(StoryPosting use, Id heap, List<Arrival> arrivals) {
    SequencedMap<Arrival, Long> there = new LinkedHashMap<>();
    arrivals.stream()
        .filter(arrival -> !arrival.posting.occurredOn().isAfter(use.occurredOn()))
        .filter(arrival -> arrival.left > 0)
        .forEach(arrival -> there.put(arrival, arrival.left));
    long inHeap = there.values().stream().mapToLong(Long::longValue).sum();
    SequencedMap<Arrival, Long> parts =
        LargestRemainder.split(Math.min(use.amount(), inHeap), there);
    parts.forEach((arrival, kg) -> arrival.left -= kg);
    taken.put(new UseKey(use.subjectId(), heap), parts);
    note(use, parts, 1);
  }

  private void putBack(StoryPosting reversal, Id heap) {
    SequencedMap<Arrival, Long> earlier =
        taken.getOrDefault(new UseKey(reversal.subjectId(), heap), new LinkedHashMap<>());
    long sum = earlier.values().stream().mapToLong(Long::longValue).sum();
    SequencedMap<Arrival, Long> parts =
        LargestRemainder.split(Math.min(reversal.amount(), sum), earlier);
    parts.forEach((arrival, kg) -> arrival.left += kg);
    note(reversal, parts, -1);
  }

  private void note(StoryPosting use, SequencedMap<Arrival, Long> parts, int sign) {
    long kg =
        parts.entrySet().stream()
            .filter(part -> lot.equals(part.getKey().lot))
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (kg > 0) {
      used.add(new Used(use, sign * kg));
    }
  }

  /// A posting of use and how much of it was the lot's.
  record Used(StoryPosting posting, long kg) {}

  private record UseKey(Id report, Id heap) {}

  private static final class Arrival {

    private final @Nullable Id lot;
    private final StoryPosting posting;
    private long left;

    Arrival(@Nullable Id lot, StoryPosting posting, long kg) {
      this.lot = lot;
      this.posting = posting;
      this.left = kg;
    }

    boolean isOf(Id load) {
      return posting.subjectId().equals(load);
    }
  }
}
