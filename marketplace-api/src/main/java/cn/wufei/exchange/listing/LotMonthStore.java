package cn.wufei.exchange.listing;

import static cn.wufei.exchange.db.Tables.LISTING_LOT_MONTH;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// The months of recurring lots as rows.
@Singleton
@Connectable
class LotMonthStore {

  private final DSLContext sql;

  LotMonthStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The months of those of the lots that recur, in order.
  Map<Id, List<MonthQuantity>> ofLots(Collection<Id> lots) {
    return sql.selectFrom(LISTING_LOT_MONTH)
        .where(LISTING_LOT_MONTH.LOT_ID.in(lots))
        .orderBy(LISTING_LOT_MONTH.LOT_ID, LISTING_LOT_MONTH.MONTH_STARTS_ON)
        .fetchGroups(
            LISTING_LOT_MONTH.LOT_ID,
            row -> MonthQuantity.of(row.getMonthStartsOn(), row.getQuantityKg()));
  }

  void replace(Id lot, List<MonthQuantity> months) {
    sql.deleteFrom(LISTING_LOT_MONTH).where(LISTING_LOT_MONTH.LOT_ID.eq(lot)).execute();
    insert(lot, months);
  }

  void insert(Id lot, List<MonthQuantity> months) {
    if (months.isEmpty()) {
      return;
    }
    var insert =
        sql.insertInto(
            LISTING_LOT_MONTH,
            LISTING_LOT_MONTH.LOT_ID,
            LISTING_LOT_MONTH.MONTH_STARTS_ON,
            LISTING_LOT_MONTH.QUANTITY_KG);
    for (MonthQuantity month : months) {
      insert = insert.values(lot, month.calendarMonth().atDay(1), month.quantityKg());
    }
    insert.execute();
  }
}
