package cn.wufei.exchange.demand;

import static cn.wufei.exchange.db.Tables.DEMAND_MONTH;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// The months of recurring demands as rows.
@Singleton
@Connectable
class DemandMonthStore {

  private final DSLContext sql;

  DemandMonthStore(DSLContext sql) {
    this.sql = sql;
  }

  /// The months of those of the demands that recur, in order.
  Map<Id, List<MonthQuantity>> ofDemands(Collection<Id> demands) {
    return sql.selectFrom(DEMAND_MONTH)
        .where(DEMAND_MONTH.DEMAND_ID.in(demands))
        .orderBy(DEMAND_MONTH.DEMAND_ID, DEMAND_MONTH.MONTH_STARTS_ON)
        .fetchGroups(
            DEMAND_MONTH.DEMAND_ID,
            row -> MonthQuantity.of(row.getMonthStartsOn(), row.getQuantityKg()));
  }

  void replace(Id demand, List<MonthQuantity> months) {
    sql.deleteFrom(DEMAND_MONTH).where(DEMAND_MONTH.DEMAND_ID.eq(demand)).execute();
    insert(demand, months);
  }

  void insert(Id demand, List<MonthQuantity> months) {
    if (months.isEmpty()) {
      return;
    }
    var insert =
        sql.insertInto(
            DEMAND_MONTH,
            DEMAND_MONTH.DEMAND_ID,
            DEMAND_MONTH.MONTH_STARTS_ON,
            DEMAND_MONTH.QUANTITY_KG);
    for (MonthQuantity month : months) {
      insert = insert.values(demand, month.calendarMonth().atDay(1), month.quantityKg());
    }
    insert.execute();
  }
}
