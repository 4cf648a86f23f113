package cn.wufei.indexer.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// What this process has done. How many documents wait is in the database and told by the exchange.
/// A process without a registry counts nothing.
@Singleton
class IntakeMetrics {

  private final @Nullable Timer lag;
  private final @Nullable Counter failures;
  private final @Nullable Counter refused;

  IntakeMetrics(@Nullable MeterRegistry registry) {
    if (registry == null) {
      lag = null;
      failures = null;
      refused = null;
      return;
    }
    lag =
        Timer.builder("wufei.search.index.lag")
            .description("From the write of a document until the index has it")
            .publishPercentileHistogram()
            .register(registry);
    failures =
        Counter.builder("wufei.search.index.failures")
            .description("Attempts to send documents that have failed as a whole")
            .register(registry);
    refused =
        Counter.builder("wufei.search.index.refused")
            .description("Documents that were set aside")
            .register(registry);
  }

  void sent(Collection<Duration> waited) {
    if (lag != null) {
      waited.forEach(lag::record);
    }
  }

  void failed() {
    if (failures != null) {
      failures.increment();
    }
  }

  void setAside(int count) {
    if (refused != null) {
      refused.increment(count);
    }
  }
}
