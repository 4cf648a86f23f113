package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The timers of call-offs: those that nobody answered in time hold or lapse. Every instance looks;
/// the agreement is held, so one of them does it and the others find it done.
@Singleton
class CallOffTimers {

  private static final Logger LOG = LoggerFactory.getLogger(CallOffTimers.class);
  private static final int CALL_OFFS_MAX = 500;

  private final CallOffStore store;
  private final CallOffSteps steps;
  private final Writes writes;

  CallOffTimers(CallOffStore store, CallOffSteps steps, Writes writes) {
    this.store = store;
    this.steps = steps;
    this.writes = writes;
  }

  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  void run() {
    for (CallOffRow over : store.overBefore(steps.today(), CALL_OFFS_MAX)) {
      try {
        writes.apart(
            false, () -> Outcome.done(steps.takeByClock(over.called().agreementId(), over.id())));
      } catch (RuntimeException e) {
        LOG.warn("Call-off {} could not be moved on", over.id(), e);
      }
    }
  }
}
