package cn.wufei.exchange.bulk;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works at the imports that wait, one after another in each instance. One whose instance went away
/// is taken over when its lease has run out, and goes on after the last line that was dealt with.
@Singleton
class RunImports {

  static final Duration LEASE = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(RunImports.class);

  private final Id instance = Id.next();
  private final ImportStore store;
  private final ImportRuns runs;
  private final Clock clock;
  private volatile boolean stopping;

  RunImports(ImportStore store, ImportRuns runs, Clock clock) {
    this.store = store;
    this.runs = runs;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "${wufei.imports.every:1s}", initialDelay = "${wufei.imports.every:1s}")
  void run() {
    for (ImportRow next = claim(); next != null; next = claim()) {
      try {
        runs.run(next, instance, () -> stopping);
      } catch (RuntimeException e) {
        // Its lease runs out, and it is taken up again.
        LOG.warn("Import {} broke off", next.id(), e);
        return;
      }
    }
  }

  private @Nullable ImportRow claim() {
    if (stopping) {
      return null;
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return store.claim(instance, now, now.plus(LEASE));
  }

  @PreDestroy
  void stop() {
    stopping = true;
  }
}
