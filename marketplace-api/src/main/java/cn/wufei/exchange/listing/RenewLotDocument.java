package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.searchfeed.DocumentSource;
import cn.wufei.exchange.searchfeed.SearchFeed;
import cn.wufei.indexer.document.DocumentKind;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/// Makes the search document of a lot anew, which itself stays as it is.
@Singleton
class RenewLotDocument implements DocumentSource {

  private final LotStore store;
  private final LotViews views;
  private final LotDocuments documents;
  private final SearchFeed feed;

  RenewLotDocument(LotStore store, LotViews views, LotDocuments documents, SearchFeed feed) {
    this.store = store;
    this.views = views;
    this.documents = documents;
    this.feed = feed;
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.LOT;
  }

  /// The row is held, so that nobody puts an older state over a newer one.
  @Override
  @Transactional
  public boolean putAgain(Id id) {
    LotRow row = store.lockLot(id);
    if (row == null) {
      return false;
    }
    feed.put(documents.of(views.of(row)));
    return true;
  }
}
