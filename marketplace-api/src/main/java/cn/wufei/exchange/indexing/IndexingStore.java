package cn.wufei.exchange.indexing;

import static cn.wufei.exchange.db.Tables.SEARCH_DOCUMENT;
import static cn.wufei.exchange.db.Tables.SEARCH_UPKEEP;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.indexer.document.DocumentKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Tells the indexer what an operator wants; whichever instance looks after the index does it.
@Singleton
class IndexingStore {

  private static final short WAITING = 1;
  private static final short SET_ASIDE = 2;

  private final DSLContext sql;
  private final Clock clock;

  IndexingStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void requestComparison(DocumentKind kind) {
    request(kind, SEARCH_UPKEEP.COMPARISON_REQUESTED_AT);
  }

  void requestRebuild(DocumentKind kind) {
    request(kind, SEARCH_UPKEEP.REBUILD_REQUESTED_AT);
  }

  /// @return false when the index does not refuse it now
  boolean sendAgain(DocumentKind kind, Id id) {
    return sql.update(SEARCH_DOCUMENT)
            .set(SEARCH_DOCUMENT.PENDING, WAITING)
            .set(SEARCH_DOCUMENT.CHANGED_AT, now())
            .setNull(SEARCH_DOCUMENT.FAILED_REASON)
            .setNull(SEARCH_DOCUMENT.FAILED_AT)
            .where(SEARCH_DOCUMENT.KIND.eq(kind.code()))
            .and(SEARCH_DOCUMENT.ID.eq(id))
            .and(SEARCH_DOCUMENT.PENDING.eq(SET_ASIDE))
            .execute()
        == 1;
  }

  private void request(DocumentKind kind, Field<Instant> requestedAt) {
    sql.update(SEARCH_UPKEEP)
        .set(requestedAt, now())
        .where(SEARCH_UPKEEP.KIND.eq(kind.code()))
        .execute();
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
