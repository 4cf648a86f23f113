package cn.wufei.exchange.demand;

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
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// Demands for the features that build on them. Who may see a demand is the asking feature's
/// business: a published demand is open to everybody who has signed in.
@Singleton
public class Demands {

  private final DemandStore store;
  private final DemandViews views;
  private final DemandDocuments documents;
  private final SearchFeed feed;
  private final ExecutorService executor;

  Demands(
      DemandStore store,
      DemandViews views,
      DemandDocuments documents,
      SearchFeed feed,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.store = store;
    this.views = views;
    this.documents = documents;
    this.feed = feed;
    this.executor = executor;
  }

  /// The demand in whatever status.
  @Connectable
  public @Nullable Demand find(Id id) {
    DemandRow row = store.find(id);
    return row == null ? null : views.of(row);
  }

  /// The demand as it is now: as it was read before, when it has not changed since.
  @Connectable
  public @Nullable Demand find(Id id, @Nullable Demand before) {
    return before != null && store.isAt(id, before.version()) ? before : find(id);
  }

  /// Those of the demands that are published, in the order asked for.
  @Connectable
  public List<Demand> findPublished(Collection<Id> ids) {
    List<Id> order = List.copyOf(ids);
    if (order.isEmpty()) {
      return List.of();
    }
    return inOrder(
        order,
        views.ofAll(
            store.findAll(order).stream()
                .filter(row -> row.status() == DemandStatus.PUBLISHED)
                .toList()));
  }

  /// The same for a caller who waits for it: their parts, and what agreements cover of them, are
  /// read beside them. Takes up to three connections at once, so call it while holding none, and
  /// not where changes that are not committed yet must be seen.
  public List<Demand> readPublished(Collection<Id> ids) {
    List<Id> order = List.copyOf(ids);
    if (order.isEmpty()) {
      return List.of();
    }
    Awaited<DemandStore.Parts> parts = Awaited.begin(() -> store.partsOf(order), executor);
    Awaited<Map<Id, Long>> covered = Awaited.begin(() -> views.coveredOf(order), executor);
    List<DemandRow> published = store.published(order, parts::get);
    return inOrder(order, views.ofAll(published, covered.get()));
  }

  private static List<Demand> inOrder(List<Id> order, List<Demand> demands) {
    return demands.stream()
        .sorted(Comparator.comparingInt(demand -> order.indexOf(demand.id())))
        .toList();
  }

  /// An organisation's published demands, newest first.
  @Connectable
  public List<Id> publishedOf(Id organisation, int limit) {
    return store.published(organisation, limit);
  }

  /// Brings a demand's status, version and search document in line with what agreements now cover.
  /// Call it in the transaction of every posting to one of its agreements.
  @Connectable
  public Demand refresh(Id id) {
    DemandRow row = store.lockDemand(id);
    if (row == null) {
      throw new IllegalArgumentException("no such demand: " + id);
    }
    return refresh(row);
  }

  @Connectable
  Demand refresh(DemandRow held) {
    DemandRow changed = held.withStatus(held.status().given(views.of(held).openKg())).next();
    store.update(changed);
    Demand demand = views.of(changed);
    feed.put(documents.of(demand));
    return demand;
  }

  /// The organisation's own demands.
  @Connectable
  Page<Demand> page(
      Id organisation, @Nullable DemandStatus status, @Nullable Id before, int limit) {
    List<DemandRow> rows = store.page(organisation, status, before, limit + 1);
    Page<DemandRow> page = Page.ofSurplus(rows, limit, row -> row.id().toString());
    return new Page<>(views.ofAll(page.items()), page.next());
  }
}
