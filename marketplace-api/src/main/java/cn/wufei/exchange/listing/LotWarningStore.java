package cn.wufei.exchange.listing;

import static cn.wufei.exchange.db.Tables.LISTING_LOT;
import static cn.wufei.exchange.db.Tables.LISTING_LOT_WARNING;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/// Of which lots their owners have been told that they end. Rows of their own, so that nobody who
/// trades waits for those who warn.
@Singleton
@Connectable
class LotWarningStore {

  private final DSLContext sql;

  LotWarningStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Lots, published or paused before an instant, that end between two days and of whose last day
  /// nobody was told yet.
  List<Id> unwarned(LocalDate from, LocalDate to, Instant publishedBefore, int limit) {
    return sql.select(LISTING_LOT.ID)
        .from(LISTING_LOT)
        .leftAntiJoin(LISTING_LOT_WARNING)
        .on(LISTING_LOT_WARNING.LOT_ID.eq(LISTING_LOT.ID))
        .and(LISTING_LOT_WARNING.AVAILABLE_TO.eq(LISTING_LOT.AVAILABLE_TO))
        .where(LISTING_LOT.STATUS.in(LotStatus.PUBLISHED.code(), LotStatus.PAUSED.code()))
        .and(LISTING_LOT.AVAILABLE_TO.between(from, to))
        .and(LISTING_LOT.PUBLISHED_AT.lt(publishedBefore))
        .orderBy(LISTING_LOT.AVAILABLE_TO, LISTING_LOT.ID)
        .limit(limit)
        .fetch(LISTING_LOT.ID);
  }

  void warned(Collection<Lot> lots) {
    var insert =
        sql.insertInto(
            LISTING_LOT_WARNING, LISTING_LOT_WARNING.LOT_ID, LISTING_LOT_WARNING.AVAILABLE_TO);
    for (Lot lot : lots) {
      insert = insert.values(lot.id(), lot.availableTo());
    }
    insert.onDuplicateKeyIgnore().execute();
  }
}
