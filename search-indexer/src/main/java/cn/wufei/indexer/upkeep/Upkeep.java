package cn.wufei.indexer.upkeep;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.Indices;
import cn.wufei.indexer.index.SearchDownException;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.index.SearchRejectedException;
import cn.wufei.indexer.rows.IndexRows;
import cn.wufei.indexer.rows.UpkeepRows;
import cn.wufei.indexer.rows.UpkeepState;
import io.micronaut.context.annotation.Prototype;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every second whether an index is to be compared or built anew, and does it when no other
/// instance does. [StartUpkeep] starts the one of a process.
@Prototype
class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final UpkeepRows rows;
  private final IndexRows indexRows;
  private final Indices indices;
  private final Rebuild rebuild;
  private final Reconcile reconcile;
  private final RemoveRetired removeRetired;
  private final UpkeepConfiguration configuration;
  private final String name = UUID.randomUUID().toString();
  private final Map<DocumentKind, Long> lookedAtNs = new EnumMap<>(DocumentKind.class);
  private final Set<DocumentKind> failing = EnumSet.noneOf(DocumentKind.class);
  private volatile boolean stopped;
  private @Nullable Thread worker;

  Upkeep(
      UpkeepRows rows,
      IndexRows indexRows,
      Indices indices,
      Rebuild rebuild,
      Reconcile reconcile,
      RemoveRetired removeRetired,
      UpkeepConfiguration configuration) {
    this.rows = rows;
    this.indexRows = indexRows;
    this.indices = indices;
    this.rebuild = rebuild;
    this.reconcile = reconcile;
    this.removeRetired = removeRetired;
    this.configuration = configuration;
  }

  void start() {
    worker = Thread.ofPlatform().name("search-upkeep").daemon().start(this::run);
  }

  void stop() throws InterruptedException {
    stopped = true;
    Thread running = worker;
    if (running != null) {
      running.interrupt();
      running.join(STOP_LIMIT);
    }
  }

  private void run() {
    while (!stopped) {
      for (DocumentKind kind : DocumentKind.values()) {
        look(kind);
      }
      try {
        Thread.sleep(configuration.upkeepInterval());
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void look(DocumentKind kind) {
    try {
      UpkeepState state = rows.read(kind, configuration.reconcileEvery());
      boolean looked = isLookDue(kind);
      boolean otherDefinition = looked && hasOlderDefinition(SearchIndex.of(kind));
      if (looked
          || otherDefinition
          || state.isComparisonWanted()
          || state.rebuildRequestedAt() != null
          || state.rebuild() != UpkeepState.Rebuild.IDLE) {
        lookAfter(kind, otherDefinition);
        failing.remove(kind);
      }
    } catch (StoppedException e) {
      LOG.info("Looking after {} stops: {}", kind.code(), e.getMessage());
    } catch (SearchDownException
        | SearchRejectedException
        | SQLException
        | IllegalStateException
        | IllegalArgumentException e) {
      lookedAtNs.remove(kind);
      if (failing.add(kind)) {
        LOG.warn(
            "The index of each {} cannot be looked after now: {}", kind.code(), e.getMessage());
      }
    }
  }

  private void lookAfter(DocumentKind kind, boolean otherDefinition) throws SQLException {
    if (!rows.hold(kind, name, configuration.lease())) {
      return;
    }
    Lease lease = new Lease(rows, kind, name, configuration.lease(), () -> stopped);
    try {
      work(kind, otherDefinition, lease);
    } finally {
      rows.release(kind, name);
    }
  }

  private void work(DocumentKind kind, boolean otherDefinition, Lease lease) throws SQLException {
    SearchIndex index = SearchIndex.of(kind);
    removeRetired.run(index);
    UpkeepState state = rows.read(kind, configuration.reconcileEvery());
    if (state.rebuild() != UpkeepState.Rebuild.IDLE) {
      rebuild.advance(kind, state, lease);
    } else if (state.rebuildRequestedAt() != null
        || (otherDefinition && hasOlderDefinition(index))) {
      rebuild.begin(kind, state.rebuildRequestedAt() != null);
      rebuild.advance(kind, rows.read(kind, configuration.reconcileEvery()), lease);
    } else if (state.isComparisonWanted() && indices.behind(index.alias()) != null) {
      reconcile.run(kind, index.alias(), state, lease);
    }
  }

  private boolean isLookDue(DocumentKind kind) {
    long now = System.nanoTime();
    Long last = lookedAtNs.get(kind);
    if (last != null && now - last < configuration.definitionCheck().toNanos()) {
      return false;
    }
    lookedAtNs.put(kind, now);
    return true;
  }

  private boolean hasOlderDefinition(SearchIndex index) throws SQLException {
    String inUse = indices.behind(index.alias());
    return inUse != null
        && indexRows.isNewer(index.kind(), index.edition(), index.editionOf(inUse));
  }
}
