package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.db.Tables.STREAM_STOCK_TAKE;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Balances;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/// Reads what was last counted or declared of each stream until the end of a month, held against
/// the ledger of that day.
@Singleton
@Connectable
class DeclaredStockViews {

  private final DSLContext sql;
  private final Balances balances;

  DeclaredStockViews(DSLContext sql, Balances balances) {
    this.sql = sql;
    this.balances = balances;
  }

  Map<Id, RateCalculation.Declared> until(Collection<Id> streams, YearMonth to) {
    Map<Id, RateCalculation.Declared> declared = new HashMap<>();
    if (streams.isEmpty()) {
      return declared;
    }
    sql.select(
            STREAM_STOCK_TAKE.STREAM_ID,
            STREAM_STOCK_TAKE.COUNTED_KG,
            STREAM_STOCK_TAKE.OCCURRED_ON)
        .from(STREAM_STOCK_TAKE)
        .where(STREAM_STOCK_TAKE.STREAM_ID.in(streams))
        .and(STREAM_STOCK_TAKE.VOIDED_BY.isNull())
        .and(STREAM_STOCK_TAKE.OCCURRED_ON.le(to.atEndOfMonth()))
        .orderBy(STREAM_STOCK_TAKE.OCCURRED_ON.desc(), STREAM_STOCK_TAKE.ID.desc())
        .forEach(row ->
            declared.computeIfAbsent(
                row.value1(),
                stream ->
                    new RateCalculation.Declared(
                        row.value2(),
                        row.value2() - balances.netOfStreamAt(stream, row.value3()))));
    return declared;
  }
}
