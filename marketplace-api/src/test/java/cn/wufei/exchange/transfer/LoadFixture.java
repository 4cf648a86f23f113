package cn.wufei.exchange.transfer;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A load from stream 3 of organisation 1 to organisation 2, dispatched on 1 March 2026.
final class LoadFixture {

  static final Instant DISPATCHED_AT = Instant.parse("2026-03-01T02:00:00Z");

  private LoadFixture() {}

  static LoadRow inTransit(long netKg, long beyondStockKg) {
    return new LoadRow(
        Id.of(100),
        "L2026-000001",
        1,
        LoadStatus.IN_TRANSIT,
        new LoadRow.Route(
            Id.of(50),
            "A2026-000001",
            Id.of(3),
            "fly-ash",
            Id.of(1),
            Id.of(2),
            Id.of(11),
            Id.of(12)),
        new LoadRow.Truck("鲁A12345", null, null),
        Weighing.of("T-1", netKg + 15_000, 15_000, DISPATCHED_AT),
        beyondStockKg,
        0,
        0,
        null,
        null);
  }

  static SequencedMap<Integer, Long> years(long of2025, long of2026) {
    SequencedMap<Integer, Long> years = new LinkedHashMap<>();
    years.put(2025, of2025);
    years.put(2026, of2026);
    return years;
  }
}
