package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.SynchronousTransactionManager;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down the agreements that were made before there were documents, a few at a time, with
/// their terms as they were agreed and names as they are now. Every instance looks; the agreement
/// is held, so one of them does it and the others find it done.
@Singleton
class WriteMissingDocuments {

  private static final Logger LOG = LoggerFactory.getLogger(WriteMissingDocuments.class);
  private static final int AGREEMENTS_MAX = 200;

  private final DocumentStore store;
  private final Agreements agreements;
  private final WriteDocuments write;
  private final SynchronousTransactionManager<Connection> transactions;
  private volatile @Nullable Id upTo;
  private volatile @Nullable Id lookedUpTo;

  WriteMissingDocuments(
      DocumentStore store,
      Agreements agreements,
      WriteDocuments write,
      SynchronousTransactionManager<Connection> transactions) {
    this.store = store;
    this.agreements = agreements;
    this.write = write;
    this.transactions = transactions;
  }

  /// Looks once at each agreement that was there at the start: those made from then on are written
  /// down when they are made, and those of an instance of an earlier release by the start of the
  /// instance that takes its place.
  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "10s")
  void run() {
    if (upTo == null) {
      upTo = store.newestAgreement();
    }
    Id last = upTo;
    if (last == null || last.equals(lookedUpTo)) {
      return;
    }
    List<Id> missing = store.unwritten(lookedUpTo, last, AGREEMENTS_MAX);
    lookedUpTo = missing.size() < AGREEMENTS_MAX ? last : missing.getLast();
    for (Id id : missing) {
      try {
        handle(id);
      } catch (RuntimeException e) {
        LOG.warn("Agreement {} could not be written down", id, e);
      }
    }
  }

  /// Whether it was written down now.
  boolean handle(Id id) {
    return transactions.executeWrite(_ -> {
      Agreement agreement = agreements.hold(id);
      return agreement != null && write.writeMissing(agreement);
    });
  }
}
