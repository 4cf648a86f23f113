package cn.wufei.exchange.indexing;

import cn.wufei.indexer.document.DocumentKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/// How it stands with the indices, as numbers. The views are asked for late: the connection pool is
/// measured too, so its maker needs the meters first.
@Singleton
class IndexingMetrics implements MeterBinder {

  private final Provider<IndexingViews> views;
  private final Clock clock;

  IndexingMetrics(Provider<IndexingViews> views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (DocumentKind kind : DocumentKind.values()) {
      gauge(
          registry,
          kind,
          "wufei.search.documents.pending.age",
          "Seconds that the document which has waited longest waits",
          status -> status.waitingSince() == null ? 0 : secondsSince(status.waitingSince()));
      gauge(
          registry,
          kind,
          "wufei.search.comparison.differences",
          "Differences between database and index that the last comparison found",
          IndexingMetrics::differences);
      gauge(
          registry,
          kind,
          "wufei.search.rebuild.progress",
          "Share of the documents that are in the index that is built anew; 1 when none is",
          IndexingMetrics::progress);
    }
  }

  private void gauge(
      MeterRegistry registry,
      DocumentKind kind,
      String name,
      String description,
      ToDoubleFunction<IndexStatus> value) {
    Gauge.builder(name, views, found -> value.applyAsDouble(found.get().of(kind)))
        .description(description)
        .tag("kind", kind.code())
        .register(registry);
  }

  private double secondsSince(Instant moment) {
    return Math.max(0, Duration.between(moment, Instant.now(clock)).toMillis() / 1_000.0);
  }

  private static double differences(IndexStatus status) {
    IndexStatus.Comparison last = status.comparison();
    return last == null ? 0 : last.missing() + last.older() + last.newer() + last.surplus();
  }

  private static double progress(IndexStatus status) {
    IndexStatus.Rebuild rebuild = status.rebuild();
    return !rebuild.isUnderWay() || rebuild.total() == 0
        ? 1
        : Math.min(1, (double) rebuild.scanned() / rebuild.total());
  }
}
