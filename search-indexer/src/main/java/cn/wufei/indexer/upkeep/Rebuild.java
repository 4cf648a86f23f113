package cn.wufei.indexer.upkeep;

import cn.wufei.indexer.document.DocumentKind;
import cn.wufei.indexer.index.Indices;
import cn.wufei.indexer.index.SearchIndex;
import cn.wufei.indexer.intake.IntakeConfiguration;
import cn.wufei.indexer.rows.ComparisonResult;
import cn.wufei.indexer.rows.IndexRows;
import cn.wufei.indexer.rows.UpkeepRows;
import cn.wufei.indexer.rows.UpkeepState;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds an index anew beside the one in use: every write goes to both, all rows are scanned, both
/// sides are compared, and then the alias is exchanged. Each state is kept in the database, so that
/// another instance goes on where one was killed.
///
/// Readers notice nothing: they go through the alias, and at the moment of the exchange the new
/// index shows all that the old one has shown (see [#exchange]). The old one stays for those who
/// still page through it ([RemoveRetired]).
@Singleton
class Rebuild {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

  private final IndexRows indexRows;
  private final UpkeepRows upkeep;
  private final Indices indices;
  private final Scan scan;
  private final Reconcile reconcile;
  private final IntakeConfiguration intake;

  Rebuild(
      IndexRows indexRows,
      UpkeepRows upkeep,
      Indices indices,
      Scan scan,
      Reconcile reconcile,
      IntakeConfiguration intake) {
    this.indexRows = indexRows;
    this.upkeep = upkeep;
    this.indices = indices;
    this.scan = scan;
    this.reconcile = reconcile;
    this.intake = intake;
  }

  /// Begins one. The target is there before anybody is told to write to it.
  void begin(DocumentKind kind, boolean requested) throws SQLException {
    SearchIndex index = SearchIndex.of(kind);
    long generation = indexRows.state(kind).generation() + 1;
    String target = index.indexName(generation);
    indices.createNext(index, target);
    if (upkeep.beginRebuild(kind, generation, target, requested)) {
      LOG.info("{} is built anew", index.alias());
    }
  }

  /// Takes a rebuild that was begun as far as it goes now.
  ///
  /// @return whether the target is in use
  boolean advance(DocumentKind kind, UpkeepState state, Lease lease) throws SQLException {
    SearchIndex index = SearchIndex.of(kind);
    String target =
        Objects.requireNonNull(indexRows.state(kind).target(), "a rebuild has a target");
    String inUse = indices.behind(index.alias());
    if (target.equals(inUse)) {
      end(kind, index);
      return true;
    }
    if (inUse == null || !target.equals(indices.behind(index.nextAlias()))) {
      LOG.warn("{} was lost while it was filled, another is begun", target);
      upkeep.giveUpRebuild(kind);
      return false;
    }
    if (state.rebuild() == UpkeepState.Rebuild.FILLING) {
      scan.run(kind, state, lease);
      upkeep.checking(kind);
    }
    indices.refreshByItself(index.alias());
    ComparisonResult result = reconcile.run(kind, index.nextAlias(), state, lease);
    if (result.differences() > 0) {
      return false;
    }
    lease.take();
    exchange(index, inUse, target);
    end(kind, index);
    return true;
  }

  /// The old index is kept from showing more, and the new one is refreshed afterwards: every
  /// document reaches the new one first, so it then shows all that anybody has found in the old.
  private void exchange(SearchIndex index, String inUse, String target) {
    indices.freeze(index.alias());
    try {
      indices.refresh(index.nextAlias(), intake.requestTimeout());
      indices.exchange(index, inUse, target);
    } finally {
      indices.refreshByItself(index.alias());
    }
  }

  private void end(DocumentKind kind, SearchIndex index) throws SQLException {
    indices.refreshByItself(index.alias());
    upkeep.endRebuild(kind);
    LOG.info("{} was built anew", index.alias());
  }
}
