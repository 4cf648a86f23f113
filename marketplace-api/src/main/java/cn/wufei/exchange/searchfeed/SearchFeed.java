package cn.wufei.exchange.searchfeed;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DemandDocument;
import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.document.LotDocument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Puts the present state of a lot or demand before the search, to be indexed and to be matched.
/// Call it in the transaction of every change of what the document shows, the end included: a
/// withdrawn lot is put with its new status.
@Singleton
public class SearchFeed {

  private final SearchDocumentStore store;
  private final Unmatched unmatched;
  private final ObjectMapper json;

  SearchFeed(SearchDocumentStore store, Unmatched unmatched, ObjectMapper json) {
    this.store = store;
    this.unmatched = unmatched;
    this.json = json;
  }

  /// Replaces the lot's document, unless one of a higher version is there already.
  public void put(LotDocument lot) {
    put(DocumentKind.LOT, Id.parse(lot.id()), lot.version(), lot.status(), lot);
  }

  /// Replaces the demand's document, unless one of a higher version is there already.
  public void put(DemandDocument demand) {
    put(DocumentKind.DEMAND, Id.parse(demand.id()), demand.version(), demand.status(), demand);
  }

  private void put(DocumentKind kind, Id id, long version, String status, Object document) {
    store.put(kind, id, version, status, textOf(document), unmatched.round(kind, id));
  }

  private String textOf(Object document) {
    try {
      return json.writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
