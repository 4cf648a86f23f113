package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.searchfeed.SearchFeed;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lots for the features that build on them. Who may see a lot is the asking feature's business: a
/// published lot is open to everybody who has signed in.
@Singleton
@Connectable
public class Lots {

  private final LotStore store;
  private final LotViews views;
  private final LotDocuments documents;
  private final SearchFeed feed;

  Lots(LotStore store, LotViews views, LotDocuments documents, SearchFeed feed) {
    this.store = store;
    this.views = views;
    this.documents = documents;
    this.feed = feed;
  }

  /// The lot in whatever status.
  public @Nullable Lot find(Id id) {
    LotRow row = store.find(id);
    return row == null ? null : views.of(row);
  }

  /// The lot as it is now: as it was read before, when it has not changed since.
  public @Nullable Lot find(Id id, @Nullable Lot before) {
    return before != null && store.isAt(id, before.version()) ? before : find(id);
  }

  /// Those of the lots that are published, in the order asked for.
  public List<Lot> findPublished(Collection<Id> ids) {
    List<Id> order = List.copyOf(ids);
    if (order.isEmpty()) {
      return List.of();
    }
    return views
        .ofAll(
            store.findAll(order).stream()
                .filter(row -> row.status() == LotStatus.PUBLISHED)
                .toList())
        .stream()
        .sorted(Comparator.comparingInt(lot -> order.indexOf(lot.id())))
        .toList();
  }

  /// Those of a stream's lots of which something is on offer or agreed on and not moved yet.
  public List<Lot> openOf(Id stream) {
    return views.ofAll(store.ofStream(stream, views.agreedOn(stream))).stream()
        .filter(lot -> lot.availableKg() + lot.reservedKg() > 0)
        .toList();
  }

  /// Brings a lot's status, version and search document in line with what the ledger now says of
  /// it. Call it in the transaction of every posting to one of its agreements.
  public Lot refresh(Id id) {
    LotRow row = store.lockLot(id);
    if (row == null) {
      throw new IllegalArgumentException("no such lot: " + id);
    }
    return refresh(row);
  }

  Lot refresh(LotRow held) {
    Lot before = views.of(held);
    LotRow changed =
        held.withStatus(held.status().given(before.availableKg(), before.reservedKg())).next();
    store.update(changed);
    Lot lot = LotViews.of(changed, before);
    feed.put(documents.of(lot));
    return lot;
  }

  /// The organisation's own lots.
  Page<Lot> page(Id organisation, @Nullable LotStatus status, @Nullable Id before, int limit) {
    List<LotRow> rows = store.page(organisation, status, before, limit + 1);
    Page<LotRow> page = Page.ofSurplus(rows, limit, row -> row.id().toString());
    return new Page<>(views.ofAll(page.items()), page.next());
  }
}
