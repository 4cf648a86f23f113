package cn.wufei.exchange.demand;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.searchfeed.DocumentSource;
import cn.wufei.exchange.searchfeed.SearchFeed;
import cn.wufei.indexer.document.DocumentKind;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/// Makes the search document of a demand anew, which itself stays as it is.
@Singleton
class RenewDemandDocument implements DocumentSource {

  private final DemandStore store;
  private final DemandViews views;
  private final DemandDocuments documents;
  private final SearchFeed feed;

  RenewDemandDocument(
      DemandStore store, DemandViews views, DemandDocuments documents, SearchFeed feed) {
    this.store = store;
    this.views = views;
    this.documents = documents;
    this.feed = feed;
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.DEMAND;
  }

  /// The row is held, so that nobody puts an older state over a newer one.
  @Override
  @Transactional
  public boolean putAgain(Id id) {
    DemandRow row = store.lockDemand(id);
    if (row == null) {
      return false;
    }
    feed.put(documents.of(views.of(row)));
    return true;
  }
}
