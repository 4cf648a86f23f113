package cn.wufei.exchange.ledger.day;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.SynchronousTransactionManager;
import jakarta.inject.Singleton;
import java.sql.Connection;

/// Brings the totals by day forward to the last committed posting, in steps with a transaction
/// each. The instances queue for one row, so no posting is counted twice; who only reads never
/// waits.
@Singleton
class RollDays {

  private static final int STEPS_MAX = 100;

  private final DayStore store;
  private final SynchronousTransactionManager<Connection> transactions;
  private final int postingsMax;

  RollDays(
      DayStore store,
      SynchronousTransactionManager<Connection> transactions,
      @Value("${wufei.ledger.day-step-postings-max:200000}") int postingsMax) {
    this.store = store;
    this.transactions = transactions;
    this.postingsMax = postingsMax;
  }

  @Scheduled(fixedDelay = "1s", initialDelay = "2s")
  void run() {
    for (int step = 0; step < STEPS_MAX; step++) {
      if (transactions.executeWrite(_ -> step()) < postingsMax) {
        return;
      }
    }
  }

  /// Says by how many postings it went forward.
  private long step() {
    long after = store.lockHead();
    long last = Math.min(store.lastCommitted(), after + postingsMax);
    if (last > after) {
      store.add(after, last);
    }
    return last - after;
  }
}
