package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.YearMonth;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A use report as it is stored.
record UseReportRow(
    Id id,
    HeapKey heap,
    YearMonth month,
    Book book,
    @Nullable Long declaredClosingKg,
    String use,
    AllocationRule rule,
    Allocation allocation,
    @Nullable String note,
    Instant reportedAt) {

  /// One receiver's heap of one material.
  record HeapKey(Id owner, Id site, String material) {}

  /// What the ledger said when the report was made.
  record Book(long openingKg, long receivedKg, long consumedKg) {

    long closingKg() {
      return openingKg + receivedKg - consumedKg;
    }
  }

  /// The same month, told otherwise.
  UseReportRow saying(Book told, @Nullable Long declaredKg, Allocation allocated) {
    return new UseReportRow(
        id, heap, month, told, declaredKg, use, rule, allocated, note, reportedAt);
  }

  SequencedMap<OriginYear, Long> parts() {
    return allocation.parts();
  }
}
