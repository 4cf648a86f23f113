package cn.wufei.exchange.indexing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// An operator has an index built anew.
@Singleton
class RequestRebuild {

  private final IndexingStore store;
  private final IndexingViews views;
  private final AuditLog audit;

  RequestRebuild(IndexingStore store, IndexingViews views, AuditLog audit) {
    this.store = store;
    this.views = views;
    this.audit = audit;
  }

  /// Checked in this order: there is such an index, it is not being built already.
  Outcome<IndexStatus> handle(Caller caller, String kind) {
    return Index.named(kind)
        .then(index ->
            views.of(index.kind()).rebuild().isUnderWay()
                ? Outcome.refused(IndexingRefusal.REBUILD_UNDER_WAY)
                : Outcome.done(index))
        .map(index -> {
          store.requestRebuild(index.kind());
          audit.record(
              caller,
              "search-rebuild-requested",
              Index.SUBJECT,
              index.number(),
              Map.of("kind", kind));
          return views.of(index.kind());
        });
  }
}
