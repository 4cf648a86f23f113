package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Sums what moved of a stream's tonnes, year by year. What a reversal moves back counts as the
/// negative of what was moved.
@Singleton
@Connectable
@WritesSql(because = "it is the public face of the ledger, named for what it gives")
public class StreamFlows {

  private static final LedgerAccount DEBIT = LEDGER_ACCOUNT.as("debit");
  private static final LedgerAccount CREDIT = LEDGER_ACCOUNT.as("credit");

  private final DSLContext sql;

  StreamFlows(DSLContext sql) {
    this.sql = sql;
  }

  /// By calendar year of occurrence and by the kinds of account joined, oldest year first.
  public List<YearFlow> byYear(Id stream) {
    Field<Integer> year = DSL.year(LEDGER_TRANSFER.OCCURRED_ON);
    Field<Integer> old =
        DSL.when(
                DSL.coalesce(DEBIT.GENERATION_YEAR, CREDIT.GENERATION_YEAR)
                    .lt(year.cast(Short.class)),
                DSL.inline(1))
            .otherwise(DSL.inline(0));
    Condition told = LEDGER_TRANSFER.REVERSES_ID.isNull();
    Field<Id> givingStream = DSL.when(told, CREDIT.STREAM_ID).otherwise(DEBIT.STREAM_ID);
    Field<Id> takingStream = DSL.when(told, DEBIT.STREAM_ID).otherwise(CREDIT.STREAM_ID);
    Field<String> giver = DSL.when(told, CREDIT.KIND).otherwise(DEBIT.KIND);
    Field<String> taker = DSL.when(told, DEBIT.KIND).otherwise(CREDIT.KIND);
    Field<Long> kg = DSL.when(told, LEDGER_POSTING.AMOUNT).otherwise(LEDGER_POSTING.AMOUNT.neg());
    return sql.select(year, giver, taker, givingStream, takingStream, old, DSL.sum(kg))
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .join(DEBIT)
        .on(DEBIT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .where(LEDGER_POSTING.UNIT.eq(Unit.MASS_KG.code()))
        .and(DEBIT.STREAM_ID.eq(stream).or(CREDIT.STREAM_ID.eq(stream)))
        .groupBy(year, giver, taker, givingStream, takingStream, old)
        .orderBy(year)
        .fetch(row ->
            new YearFlow(
                row.value1(),
                AccountKind.ofCode(row.value2()),
                AccountKind.ofCode(row.value3()),
                stream.equals(row.value4()),
                stream.equals(row.value5()),
                row.value6() == 1,
                row.value7().longValueExact()));
  }

  /// Tonnes that went from one kind of account to another in one year.
  ///
  /// @param gives whether the stream's own account gave them; otherwise another stream's did
  /// @param takes whether the stream's own account took them; otherwise another stream's did
  /// @param fromOldStock whether they were generated before that year
  public record YearFlow(
      int year,
      AccountKind from,
      AccountKind to,
      boolean gives,
      boolean takes,
      boolean fromOldStock,
      long kg) {}
}
