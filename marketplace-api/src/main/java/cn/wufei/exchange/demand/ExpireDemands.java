package cn.wufei.exchange.demand;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.notify.Notices;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.SynchronousTransactionManager;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes demands from the market whose last day is over. Agreements that were made go on. Every
/// instance sweeps; a demand is held and looked at again, so one of them does it. One that cannot
/// be taken is logged and stays for the next sweep.
@Singleton
class ExpireDemands {

  private static final Logger LOG = LoggerFactory.getLogger(ExpireDemands.class);
  private static final int DEMANDS_MAX = 500;

  private final DemandStore store;
  private final Demands demands;
  private final SynchronousTransactionManager<Connection> transactions;
  private final AuditLog audit;
  private final Notices notices;
  private final Clock clock;

  ExpireDemands(
      DemandStore store,
      Demands demands,
      SynchronousTransactionManager<Connection> transactions,
      AuditLog audit,
      Notices notices,
      Clock clock) {
    this.store = store;
    this.demands = demands;
    this.transactions = transactions;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  void run() {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    for (Id id : store.overBefore(today, DEMANDS_MAX)) {
      try {
        transactions.executeWrite(_ -> expire(id, today));
      } catch (RuntimeException e) {
        LOG.warn("Demand {} could not expire", id, e);
      }
    }
  }

  private boolean expire(Id id, LocalDate today) {
    DemandRow row = store.lockDemand(id);
    if (row == null
        || row.status() != DemandStatus.PUBLISHED
        || !row.terms().neededTo().isBefore(today)) {
      return false;
    }
    audit.recordAnonymous("demand-expired", "demand", id, Map.of());
    Demand expired = demands.refresh(row.withStatus(DemandStatus.EXPIRED));
    notices.send(List.of(WarnOfDemands.notice("demand-expired", expired)));
    return true;
  }
}
