package cn.wufei.exchange.indexing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// An operator has database and index compared now instead of at the next turn.
@Singleton
class RequestComparison {

  private final IndexingStore store;
  private final IndexingViews views;
  private final AuditLog audit;

  RequestComparison(IndexingStore store, IndexingViews views, AuditLog audit) {
    this.store = store;
    this.views = views;
    this.audit = audit;
  }

  Outcome<IndexStatus> handle(Caller caller, String kind) {
    return Index.named(kind)
        .map(index -> {
          store.requestComparison(index.kind());
          audit.record(
              caller,
              "search-comparison-requested",
              Index.SUBJECT,
              index.number(),
              Map.of("kind", kind));
          return views.of(index.kind());
        });
  }
}
