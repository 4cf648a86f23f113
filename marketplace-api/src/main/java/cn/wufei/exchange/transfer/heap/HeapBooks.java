package cn.wufei.exchange.transfer.heap;

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
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Reads a heap's month from the ledger, by when things happened. Consumption beyond the heap is
/// part of it, so that one month's closing is the next one's opening.
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
    Balances.HeapFlow flow =
        balances.heapFlow(heap.owner(), heap.site(), heap.material(), first, month.atEndOfMonth());
    return new Book(
        heldKg - reports.beyondHeapKg(heap, null, month),
        flow.receivedKg(),
        flow.consumedKg() + reports.beyondHeapKg(heap, month, month.plusMonths(1)));
  }

  /// What each origin has in the heap at the end of the month, or today while it still runs.
  SequencedMap<OriginYear, Long> heldAtEnd(HeapKey heap, YearMonth month) {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    return heldAt(heap, month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth());
  }

  /// What each origin has in the heap at the end of a day.
  SequencedMap<OriginYear, Long> heldAt(HeapKey heap, LocalDate end) {
    SequencedMap<OriginYear, Long> held = new LinkedHashMap<>();
    balances
        .ofHeapsAt(heap.owner(), heap.site(), heap.material(), end)
        .forEach(part ->
            held.merge(new OriginYear(part.stream(), part.generationYear()), part.kg(), Long::sum));
    return held;
  }
}
