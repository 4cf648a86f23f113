package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Refusal;
import cn.wufei.exchange.testing.TestExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What many callers of two instances were told, held against one history: the order of the
/// postings must explain every answer, as if the callers had come one after another. So no update
/// is lost, nobody is told of a posting that is not there, who comes after an answer sees what it
/// said, and nobody is refused for what was not so while it waited.
///
/// `-Dwufei.test.seed=N` asks the same again; how the callers meet is chance.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcurrentHistoryIT {

  private static final int CALLERS = 12;
  private static final int CALLS = 40;
  private static final Instant THEN = Instant.parse("2025-06-30T04:00:00Z");

  private final Id owner = Id.next();
  private final Id lot = Id.next();

  static List<Long> seeds() {
    Long given = Long.getLong("wufei.test.seed");
    return given == null ? List.of(1L, System.nanoTime()) : List.of(given);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void one_order_of_the_postings_explains_every_answer(long seed) throws Exception {
    List<Call> calls = new ArrayList<>();
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Desk> desks = List.of(new Desk(TestExchange.get()), new Desk(other));
      List<Future<List<Call>>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        Desk desk = desks.get(i % 2);
        RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 31L * i);
        int caller = i;
        callers.add(threads.submit(() -> ask(desk, caller, random)));
      }
      for (Future<List<Call>> caller : callers) {
        calls.addAll(caller.get());
      }
    }

    assertThat(calls.stream().filter(call -> !call.isDone())).as("refused").isNotEmpty();
    Map<String, Long> places = places();
    assertThat(places.keySet())
        .as("seed %d: what was told as posted is posted, and nothing else", seed)
        .containsExactlyInAnyOrderElementsOf(
            calls.stream().filter(Call::isDone).map(Call::reference).distinct().toList());
    calls.stream()
        .filter(Call::isDone)
        .collect(Collectors.groupingBy(Call::reference))
        .forEach((reference, told) ->
            assertThat(told.stream().map(Call::transfer).distinct())
                .as("seed %d: %s is one transfer", seed, reference)
                .hasSize(1));
    assertRealTime(seed, calls, places);
    assertRefusals(seed, calls, places);
    LedgerChecks.assertSound();
  }

  private List<Call> ask(Desk desk, int caller, RandomGenerator random) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      boolean again = i > 0 && random.nextInt(8) == 0;
      TransferDraft draft = again ? calls.getLast().draft() : draft(caller, i, random);
      long calledAt = System.nanoTime();
      Outcome<Transfer> outcome = desk.post(draft, random.nextBoolean());
      calls.add(new Call(draft, calledAt, System.nanoTime(), outcome));
    }
    return calls;
  }

  /// Brings some kilograms in, or takes some out of an account that may not fall below zero.
  private TransferDraft draft(int caller, int number, RandomGenerator random) {
    boolean in = random.nextInt(3) == 0;
    AccountKey issued = AccountKey.commitment(AccountKind.ISSUED, owner, lot);
    AccountKey available = AccountKey.commitment(AccountKind.AVAILABLE, owner, lot);
    AccountKey released = AccountKey.commitment(AccountKind.RELEASED, owner, lot);
    return new TransferDraft(
        in ? TransferKind.LOT_PUBLISHED : TransferKind.LOT_RELEASED,
        "history-" + lot + "-" + caller + "-" + number,
        owner,
        lot,
        THEN,
        List.of(
            in
                ? new Move(issued, available, 1 + random.nextInt(60))
                : new Move(available, released, 1 + random.nextInt(60))));
  }

  /// The number of its posting, by reference.
  private Map<String, Long> places() {
    Map<String, Long> places = new HashMap<>();
    LedgerChecks.texts(
            "select concat(p.id, ' ', t.reference) from ledger_posting p join ledger_transfer t on"
                + " t.id = p.transfer_id where t.subject_id = "
                + lot.value())
        .forEach(row -> {
          String[] parts = row.split(" ", 2);
          places.put(parts[1], Long.valueOf(parts[0]));
        });
    return places;
  }

  /// Who was answered before another one called comes before it.
  private static void assertRealTime(long seed, List<Call> calls, Map<String, Long> places) {
    for (Call earlier : calls) {
      for (Call later : calls) {
        boolean apart = earlier.isDone() && later.isDone() && earlier.answeredAt < later.calledAt;
        if (apart && !earlier.reference().equals(later.reference())) {
          long place = place(places, later);
          // What is said again keeps the place of the first time.
          boolean first = calls.stream().noneMatch(call -> call.isSaidBefore(later));
          assertThat(!first || place(places, earlier) < place)
              .as("seed %d: %s before %s", seed, earlier.reference(), later.reference())
              .isTrue();
        }
      }
    }
  }

  /// Who was refused asked for more than there was at some moment between its call and its answer.
  private static void assertRefusals(long seed, List<Call> calls, Map<String, Long> places) {
    Map<Long, Long> changes = new TreeMap<>();
    calls.stream()
        .filter(Call::isDone)
        .forEach(call -> changes.put(place(places, call), call.change()));
    for (Call refused : calls.stream().filter(call -> !call.isDone()).toList()) {
      assertThat(refused.refusal()).as("seed %d", seed).isEqualTo(LedgerRefusal.ACCOUNT_SHORT);
      assertThat(calls)
          .as("seed %d: %s was done before", seed, refused.reference())
          .noneMatch(call -> call.isSaidBefore(refused));
      long from =
          calls.stream()
              .filter(call -> call.isDone() && call.answeredAt < refused.calledAt)
              .mapToLong(call -> place(places, call))
              .max()
              .orElse(0);
      long before =
          calls.stream()
              .filter(call -> call.isDone() && call.calledAt > refused.answeredAt)
              .filter(call -> calls.stream().noneMatch(other -> other.isSaidBefore(call)))
              .mapToLong(call -> place(places, call))
              .min()
              .orElse(Long.MAX_VALUE);
      assertThat(isShort(changes, from, before, -refused.change()))
          .as("seed %d: %s was refused although there was enough", seed, refused.reference())
          .isTrue();
    }
  }

  private static boolean isShort(Map<Long, Long> changes, long from, long before, long kg) {
    long held = 0;
    boolean wasShort = from == 0;
    for (Map.Entry<Long, Long> change : changes.entrySet()) {
      if (change.getKey() >= before) {
        break;
      }
      held += change.getValue();
      wasShort |= change.getKey() >= from && held < kg;
    }
    return wasShort;
  }

  private static long place(Map<String, Long> places, Call call) {
    return Objects.requireNonNull(places.get(call.reference()));
  }

  /// One instance, with both ways to post.
  private static final class Desk {

    private final Journal journal;
    private final BlockCommitter blocks;
    private final Together<TransferDraft, Transfer> together;

    Desk(TestExchange exchange) {
      this.journal = exchange.bean(Journal.class);
      this.blocks = exchange.bean(BlockCommitter.class);
      this.together = journal::postAll;
    }

    Outcome<Transfer> post(TransferDraft draft, boolean alone) {
      return alone ? blocks.commit(() -> journal.post(draft)) : blocks.commit(together, draft);
    }
  }

  private record Call(
      TransferDraft draft, long calledAt, long answeredAt, Outcome<Transfer> outcome) {

    boolean isDone() {
      return outcome instanceof Outcome.Done<Transfer>;
    }

    String reference() {
      return draft.reference();
    }

    Id transfer() {
      return ((Outcome.Done<Transfer>) outcome).value().id();
    }

    Refusal refusal() {
      return ((Outcome.Refused<Transfer>) outcome).refusal();
    }

    boolean isSaidBefore(Call later) {
      return isDone() && reference().equals(later.reference()) && answeredAt < later.calledAt;
    }

    /// What it does to the account that is limited.
    long change() {
      Move move = draft.moves().getFirst();
      return move.to().kind() == AccountKind.AVAILABLE ? move.amount() : -move.amount();
    }
  }
}
