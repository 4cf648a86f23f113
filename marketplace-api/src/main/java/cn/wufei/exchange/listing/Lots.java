package cn.wufei.exchange.listing;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Awaited;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.searchfeed.SearchFeed;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// Lots for the features that build on them. Who may see a lot is the asking feature's business: a
/// published lot is open to everybody who has signed in.
@Singleton
public class Lots {

  private final LotStore store;
  private final LotViews views;
  private final LotDocuments documents;
  private final SearchFeed feed;
  private final ExecutorService executor;

  Lots(
      LotStore store,
      LotViews views,
      LotDocuments documents,
      SearchFeed feed,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.store = store;
    this.views = views;
    this.documents = documents;
    this.feed = feed;
    this.executor = executor;
  }

  /// The lot in whatever status.
  @Connectable
  public @Nullable Lot find(Id id) {
    LotRow row = store.find(id);
    return row == null ? null : views.of(row);
  }

  /// The lot in whatever status, held until the transaction ends, so that nobody changes it or
  /// begins a tender for it meanwhile.
  @Connectable
  public @Nullable Lot hold(Id id) {
    LotRow row = store.lockLot(id);
    return row == null ? null : views.of(row);
  }

  /// The lot as it is now: as it was read before, when it has not changed since.
  @Connectable
  public @Nullable Lot find(Id id, @Nullable Lot before) {
    return before != null && store.isAt(id, before.version()) ? before : find(id);
  }

  /// Those of the lots that are published, in the order asked for.
  @Connectable
  public List<Lot> findPublished(Collection<Id> ids) {
    List<Id> order = List.copyOf(ids);
    if (order.isEmpty()) {
      return List.of();
    }
    return inOrder(order, views.ofAll(published(store.findAll(order))));
  }

  /// The same for a caller who waits for it: their parts, and what the ledger says of them, are
  /// read beside them. Takes up to three connections at once, so call it while holding none, and
  /// not where changes that are not committed yet must be seen.
  public List<Lot> readPublished(Collection<Id> ids) {
    List<Id> order = List.copyOf(ids);
    if (order.isEmpty()) {
      return List.of();
    }
    Awaited<LotViews.Quantities> quantities =
        Awaited.begin(() -> views.quantitiesOf(order), executor);
    List<LotRow> rows = rowsBeside(order);
    return inOrder(order, views.ofAll(published(rows), quantities.get()));
  }

  /// The lot in whatever status, read as [#readPublished] does it.
  public @Nullable Lot read(Id id) {
    List<Id> ids = List.of(id);
    Awaited<LotViews.Quantities> quantities =
        Awaited.begin(() -> views.quantitiesOf(ids), executor);
    List<LotRow> rows = rowsBeside(ids);
    return rows.isEmpty() ? null : views.ofAll(rows, quantities.get()).getFirst();
  }

  private List<LotRow> rowsBeside(List<Id> ids) {
    Awaited<LotStore.Parts> parts = Awaited.begin(() -> store.partsOf(ids), executor);
    return store.findAll(ids, parts::get);
  }

  private static List<LotRow> published(List<LotRow> rows) {
    return rows.stream().filter(row -> row.status() == LotStatus.PUBLISHED).toList();
  }

  private static List<Lot> inOrder(List<Id> order, List<Lot> lots) {
    return lots.stream().sorted(Comparator.comparingInt(lot -> order.indexOf(lot.id()))).toList();
  }

  /// An organisation's published lots, newest first.
  ///
  /// @param approvedOnly whether only those for approved buyers
  @Connectable
  public List<Id> publishedOf(Id organisation, boolean approvedOnly, int limit) {
    return store.published(organisation, approvedOnly, limit);
  }

  /// Those of a stream's lots of which something is on offer or agreed on and not moved yet.
  @Connectable
  public List<Lot> openOf(Id stream) {
    return views.ofAll(store.ofStream(stream, views.agreedOn(stream))).stream()
        .filter(lot -> lot.availableKg() + lot.reservedKg() > 0)
        .toList();
  }

  /// Brings a lot's status, version and search document in line with what the ledger now says of
  /// it. Call it in the transaction of every posting to one of its agreements.
  @Connectable
  public Lot refresh(Id id) {
    LotRow row = store.lockLot(id);
    if (row == null) {
      throw new IllegalArgumentException("no such lot: " + id);
    }
    return refresh(row);
  }

  @Connectable
  Lot refresh(LotRow held) {
    return refresh(held, views.of(held));
  }

  /// The same for who knows the lot's owner already.
  @Connectable
  Lot refresh(LotRow held, OrganisationRef owner) {
    return refresh(held, views.of(held, owner));
  }

  private Lot refresh(LotRow held, Lot before) {
    LotRow changed =
        held.withStatus(held.status().given(before.availableKg(), before.reservedKg())).next();
    store.update(changed);
    Lot lot = LotViews.of(changed, before);
    feed.put(documents.of(lot));
    return lot;
  }

  /// The organisation's own lots.
  @Connectable
  Page<Lot> page(Id organisation, @Nullable LotStatus status, @Nullable Id before, int limit) {
    List<LotRow> rows = store.page(organisation, status, before, limit + 1);
    Page<LotRow> page = Page.ofSurplus(rows, limit, row -> row.id().toString());
    return new Page<>(views.ofAll(page.items()), page.next());
  }
}
