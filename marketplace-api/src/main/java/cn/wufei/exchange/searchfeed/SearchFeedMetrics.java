package cn.wufei.exchange.searchfeed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/// Counts of documents on their way to the index, and of those that it refused. The store is asked
/// for late: the connection pool is measured too, so its maker needs the meters first.
@Singleton
class SearchFeedMetrics implements MeterBinder {

  private final Provider<SearchDocumentStore> store;

  SearchFeedMetrics(Provider<SearchDocumentStore> store) {
    this.store = store;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder(
            "wufei.search.documents.pending",
            store,
            documents -> documents.get().countInState(SearchDocumentStore.PENDING))
        .description("Documents that wait for the search index")
        .register(registry);
    Gauge.builder(
            "wufei.search.documents.failed",
            store,
            documents -> documents.get().countInState(SearchDocumentStore.SET_ASIDE))
        .description("Documents that the search index refused")
        .register(registry);
  }
}
