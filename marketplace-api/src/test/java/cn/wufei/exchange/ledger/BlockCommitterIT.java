package cn.wufei.exchange.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.testing.TestExchange;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What callers have of sharing a block, on the real database.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BlockCommitterIT {

  private static final Instant THEN = Instant.parse("2025-06-30T04:00:00Z");

  private final Journal journal = TestExchange.get().bean(Journal.class);
  private final Balances balances = TestExchange.get().bean(Balances.class);
  private final BlockCommitter blocks = TestExchange.get().bean(BlockCommitter.class);
  private final Id owner = Id.next();
  private final Id lot = Id.next();

  @Test
  void what_is_refused_or_fails_leaves_nothing_and_its_neighbours_go_on() throws Exception {
    List<Future<Outcome<Transfer>>> done = new ArrayList<>();
    List<Future<Outcome<Transfer>>> refused = new ArrayList<>();
    List<Future<Outcome<Transfer>>> failed = new ArrayList<>();
    try (Gate gate = new Gate()) {
      for (int i = 0; i < 12; i++) {
        int number = i;
        done.add(gate.submit(() -> blocks.commit(() -> journal.post(offer("good", number, 10)))));
        refused.add(
            gate.submit(() ->
                blocks.commit(() ->
                    journal
                        .post(offer("refused", number, 1_000))
                        .then(_ -> Outcome.refused(LedgerRefusal.ACCOUNT_CLOSED)))));
        failed.add(
            gate.submit(() ->
                blocks.commit(() -> {
                  journal.post(offer("failed", number, 100_000));
                  throw new IllegalStateException("planted " + number);
                })));
      }
    }

    for (int i = 0; i < 12; i++) {
      int number = i;
      assertThat(done.get(i).get()).isInstanceOf(Outcome.Done.class);
      assertThat(refused.get(i).get()).isInstanceOf(Outcome.Refused.class);
      assertThatThrownBy(() -> failed.get(number).get()).hasRootCauseMessage("planted " + number);
    }
    assertThat(balances.of(available())).isEqualTo(120);
    LedgerChecks.assertSound();
  }

  @Test
  void commands_that_run_together_are_each_decided_by_themselves() throws Exception {
    blocks.commit(() -> journal.post(offer("stock", 0, 100)));
    Together<TransferDraft, Transfer> useCase = journal::postAll;
    List<Future<Outcome<Transfer>>> draws = new ArrayList<>();
    try (Gate gate = new Gate()) {
      for (int i = 0; i < 40; i++) {
        TransferDraft draft = withdrawal(i, 5);
        draws.add(gate.submit(() -> blocks.commit(useCase, draft)));
      }
    }

    long granted = 0;
    for (Future<Outcome<Transfer>> draw : draws) {
      granted += draw.get() instanceof Outcome.Done<Transfer> ? 1 : 0;
    }
    assertThat(granted).isEqualTo(20);
    assertThat(balances.of(available())).isZero();
    LedgerChecks.assertSound();
  }

  @Test
  void a_command_that_fails_does_not_take_those_with_it_that_it_ran_together_with()
      throws Exception {
    Together<TransferDraft, Transfer> useCase =
        drafts -> {
          List<Outcome<Transfer>> outcomes = journal.postAll(drafts);
          if (drafts.stream().anyMatch(draft -> draft.reference().contains("poison"))) {
            throw new IllegalStateException("planted");
          }
          return outcomes;
        };
    List<Future<Outcome<Transfer>>> good = new ArrayList<>();
    Future<Outcome<Transfer>> poison;
    try (Gate gate = new Gate()) {
      for (int i = 0; i < 20; i++) {
        TransferDraft draft = offer("good", i, 10);
        good.add(gate.submit(() -> blocks.commit(useCase, draft)));
      }
      poison = gate.submit(() -> blocks.commit(useCase, offer("poison", 0, 1_000)));
    }

    for (Future<Outcome<Transfer>> one : good) {
      assertThat(one.get()).isInstanceOf(Outcome.Done.class);
    }
    assertThatThrownBy(poison::get).hasRootCauseMessage("planted");
    assertThat(balances.of(available())).isEqualTo(200);
    LedgerChecks.assertSound();
  }

  @Test
  void two_instances_take_turns_and_neither_loses_what_the_other_recorded() throws Exception {
    try (TestExchange second = TestExchange.get().anotherInstance(Map.of())) {
      Journal otherJournal = second.bean(Journal.class);
      BlockCommitter otherBlocks = second.bean(BlockCommitter.class);
      List<Future<Outcome<Transfer>>> posts = new ArrayList<>();
      try (Gate gate = new Gate()) {
        for (int i = 0; i < 60; i++) {
          TransferDraft draft = offer("race", i, 10);
          posts.add(
              i % 2 == 0
                  ? gate.submit(() -> blocks.commit(() -> journal.post(draft)))
                  : gate.submit(() -> otherBlocks.commit(() -> otherJournal.post(draft))));
        }
      }
      for (Future<Outcome<Transfer>> post : posts) {
        assertThat(post.get()).isInstanceOf(Outcome.Done.class);
      }
    }

    assertThat(balances.of(available())).isEqualTo(600);
    LedgerChecks.assertSound();
  }

  @Test
  void a_connection_that_is_lost_costs_nobody_an_answer() throws Exception {
    var database = TestExchange.get().database();
    DSLContext sql = TestExchange.get().bean(DSLContext.class);
    AtomicBoolean killed = new AtomicBoolean();
    List<Future<Outcome<Transfer>>> posts = new ArrayList<>();
    try (Connection other =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Gate gate = new Gate()) {
      for (int i = 0; i < 40; i++) {
        TransferDraft draft = offer("lost", i, 10);
        posts.add(
            gate.submit(() ->
                blocks.commit(() -> {
                  Outcome<Transfer> posted = journal.post(draft);
                  if (killed.compareAndSet(false, true)) {
                    kill(other, sql);
                  }
                  return posted;
                })));
      }
    }

    for (Future<Outcome<Transfer>> post : posts) {
      assertThat(post.get()).isInstanceOf(Outcome.Done.class);
    }
    assertThat(balances.of(available())).isEqualTo(400);
    LedgerChecks.assertSound();
  }

  private static void kill(Connection other, DSLContext sql) {
    Object id = sql.fetchValue("select connection_id()");
    try (Statement statement = other.createStatement()) {
      statement.execute("kill " + id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void who_waits_too_long_is_told_so_and_is_still_recorded_once() throws Exception {
    var database = TestExchange.get().database();
    TransferDraft draft = offer("patient", 0, 10);
    try (TestExchange impatient =
            TestExchange.get().anotherInstance(Map.of("wufei.ledger.patience", "300ms"));
        Connection other =
            DriverManager.getConnection(
                database.jdbcUrl(), database.migrationUser(), database.migrationPassword())) {
      Journal itsJournal = impatient.bean(Journal.class);
      BlockCommitter itsBlocks = impatient.bean(BlockCommitter.class);
      other.setAutoCommit(false);
      other.createStatement().executeQuery("select id from ledger_head for update").close();

      Outcome<Transfer> answer = itsBlocks.commit(() -> itsJournal.post(draft));
      other.rollback();

      assertThat(refusalOf(answer)).isEqualTo(LedgerRefusal.LEDGER_BUSY);
      await().until(() -> balances.of(available()) == 10);
      assertThat(blocks.commit(() -> journal.post(draft))).isInstanceOf(Outcome.Done.class);
      assertThat(balances.of(available())).isEqualTo(10);
    }
  }

  @Test
  void nothing_is_posted_to_a_closed_account_and_only_an_empty_one_is_closed() {
    blocks.commit(() -> journal.post(offer("stock", 0, 100)));
    List<AccountKey> account = List.of(available());

    assertThat(refusalOf(blocks.commit(() -> journal.close(account))))
        .isEqualTo(LedgerRefusal.ACCOUNT_NOT_EMPTY);
    blocks.commit(() -> journal.post(withdrawal(0, 100)));
    assertThat(blocks.commit(() -> journal.close(account))).isInstanceOf(Outcome.Done.class);
    assertThat(blocks.commit(() -> journal.close(account))).isInstanceOf(Outcome.Done.class);
    assertThat(refusalOf(blocks.commit(() -> journal.post(offer("late", 0, 100)))))
        .isEqualTo(LedgerRefusal.ACCOUNT_CLOSED);
    LedgerChecks.assertSound();
  }

  @Test
  void work_outside_a_block_posts_nothing() {
    assertThatThrownBy(() -> journal.post(offer("outside", 0, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  private AccountKey available() {
    return AccountKey.commitment(AccountKind.AVAILABLE, owner, lot);
  }

  private TransferDraft offer(String name, int number, long kg) {
    return new TransferDraft(
        TransferKind.LOT_PUBLISHED,
        name + "-" + number + "-" + lot,
        owner,
        lot,
        THEN,
        List.of(new Move(AccountKey.commitment(AccountKind.ISSUED, owner, lot), available(), kg)));
  }

  private TransferDraft withdrawal(int number, long kg) {
    return new TransferDraft(
        TransferKind.LOT_RELEASED,
        "withdrawn-" + number + "-" + lot,
        owner,
        lot,
        THEN,
        List.of(
            new Move(available(), AccountKey.commitment(AccountKind.RELEASED, owner, lot), kg)));
  }

  private static Object refusalOf(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> done -> throw new AssertionError(done);
      case Outcome.Refused<?> refused -> refused.refusal();
    };
  }

  /// Lets what was submitted begin at one moment, and waits for all of it.
  private static final class Gate implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch open = new CountDownLatch(1);

    <T> Future<T> submit(java.util.concurrent.Callable<T> work) {
      return threads.submit(() -> {
        open.await();
        return work.call();
      });
    }

    @Override
    public void close() {
      open.countDown();
      threads.close();
    }
  }
}
