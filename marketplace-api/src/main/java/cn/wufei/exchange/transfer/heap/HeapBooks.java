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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

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
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    return heldAt(heap, month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth());
  }

  /// What each origin has in the heap at the end of a day, at most what it has there now: a receipt
  /// that was corrected with a later date, since somebody had closed its month, is not used up.
  SequencedMap<OriginYear, Long> heldAt(HeapKey heap, LocalDate end) {
    Map<OriginYear, Long> now = new HashMap<>();
    balances
        .ofHeaps(heap.owner(), heap.site(), heap.material())
        .forEach(part -> now.put(originOf(part), part.kg()));
    SequencedMap<OriginYear, Long> held = new LinkedHashMap<>();
    balances
        .ofHeapsAt(heap.owner(), heap.site(), heap.material(), end)
        .forEach(part ->
            held.put(originOf(part), Math.min(part.kg(), now.getOrDefault(originOf(part), 0L))));
    return held;
  }

  private static OriginYear originOf(Balances.HeapBalance part) {
    return new OriginYear(part.stream(), part.generationYear());
  }
}
