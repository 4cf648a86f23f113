package cn.wufei.exchange.catalog;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/// Takes over what another instance has loaded since.
@Singleton
class RefreshCatalog {

  private final Catalog catalog;
  private final ReferenceLoading loading;

  RefreshCatalog(Catalog catalog, ReferenceLoading loading) {
    this.catalog = catalog;
    this.loading = loading;
  }

  @Scheduled(
      fixedDelay = "${wufei.reference.refresh:30s}",
      initialDelay = "${wufei.reference.refresh:30s}")
  void refresh() {
    if (loading.revision() != catalog.data().revision()) {
      catalog.replace(loading.current());
    }
  }
}
