package cn.wufei.exchange.delegation;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what time did to delegations, and warns of those that end soon. Nothing depends on
/// it: a last day ends by itself. Every instance looks; a delegation is held, so one of them does
/// it and the others find it done.
@Singleton
class DelegationTimers {

  private static final Logger LOG = LoggerFactory.getLogger(DelegationTimers.class);
  private static final int DELEGATIONS_MAX = 500;

  private final DelegationStore store;
  private final DelegationSteps steps;
  private final Writes writes;

  DelegationTimers(DelegationStore store, DelegationSteps steps, Writes writes) {
    this.store = store;
    this.steps = steps;
    this.writes = writes;
  }

  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  void run() {
    LocalDate today = steps.today();
    store.overBefore(today, DELEGATIONS_MAX).forEach(id -> apart(id, steps::takeByClock));
    LocalDate last = today.plusDays(DelegationProcess.CURRENT.warningDays());
    store.toWarn(today, last, DELEGATIONS_MAX).forEach(id -> apart(id, steps::warn));
  }

  private void apart(Id id, Predicate<Id> work) {
    try {
      writes.apart(false, () -> Outcome.done(work.test(id)));
    } catch (RuntimeException e) {
      LOG.warn("Delegation {} could not be moved on", id, e);
    }
  }
}
