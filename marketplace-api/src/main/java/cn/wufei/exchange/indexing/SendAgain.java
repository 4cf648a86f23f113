package cn.wufei.exchange.indexing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// An operator has a document that was set aside sent once more, after its cause was mended.
@Singleton
class SendAgain {

  private final IndexingStore store;
  private final IndexingViews views;
  private final AuditLog audit;

  SendAgain(IndexingStore store, IndexingViews views, AuditLog audit) {
    this.store = store;
    this.views = views;
    this.audit = audit;
  }

  /// Checked in this order: there is such an index, the document is set aside.
  Outcome<IndexStatus> handle(Caller caller, String kind, Id id) {
    return Index.named(kind)
        .then(index ->
            store.sendAgain(index.kind(), id)
                ? Outcome.done(index)
                : Outcome.refused(CommonRefusal.NOT_FOUND))
        .map(index -> {
          audit.record(caller, "search-document-sent-again", kind, id, Map.of());
          return views.of(index.kind());
        });
  }
}
