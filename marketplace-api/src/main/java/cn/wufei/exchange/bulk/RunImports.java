package cn.wufei.exchange.bulk;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works at the imports that wait, one after another in each instance. One whose instance went away
/// is taken over when its lease has run out, and goes on after the last line that was dealt with.
@Singleton
class RunImports {

  static final Duration LEASE = Duration.ofSeconds(20);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(RunImports.class);

  private final Id instance = Id.next();
  private final ImportStore store;
  private final ImportRuns runs;
  private final Clock clock;
  private final ReentrantLock working = new ReentrantLock();
  private volatile boolean stopping;

  RunImports(ImportStore store, ImportRuns runs, Clock clock) {
    this.store = store;
    this.runs = runs;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "${wufei.imports.every:1s}", initialDelay = "${wufei.imports.every:1s}")
  void run() {
    working.lock();
    try {
      while (!stopping && runNext()) {
        // Until nothing waits any more.
      }
    } catch (RuntimeException e) {
      if (!stopping) {
        throw e;
      }
      LOG.info("No import is taken up, as the instance goes down");
    } finally {
      working.unlock();
    }
  }

  private boolean runNext() {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    ImportRow next = store.claim(instance, now, now.plus(LEASE));
    if (next == null) {
      return false;
    }
    try {
      runs.run(next, instance, () -> stopping);
      return true;
    } catch (RuntimeException e) {
      // Its lease runs out, and it is taken up again.
      if (stopping) {
        LOG.info("Import {} is left to another instance", next.id());
      } else {
        LOG.warn("Import {} broke off", next.id(), e);
      }
      return false;
    }
  }

  /// The lines that are on their way come to their end, and the import is given back, while there
  /// is a database to write that to.
  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (working.tryLock(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      working.unlock();
    }
  }
}
