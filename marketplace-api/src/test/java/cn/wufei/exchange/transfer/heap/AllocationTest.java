package cn.wufei.exchange.transfer.heap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AllocationTest {

  private static final OriginYear OLD = new OriginYear(Id.of(1), 2025);
  private static final OriginYear NEW = new OriginYear(Id.of(1), 2026);
  private static final OriginYear OTHER = new OriginYear(Id.of(2), 2026);

  @Test
  void consumption_is_taken_in_proportion_to_what_each_origin_has() {
    Allocation allocation = Allocation.proRata(20_000, heap(29_062, 1_938, 0));

    assertThat(allocation.parts()).isEqualTo(Map.of(OLD, 18_750L, NEW, 1_250L));
    assertThat(allocation.beyondHeapKg()).isZero();
  }

  @Test
  void what_goes_beyond_the_heap_has_no_origin() {
    Allocation allocation = Allocation.proRata(12_000, heap(5_000, 3_000, 2_000));

    assertThat(allocation.parts()).isEqualTo(Map.of(OLD, 5_000L, NEW, 3_000L, OTHER, 2_000L));
    assertThat(allocation.beyondHeapKg()).isEqualTo(2_000);
  }

  @Test
  void an_empty_heap_gives_nothing() {
    assertThat(Allocation.proRata(500, heap(0, 0, 0)))
        .isEqualTo(new Allocation(new LinkedHashMap<>(), 500));
    assertThat(Allocation.proRata(0, heap(10, 0, 0)))
        .isEqualTo(new Allocation(new LinkedHashMap<>(), 0));
  }

  @Test
  void an_overdrawn_origin_counts_as_empty() {
    Allocation allocation = Allocation.proRata(3_000, heap(-500, 2_000, 2_000));

    assertThat(allocation.parts()).isEqualTo(Map.of(NEW, 1_500L, OTHER, 1_500L));
  }

  @Test
  void a_finished_month_is_posted_at_its_end_and_a_running_one_now() {
    Instant now = Instant.parse("2026-03-15T02:00:00Z");

    assertThat(ReportUse.occurredAt(YearMonth.of(2026, 2), now))
        .isEqualTo(Instant.parse("2026-02-28T15:59:59.999999Z"));
    assertThat(ReportUse.occurredAt(YearMonth.of(2026, 3), now)).isEqualTo(now);
  }

  private static SequencedMap<OriginYear, Long> heap(long old, long current, long other) {
    SequencedMap<OriginYear, Long> heap = new LinkedHashMap<>();
    heap.put(OLD, old);
    heap.put(NEW, current);
    heap.put(OTHER, other);
    return heap;
  }
}
