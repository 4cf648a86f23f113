package cn.wufei.exchange.ledger;

import cn.wufei.local.DatabaseServer;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Kills the database server once, when so many references were acknowledged since it was made.
final class DatabaseKill {

  private final DatabaseServer server;
  private final Moment moment;
  private final AtomicInteger left;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch due = new CountDownLatch(1);

  DatabaseKill(DatabaseServer server, Moment moment, int count) {
    this.server = server;
    this.moment = moment;
    this.left = new AtomicInteger(count);
  }

  /// A reference was acknowledged.
  void answered() {
    if (left.decrementAndGet() <= 0 && moment == Moment.ANSWERED) {
      due.countDown();
    }
  }

  /// Comes when the transaction, which is that of a block, is about to be committed.
  void atCommit(TransactionStatus<?> transaction) {
    if (left.get() <= 0 && moment != Moment.ANSWERED) {
      transaction.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
              if (moment == Moment.SEALED && begun.compareAndSet(false, true)) {
                server.kill();
              }
              due.countDown();
            }
          });
    }
  }

  /// Waits for it; whether it was done in time.
  boolean isDoneWithin(Duration limit) throws InterruptedException {
    boolean isDue = due.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    server.kill();
    return isDue;
  }

  enum Moment {
    /// A block is sealed and cannot be committed any more.
    SEALED,
    /// A block was committed a moment ago, the next one begins.
    ANSWERED,
    /// A block is being committed, and nobody knows whether it is in time.
    COMMITTING
  }
}
