package cn.wufei.exchange.searchfeed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/// Counts of documents on their way to the index, and of those that it refused.
@Singleton
class SearchFeedMetrics implements MeterBinder {

  private final SearchDocumentStore store;

  SearchFeedMetrics(SearchDocumentStore store) {
    this.store = store;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder(
            "wufei.search.documents.pending",
            store,
            documents -> documents.countInState(SearchDocumentStore.PENDING))
        .description("Documents that wait for the search index")
        .register(registry);
    Gauge.builder(
            "wufei.search.documents.failed",
            store,
            documents -> documents.countInState(SearchDocumentStore.SET_ASIDE))
        .description("Documents that the search index refused")
        .register(registry);
  }
}
