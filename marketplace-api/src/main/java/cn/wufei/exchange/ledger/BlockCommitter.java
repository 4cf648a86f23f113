package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.sql.Failures;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.transaction.SynchronousTransactionManager;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records the work of all who post, many callers in one transaction (group commit).
///
/// One thread of each instance takes whatever waits, holds the head of the ledger, runs the work,
/// seals the block and commits once for all of them; meanwhile the next callers gather. A caller
/// that comes alone therefore waits for one commit, and under load the commit, which is the slow
/// part, is shared. Callers hold no connection while they wait. Several instances take turns at the
/// head.
///
/// Work is re-runnable: it runs again from the start after a lost deadlock, five attempts in all.
/// Work that is refused or fails leaves nothing written and does not disturb its neighbours.
@Singleton
public class BlockCommitter {

  private static final Logger LOG = LoggerFactory.getLogger(BlockCommitter.class);
  private static final int ATTEMPTS_MAX = 5;
  private static final int CROWD_MIN = 8;
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final long BUSY_MILLIS = 20;
  private static final long LINGER_NANOS = 400_000;
  private static final long LINGER_STEP_NANOS = 20_000;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final TransactionDefinition READ_COMMITTED = readCommitted();

  private final ConnectionOperations<Connection> connections;
  private final SynchronousTransactionManager<Connection> transactions;
  private final Recording recording;
  private final LedgerSettings settings;
  private final BlockingQueue<Member<?>> waiting;
  private final Thread thread;
  private int expectedNext;
  private long answeredAt;
  private volatile boolean stopping;

  BlockCommitter(
      ConnectionOperations<Connection> connections,
      SynchronousTransactionManager<Connection> transactions,
      Recording recording,
      LedgerSettings settings) {
    this.connections = connections;
    this.transactions = transactions;
    this.recording = recording;
    this.settings = settings;
    this.waiting = new LinkedBlockingQueue<>(settings.waitingMax());
    this.thread = Thread.ofPlatform().name("block-committer").daemon().start(this::serve);
  }

  /// Runs work that posts, in the next block, and returns when that is committed. A refusal rolls
  /// the work back.
  public <R> Outcome<R> commit(Supplier<Outcome<R>> work) {
    return Block.CURRENT.isBound() ? work.get() : await(Member.alone(work));
  }

  /// The same for a use case that takes the commands of many callers at once.
  public <C, R> Outcome<R> commit(Together<C, R> useCase, C command) {
    return await(Member.together(useCase, command));
  }

  /// Takes work up for the next block and returns, without delay unless too much waits already.
  /// What one thread begins is recorded in the order in which it began it, and each is answered
  /// when its block is committed. Nothing when there is no room within the patience, or when the
  /// instance goes down.
  public <R> @Nullable CompletableFuture<Outcome<R>> begin(
      Supplier<Outcome<R>> work, Duration patience) {
    Member<R> member = Member.alone(work);
    try {
      boolean isTaken =
          !stopping && waiting.offer(member, patience.toMillis(), TimeUnit.MILLISECONDS);
      return isTaken ? member.answer() : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger was busy", e);
    }
  }

  private <R> Outcome<R> await(Member<R> member) {
    if (stopping || !waiting.offer(member)) {
      return busy();
    }
    try {
      return member.answer().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (TimeoutException _) {
      return busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a block was recorded", e);
    }
  }

  private static <R> Outcome<R> busy() {
    return Outcome.<R>refused(LedgerRefusal.LEDGER_BUSY)
        .with("retryAfterSeconds", RETRY_AFTER_SECONDS);
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("a block could not be recorded", cause);
  }

  private void serve() {
    while (!stopping || !waiting.isEmpty()) {
      try {
        Member<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          serveWhileBusy(first);
        }
      } catch (InterruptedException _) {
        stopping = true;
      }
    }
  }

  /// Records block after block on one connection while callers come, as to take and to prepare one
  /// for each block would cost each two more questions. When a block fails, its members are
  /// recorded each in a block and on a connection of its own, so that only the one to blame gets
  /// the failure.
  private void serveWhileBusy(Member<?> first) throws InterruptedException {
    List<Member<?>> members = new ArrayList<>(List.of(first));
    try {
      connections.execute(
          ConnectionDefinition.DEFAULT,
          status -> {
            recordWhileBusy(status.getConnection(), members);
            return members;
          });
    } catch (RuntimeException | Error e) {
      recording.forget();
      LOG.warn("A block of {} failed and is recorded one by one: {}", members.size(), e.toString());
      members.forEach(this::recordAlone);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /// @param members the first of the first block; those of the block that failed when this throws
  private void recordWhileBusy(Connection connection, List<Member<?>> members) {
    withoutAutoCommit(connection);
    while (!members.isEmpty()) {
      awaitOthers();
      waiting.drainTo(members, settings.membersMax() - members.size());
      record(members);
      members.clear();
      Member<?> next = next();
      if (next != null) {
        members.add(next);
      }
    }
  }

  private @Nullable Member<?> next() {
    try {
      return waiting.poll(BUSY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /// So that a transaction on the connection begins by itself; the pool sets it back.
  private static void withoutAutoCommit(Connection connection) {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException("no transaction can begin", e);
    }
  }

  /// Callers who were answered a moment ago and come again at once would just miss a block that
  /// begins at once, and every second block would hold half of them. So right after a block of
  /// many, and only then, the next waits a little for as many as that one served and left waiting.
  private void awaitOthers() {
    int expected = Math.min(expectedNext, settings.membersMax()) - 1;
    long until = answeredAt + LINGER_NANOS;
    if (expected < CROWD_MIN) {
      return;
    }
    while (waiting.size() < expected && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(LINGER_STEP_NANOS);
    }
  }

  private void record(List<Member<?>> members) {
    List<Settled<?>> settled = recorded(members);
    expectedNext = members.size() + waiting.size();
    settled.forEach(Settled::answer);
    answeredAt = System.nanoTime();
  }

  private void recordAlone(Member<?> member) {
    try {
      record(List.of(member));
    } catch (RuntimeException | Error e) {
      recording.forget();
      member.answer().completeExceptionally(e);
    }
  }

  private List<Settled<?>> recorded(List<Member<?>> members) {
    for (int attempt = 1; ; attempt++) {
      try {
        List<Settled<?>> settled =
            transactions.execute(
                READ_COMMITTED, status -> recording.record(status.getConnection(), members));
        recording.committed();
        return settled;
      } catch (RuntimeException e) {
        recording.forget();
        if (attempt == ATTEMPTS_MAX || !Failures.isRolledBack(e)) {
          throw e;
        }
      }
    }
  }

  /// Records what waits and takes nothing more.
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    thread.join(STOP_LIMIT);
  }

  private static TransactionDefinition readCommitted() {
    var definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.Isolation.READ_COMMITTED);
    return definition;
  }
}
