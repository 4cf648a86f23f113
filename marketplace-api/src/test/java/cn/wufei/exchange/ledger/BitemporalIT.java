package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.day.DayTotals;
import cn.wufei.exchange.testing.TestExchange;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.transaction.SynchronousTransactionManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both times of the ledger over weeks: blocks that were recorded on several days, at both sides of
/// a midnight in China, about days in another order. They are recorded by the ledger itself, whose
/// clock is set back.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BitemporalIT {

  private static final List<Fact> FACTS =
      List.of(
          fact("2025-03-01T02:00:00Z", "2025-02-20", 9_000),
          fact("2025-03-05T03:00:00Z", "2025-01-15", 4_000),
          fact("2025-03-05T15:59:59.999999Z", "2025-03-05", -2_500),
          fact("2025-03-05T16:00:00Z", "2025-03-05", 700),
          fact("2025-03-06T20:00:00Z", "2025-02-21", -1_000),
          fact("2025-04-01T01:00:00Z", "2025-01-15", -4_000));

  private final AccountKey.Origin origin =
      new AccountKey.Origin(Id.next(), Id.next(), Id.next(), "fly-ash");
  private final PastClock clock = new PastClock();

  @Test
  void what_was_held_on_a_day_and_what_was_known_of_it_at_a_moment_differ_as_they_must(
      @TempDir Path folder) throws SQLException, InterruptedException {
    try (OwnDatabase database = OwnDatabase.migrated(folder);
        TestExchange exchange = TestExchange.get().anotherInstance(database.settings())) {
      BlockCommitter blocks = blocks(exchange);
      FACTS.subList(0, 3).forEach(fact -> record(exchange, blocks, fact));
      DayTotals.bringForward(exchange);
      FACTS.subList(3, FACTS.size()).forEach(fact -> record(exchange, blocks, fact));
      blocks.stop();
      Id onHand = onHand(database);
      BalanceHistory history = exchange.bean(BalanceHistory.class);

      assertToldOf(history, onHand);
      assertEverywhere(history, onHand);
      DayTotals.bringForward(exchange);
      assertToldOf(history, onHand);
      assertEverywhere(history, onHand);
      database.run("delete from ledger_day", "update ledger_day_head set last_posting = 0");
      assertEverywhere(history, onHand);
      assertThat(exchange.bean(Balances.class).netOfStreamAt(origin.stream(), day("2025-02-20")))
          .isEqualTo(9_000);
      database.assertVerified();
    }
  }

  /// Each fact has a weight of its own, so a sum says which of them it counts.
  @Test
  void however_late_things_are_recorded_a_day_counts_what_happened_until_its_end(
      @TempDir Path folder) throws SQLException, InterruptedException {
    List<Fact> facts = new ArrayList<>();
    Instant at = Instant.parse("2025-06-10T02:00:00Z");
    for (int late : new int[] {700, 0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 2_048, 255, 256}) {
      facts.add(new Fact(at, LocalCalendar.dayOf(at).minusDays(late), 1L << facts.size()));
      at = at.plus(1, ChronoUnit.DAYS);
    }
    try (OwnDatabase database = OwnDatabase.migrated(folder);
        TestExchange exchange = TestExchange.get().anotherInstance(database.settings())) {
      BlockCommitter blocks = blocks(exchange);
      facts.forEach(fact -> record(exchange, blocks, fact));
      blocks.stop();
      Id onHand = onHand(database);
      BalanceHistory history = exchange.bean(BalanceHistory.class);

      DayTotals.bringForward(exchange);
      assertEveryDay(history, onHand, facts);
      database.run("delete from ledger_day", "update ledger_day_head set last_posting = 0");
      assertEveryDay(history, onHand, facts);
    }
  }

  private static void assertEveryDay(BalanceHistory history, Id account, List<Fact> facts) {
    Instant half = facts.get(facts.size() / 2).recordedAt();
    for (Fact fact : facts) {
      LocalDate recordedOn = LocalCalendar.dayOf(fact.recordedAt());
      for (LocalDate day :
          List.of(fact.occurredOn().minusDays(1), fact.occurredOn(), recordedOn.minusDays(1))) {
        Predicate<Fact> happened = other -> !other.occurredOn().isAfter(day);
        Predicate<Fact> known = other -> !other.recordedAt().isAfter(half);
        assertThat(history.on(account, day)).as("on " + day).isEqualTo(sum(facts, happened));
        assertThat(history.on(account, day, half))
            .as("on " + day + " as of " + half)
            .isEqualTo(sum(facts, happened.and(known)));
        assertThat(history.course(account, day.plusDays(1), day.plusDays(9)).opening())
            .isEqualTo(sum(facts, happened));
      }
    }
  }

  private static Id onHand(OwnDatabase database) throws SQLException {
    return Id.of(
        Long.parseLong(
            database.texts("select id from ledger_account where kind = 'on-hand'").getFirst()));
  }

  private static void assertToldOf(BalanceHistory history, Id account) {
    Instant first = FACTS.getFirst().recordedAt();
    Instant second = FACTS.get(1).recordedAt();
    Instant beforeMidnight = FACTS.get(2).recordedAt();
    Instant midnight = FACTS.get(3).recordedAt();
    assertThat(history.at(account, first.minus(1, ChronoUnit.MICROS))).isZero();
    assertThat(history.at(account, first)).isEqualTo(9_000);
    assertThat(history.at(account, beforeMidnight)).isEqualTo(10_500);
    assertThat(history.at(account, midnight)).isEqualTo(11_200);
    assertThat(history.at(account, Instant.now())).isEqualTo(6_200);

    assertThat(history.on(account, day("2025-01-31"), first)).isZero();
    assertThat(history.on(account, day("2025-01-31"), second)).isEqualTo(4_000);
    assertThat(history.on(account, day("2025-01-31"))).isZero();
    assertThat(history.on(account, day("2025-02-21"), midnight)).isEqualTo(13_000);
    assertThat(history.on(account, day("2025-02-21"))).isEqualTo(8_000);
    assertThat(history.on(account, day("2025-03-05"), beforeMidnight)).isEqualTo(10_500);
    assertThat(history.on(account, day("2025-03-05"), midnight)).isEqualTo(11_200);
    assertThat(history.on(account, day("2025-03-05"))).isEqualTo(6_200);
  }

  /// At, just before and a day after each moment, on and before each day, and of all of them
  /// together, held against the sum of the facts.
  private static void assertEverywhere(BalanceHistory history, Id account) {
    List<Instant> moments = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    for (Fact fact : FACTS) {
      moments.add(fact.recordedAt());
      moments.add(fact.recordedAt().minus(1, ChronoUnit.MICROS));
      moments.add(fact.recordedAt().plus(1, ChronoUnit.DAYS));
      days.add(fact.occurredOn());
      days.add(fact.occurredOn().minusDays(1));
    }
    for (Instant moment : moments) {
      Predicate<Fact> known = fact -> !fact.recordedAt().isAfter(moment);
      assertThat(history.at(account, moment)).as("as of " + moment).isEqualTo(sum(known));
      for (LocalDate day : days) {
        Predicate<Fact> happened = fact -> !fact.occurredOn().isAfter(day);
        assertThat(history.on(account, day)).as("on " + day).isEqualTo(sum(happened));
        assertThat(history.on(account, day, moment))
            .as("on " + day + " as of " + moment)
            .isEqualTo(sum(happened.and(known)));
      }
    }
  }

  private static long sum(Predicate<Fact> which) {
    return sum(FACTS, which);
  }

  private static long sum(List<Fact> facts, Predicate<Fact> which) {
    return facts.stream().filter(which).mapToLong(Fact::kg).sum();
  }

  private BlockCommitter blocks(TestExchange exchange) {
    @SuppressWarnings("unchecked")
    ConnectionOperations<Connection> connections = exchange.bean(ConnectionOperations.class);
    @SuppressWarnings("unchecked")
    SynchronousTransactionManager<Connection> transactions =
        exchange.bean(SynchronousTransactionManager.class);
    return new BlockCommitter(
        connections,
        transactions,
        new Recording(
            exchange.bean(BlockStore.class),
            exchange.bean(Accounts.class),
            exchange.bean(LedgerKey.class),
            clock),
        exchange.bean(LedgerSettings.class));
  }

  private void record(TestExchange exchange, BlockCommitter blocks, Fact fact) {
    clock.now = fact.recordedAt();
    Journal journal =
        new Journal(
            exchange.bean(LedgerStore.class),
            exchange.bean(Accounts.class),
            exchange.bean(Periods.class),
            exchange.bean(ReversalStore.class),
            clock);
    AccountKey onHand = AccountKey.stock(AccountKind.ON_HAND, origin, 2025);
    Move move =
        fact.kg() > 0
            ? new Move(AccountKey.stock(AccountKind.GENERATED, origin, 2025), onHand, fact.kg())
            : new Move(onHand, AccountKey.stock(AccountKind.OWN_USE, origin, 2025), -fact.kg());
    TransferDraft draft =
        TransferDraft.once(
            fact.kg() > 0 ? TransferKind.GENERATION : TransferKind.OWN_USE,
            origin.owner(),
            Id.next(),
            LocalCalendar.startOf(fact.occurredOn()),
            List.of(move));
    assertThat(blocks.commit(() -> journal.post(draft))).isInstanceOf(Outcome.Done.class);
  }

  private static Fact fact(String recordedAt, String occurredOn, long kg) {
    return new Fact(Instant.parse(recordedAt), day(occurredOn), kg);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /// @param kg what came on hand; negative when it left
  private record Fact(Instant recordedAt, LocalDate occurredOn, long kg) {}

  /// Says what it was told to say. The thread that records reads it after who set it has handed
  /// over its work.
  private static final class PastClock extends Clock {

    private volatile Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
