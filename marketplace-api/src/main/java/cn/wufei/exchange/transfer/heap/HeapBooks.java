package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.transfer.heap.UseReportRow.Book;
import cn.wufei.exchange.transfer.heap.UseReportRow.HeapKey;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Reads a heap's month from the ledger, by when things happened; but what was used, beyond the
/// heap or not, belongs to the month whose report says so, also where a closed month had it
/// corrected with a later date. So one month's closing is the next one's opening.
@Singleton
@Connectable
class HeapBooks {

  private final Balances balances;
  private final UseReportStore reports;
  private final Clock clock;

  HeapBooks(Balances balances, UseReportStore reports, Clock clock) {
    this.balances = balances;
    this.reports = reports;
    this.clock = clock;
  }

  Book of(HeapKey heap, YearMonth month) {
    LocalDate first = month.atDay(1);
    long heldKg =
        balances.ofHeapsAt(heap.owner(), heap.site(), heap.material(), first.minusDays(1)).stream()
            .mapToLong(Balances.HeapBalance::kg)
            .sum();
    long correctedLaterKg = balances.usedFromHeap(reports.idsBefore(heap, month), first);
    UseReportRow report = reports.find(heap, month);
    return new Book(
        heldKg - correctedLaterKg - reports.beyondHeapKg(heap, month),
        balances.receivedInHeap(
            heap.owner(), heap.site(), heap.material(), first, month.atEndOfMonth()),
        report == null ? 0 : report.book().consumedKg());
  }

  /// What each origin has in the heap at the end of the month, or today while it still runs.
  SequencedMap<OriginYear, Long> heldAtEnd(HeapKey heap, YearMonth month) {
    return heldAt(heap, lastDayOf(month));
  }

  /// What each origin has in the heap at the end of a day, at most what it has there now: a receipt
  /// that was corrected with a later date, since somebody had closed its month, is not used up.
  SequencedMap<OriginYear, Long> heldAt(HeapKey heap, LocalDate end) {
    SequencedMap<OriginYear, Long> held = new LinkedHashMap<>();
    heldAt(heap.owner(), heap.site(), heap.material(), end)
        .forEach(part -> held.put(originOf(part), part.kg()));
    return held;
  }

  /// What an organisation's heaps held at the end of the month, those that held anything: the sum
  /// of [#heldAtEnd] of each, read at once.
  Map<HeapKey, Long> allHeldAtEnd(Id owner, YearMonth month) {
    Map<HeapKey, Long> held = new LinkedHashMap<>();
    heldAt(owner, null, null, lastDayOf(month))
        .forEach(part ->
            held.merge(new HeapKey(owner, part.site(), part.material()), part.kg(), Long::sum));
    held.values().removeIf(kg -> kg <= 0);
    return held;
  }

  private List<Balances.HeapBalance> heldAt(
      Id owner, @Nullable Id site, @Nullable String material, LocalDate end) {
    Map<Part, Long> now = new HashMap<>();
    balances.ofHeaps(owner, site, material).forEach(part -> now.put(Part.of(part), part.kg()));
    return balances.ofHeapsAt(owner, site, material, end).stream()
        .map(part -> part.holding(Math.min(part.kg(), now.getOrDefault(Part.of(part), 0L))))
        .toList();
  }

  private LocalDate lastDayOf(YearMonth month) {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    return month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
  }

  private static OriginYear originOf(Balances.HeapBalance part) {
    return new OriginYear(part.stream(), part.generationYear());
  }

  /// Of which heap and origin a balance is.
  private record Part(Id site, String material, OriginYear origin) {

    static Part of(Balances.HeapBalance balance) {
      return new Part(balance.site(), balance.material(), originOf(balance));
    }
  }
}
