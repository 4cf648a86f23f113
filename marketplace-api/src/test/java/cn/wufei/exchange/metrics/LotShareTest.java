package cn.wufei.exchange.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Two lots of one stream in one heap: load 1 was sold under lot 100, load 2 under lot 200.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LotShareTest {

  private static final Id LOT = Id.of(100);
  private static final Id OTHER = Id.of(200);
  private static final Map<Id, Id> LOT_OF_LOAD = Map.of(Id.of(1), LOT, Id.of(2), OTHER);

  @Test
  void what_is_used_is_shared_by_what_each_lot_has_there() {
    List<StoryPosting> postings =
        List.of(arrival(1, 1, 10, 300), arrival(2, 2, 20, 100), use(3, 31, 200));

    assertThat(kilograms(LOT, postings)).containsExactly(150L);
    assertThat(kilograms(OTHER, postings)).containsExactly(50L);
  }

  @Test
  void the_shares_of_all_lots_are_what_was_used() {
    List<StoryPosting> postings =
        List.of(
            arrival(1, 1, 10, 7),
            arrival(2, 2, 20, 6),
            use(3, 31, 5),
            use(4, 31, 4),
            use(5, 31, 4));

    assertThat(sum(LOT, postings)).isEqualTo(7);
    assertThat(sum(OTHER, postings)).isEqualTo(6);
  }

  @Test
  void what_arrived_after_the_month_was_not_there_to_be_used() {
    List<StoryPosting> postings =
        List.of(arrival(1, 1, 10, 100), arrival(2, 2, 45, 900), use(3, 31, 40));

    assertThat(kilograms(LOT, postings)).containsExactly(40L);
    assertThat(kilograms(OTHER, postings)).isEmpty();
  }

  @Test
  void a_use_that_is_taken_back_is_given_back_to_those_whose_it_was() {
    StoryPosting used = use(3, 31, 200);
    StoryPosting back = back(4, used);
    List<StoryPosting> postings =
        List.of(arrival(1, 1, 10, 300), arrival(2, 2, 20, 100), used, back, use(5, 31, 400));

    assertThat(kilograms(LOT, postings)).containsExactly(150L, -150L, 300L);
  }

  @Test
  void a_receipt_that_is_taken_back_has_no_share_of_what_is_used_after() {
    StoryPosting received = arrival(1, 1, 10, 300);
    List<StoryPosting> postings =
        List.of(received, arrival(2, 2, 20, 100), back(3, received), use(4, 31, 100));

    assertThat(kilograms(LOT, postings)).isEmpty();
    assertThat(kilograms(OTHER, postings)).containsExactly(100L);
  }

  @Test
  void a_receipt_that_is_corrected_after_use_lacks_what_had_been_used_of_it() {
    StoryPosting received = arrival(1, 1, 10, 300);
    List<StoryPosting> postings =
        List.of(
            received,
            arrival(2, 2, 20, 100),
            use(3, 31, 200),
            back(4, received),
            arrival(5, 1, 10, 250),
            use(6, 31, 150));

    assertThat(kilograms(LOT, postings)).containsExactly(150L, 100L);
    assertThat(kilograms(OTHER, postings)).containsExactly(50L, 50L);
  }

  private static StoryPosting back(long number, StoryPosting taken) {
    return new StoryPosting(
        number,
        Id.of(number),
        taken.subjectId(),
        taken.occurredOn(),
        taken.recordedAt(),
        true,
        taken.amount(),
        taken.to(),
        taken.from());
  }

  private static List<Long> kilograms(Id lot, List<StoryPosting> postings) {
    return LotShare.of(lot, LOT_OF_LOAD, postings).stream().map(LotShare.Used::kg).toList();
  }

  private static long sum(Id lot, List<StoryPosting> postings) {
    return kilograms(lot, postings).stream().mapToLong(Long::longValue).sum();
  }

  private static StoryPosting arrival(long number, long load, int day, long kg) {
    return posting(number, load, day, kg, AccountKind.IN_TRANSIT, AccountKind.HEAP);
  }

  private static StoryPosting use(long number, int day, long kg) {
    return posting(number, 50 + number, day, kg, AccountKind.HEAP, AccountKind.USED);
  }

  private static StoryPosting posting(
      long number, long subject, int day, long kg, AccountKind from, AccountKind to) {
    return new StoryPosting(
        number,
        Id.of(number),
        Id.of(subject),
        LocalDate.of(2026, 1, 1).plusDays(day - 1),
        Instant.EPOCH,
        false,
        kg,
        side(from),
        side(to));
  }

  private static StoryPosting.Side side(AccountKind kind) {
    return new StoryPosting.Side(Id.of(kind == AccountKind.HEAP ? 1 : 2), kind, Id.of(9), 2026);
  }
}
