package cn.wufei.exchange.export;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.transaction.SynchronousTransactionManager;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/// Reads many things as they were at one moment, that of the first question: in one transaction
/// that sees nothing of what others commit meanwhile, and holds nobody up.
@Singleton
class Snapshot {

  private static final TransactionDefinition REPEATABLE_READ = repeatableRead();

  private final SynchronousTransactionManager<Connection> transactions;
  private final OrganisationLockStore locks;

  Snapshot(SynchronousTransactionManager<Connection> transactions, OrganisationLockStore locks) {
    this.transactions = transactions;
    this.locks = locks;
  }

  /// Refuses when the organisation is being read by another.
  <T> Outcome<T> of(Id organisation, Supplier<T> reading) {
    return transactions.execute(
        REPEATABLE_READ,
        _ -> {
          if (!locks.tryLock(organisation)) {
            return Outcome.refused(ExportRefusal.EXPORT_GOING_ON);
          }
          try {
            return Outcome.done(reading.get());
          } finally {
            locks.unlock(organisation);
          }
        });
  }

  private static TransactionDefinition repeatableRead() {
    var definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
    definition.setReadOnly(true);
    return definition;
  }
}
