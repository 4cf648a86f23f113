package cn.wufei.exchange.sample;

import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The timers of samples: whose last day of a state is over is moved on. Every instance looks; the
/// request is held, so one of them does it and the others find it done.
@Singleton
class SampleTimers {

  private static final Logger LOG = LoggerFactory.getLogger(SampleTimers.class);
  private static final int SAMPLES_MAX = 500;

  private final SampleStore store;
  private final SampleSteps steps;
  private final Writes writes;

  SampleTimers(SampleStore store, SampleSteps steps, Writes writes) {
    this.store = store;
    this.steps = steps;
    this.writes = writes;
  }

  @Scheduled(fixedDelay = "${wufei.market.sweep:1m}", initialDelay = "${wufei.market.sweep:1m}")
  void run() {
    for (Id id : store.overBefore(steps.today(), SAMPLES_MAX)) {
      try {
        writes.apart(false, () -> Outcome.done(steps.takeByClock(id)));
      } catch (RuntimeException e) {
        LOG.warn("Sample {} could not be moved on", id, e);
      }
    }
  }
}
