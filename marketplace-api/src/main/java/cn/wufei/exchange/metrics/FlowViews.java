package cn.wufei.exchange.metrics;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Unit;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Sums the mass postings of streams by month and by the kinds of account that they join.
@Singleton
@Connectable
class FlowViews {

  private static final LedgerAccount DEBIT = LEDGER_ACCOUNT.as("debit");
  private static final LedgerAccount CREDIT = LEDGER_ACCOUNT.as("credit");

  private final DSLContext sql;

  FlowViews(DSLContext sql) {
    this.sql = sql;
  }

  /// All flows of the streams until the end of the month, from the first record on.
  List<Flow> until(Collection<Id> streams, YearMonth to) {
    if (streams.isEmpty()) {
      return List.of();
    }
    Field<Integer> year = DSL.year(LEDGER_TRANSFER.OCCURRED_ON);
    Field<Integer> month = DSL.month(LEDGER_TRANSFER.OCCURRED_ON);
    Field<Id> stream = DSL.coalesce(DEBIT.STREAM_ID, CREDIT.STREAM_ID);
    Field<Integer> old =
        DSL.when(
                DSL.coalesce(DEBIT.GENERATION_YEAR, CREDIT.GENERATION_YEAR)
                    .lt(year.cast(Short.class)),
                DSL.inline(1))
            .otherwise(DSL.inline(0));
    return sql.select(
            stream, CREDIT.KIND, DEBIT.KIND, old, year, month, DSL.sum(LEDGER_POSTING.AMOUNT))
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .join(DEBIT)
        .on(DEBIT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .where(LEDGER_POSTING.UNIT.eq(Unit.MASS_KG.code()))
        .and(LEDGER_TRANSFER.OCCURRED_ON.le(lastDayOf(to)))
        .and(DEBIT.STREAM_ID.in(streams).or(CREDIT.STREAM_ID.in(streams)))
        .groupBy(stream, CREDIT.KIND, DEBIT.KIND, old, year, month)
        .fetch(row ->
            new Flow(
                row.value1(),
                kind(row.value2()),
                kind(row.value3()),
                row.value4() == 1,
                YearMonth.of(row.value5(), row.value6()),
                kg(row.value7())));
  }

  static LocalDate lastDayOf(YearMonth month) {
    return month.atEndOfMonth();
  }

  static AccountKind kind(String code) {
    return AccountKind.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static long kg(BigDecimal sum) {
    return sum.longValueExact();
  }
}
