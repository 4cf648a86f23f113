package cn.wufei.exchange.searchfeed;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DocumentKind;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings documents that an earlier release wrote to the edition of this one. Every instance does;
/// a document that two of them make is made twice, to the same text. One that cannot be made is
/// logged and stays for the next run.
@Singleton
class RenewDocuments {

  private static final Logger LOG = LoggerFactory.getLogger(RenewDocuments.class);
  private static final int PAGE = 500;

  private final SearchDocumentStore store;
  private final List<DocumentSource> sources;

  RenewDocuments(SearchDocumentStore store, List<DocumentSource> sources) {
    this.store = store;
    this.sources = sources;
  }

  @Scheduled(fixedDelay = "1m", initialDelay = "5s")
  void run() {
    sources.forEach(this::renew);
  }

  private void renew(DocumentSource source) {
    int renewed = 0;
    List<Id> page = store.outdated(source.kind(), null, PAGE);
    while (!page.isEmpty()) {
      renewed += (int) page.stream().filter(id -> renewed(source, id)).count();
      page = store.outdated(source.kind(), page.getLast(), PAGE);
    }
    if (renewed > 0) {
      LOG.info("Made {} documents of kind {} anew", renewed, source.kind().code());
    }
  }

  private boolean renewed(DocumentSource source, Id id) {
    DocumentKind kind = source.kind();
    try {
      if (!source.putAgain(id)) {
        store.leave(kind, id);
      }
      return true;
    } catch (RuntimeException e) {
      LOG.warn("The document of {} {} could not be made anew", kind.code(), id, e);
      return false;
    }
  }
}
