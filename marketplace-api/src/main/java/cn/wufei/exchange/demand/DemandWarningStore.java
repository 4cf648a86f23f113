package cn.wufei.exchange.demand;

import static cn.wufei.exchange.db.Tables.DEMAND_DEMAND;
import static cn.wufei.exchange.db.Tables.DEMAND_WARNING;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/// Of which demands their owners have been told that they end. Rows of their own, so that nobody
/// who trades waits for those who warn.
@Singleton
@Connectable
class DemandWarningStore {

  private final DSLContext sql;

  DemandWarningStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Demands, published before an instant, that end between two days and of whose last day nobody
  /// was told yet.
  List<Id> unwarned(LocalDate from, LocalDate to, Instant publishedBefore, int limit) {
    return sql.select(DEMAND_DEMAND.ID)
        .from(DEMAND_DEMAND)
        .leftAntiJoin(DEMAND_WARNING)
        .on(DEMAND_WARNING.DEMAND_ID.eq(DEMAND_DEMAND.ID))
        .and(DEMAND_WARNING.NEEDED_TO.eq(DEMAND_DEMAND.NEEDED_TO))
        .where(DEMAND_DEMAND.STATUS.eq(DemandStatus.PUBLISHED.code()))
        .and(DEMAND_DEMAND.NEEDED_TO.between(from, to))
        .and(DEMAND_DEMAND.PUBLISHED_AT.lt(publishedBefore))
        .orderBy(DEMAND_DEMAND.NEEDED_TO, DEMAND_DEMAND.ID)
        .limit(limit)
        .fetch(DEMAND_DEMAND.ID);
  }

  void warned(Collection<Demand> demands) {
    var insert = sql.insertInto(DEMAND_WARNING, DEMAND_WARNING.DEMAND_ID, DEMAND_WARNING.NEEDED_TO);
    for (Demand demand : demands) {
      insert = insert.values(demand.id(), demand.neededTo());
    }
    insert.onDuplicateKeyIgnore().execute();
  }
}
