package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.approval.Approvals;
import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.SynchronousTransactionManager;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The timers of offers: who has to answer one is reminded before its last day, and one whose last
/// day is over ends. Every instance looks; the rows are held, so one of them does it and the others
/// find it done.
@Singleton
class OfferTimers {

  private static final Logger LOG = LoggerFactory.getLogger(OfferTimers.class);
  private static final int OFFERS_MAX = 500;

  private final OfferStore store;
  private final OfferNotices notices;
  private final Approvals approvals;
  private final SynchronousTransactionManager<Connection> transactions;
  private final AuditLog audit;
  private final Clock clock;

  OfferTimers(
      OfferStore store,
      OfferNotices notices,
      Approvals approvals,
      SynchronousTransactionManager<Connection> transactions,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.notices = notices;
    this.approvals = approvals;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  void run() {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    LocalDate today = LocalCalendar.dayOf(now);
    for (Id id : store.overBefore(today, OFFERS_MAX)) {
      try {
        expire(id, today);
      } catch (RuntimeException e) {
        LOG.warn("Offer {} could not expire", id, e);
      }
    }
    transactions.executeWrite(_ -> remind(today, now));
  }

  /// Whether it ended now: not when it was answered or withdrawn meanwhile.
  boolean expire(Id id, LocalDate today) {
    return transactions.executeWrite(_ -> ended(id, today));
  }

  private boolean ended(Id id, LocalDate today) {
    OfferRow row = store.lockOffer(id);
    if (row == null
        || row.status() != OfferStatus.OPEN
        || row.statusOn(today) != OfferStatus.EXPIRED
        || !(OfferProcess.of(row.process())
                .after(OfferStatus.OPEN, OfferAct.EXPIRE, OfferProcess.Actor.CLOCK)
            instanceof Outcome.Done<OfferStatus>(OfferStatus over))) {
      return false;
    }
    store.update(row.next(over));
    approvals.overtake(id);
    audit.recordAnonymous(
        "offer-expired", "offer", id, Map.of("validTo", row.validTo().toString()));
    notices.expired(row);
    return true;
  }

  private int remind(LocalDate today, Instant now) {
    int told = 0;
    for (OfferProcess process : OfferProcess.VERSIONS) {
      List<OfferRow> ending =
          store.lockEnding(
              process.version(),
              today,
              today.plusDays(process.reminderDays()),
              LocalCalendar.startOf(today),
              OFFERS_MAX);
      if (!ending.isEmpty()) {
        store.reminded(ending.stream().map(OfferRow::id).toList(), now);
        notices.expiring(ending);
        told += ending.size();
      }
    }
    return told;
  }
}
