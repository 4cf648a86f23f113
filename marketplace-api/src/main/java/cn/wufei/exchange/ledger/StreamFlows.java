package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record9;
import org.jooq.impl.DSL;

/// Sums the mass postings of streams by month and by the kinds of account that they join. What a
/// reversal moves back is the negative of what was moved, and no flow of its own: a dispatch that
/// was taken back is not a return.
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

  /// All flows of the streams until the end of the day, from the first record on.
  public List<Flow> until(Collection<Id> streams, LocalDate day) {
    if (streams.isEmpty()) {
      return List.of();
    }
    Set<Id> asked = Set.copyOf(streams);
    Field<Integer> year = DSL.year(LEDGER_TRANSFER.OCCURRED_ON);
    Field<Integer> month = DSL.month(LEDGER_TRANSFER.OCCURRED_ON);
    Condition told = LEDGER_TRANSFER.REVERSES_ID.isNull();
    Field<Id> givingStream = DSL.when(told, CREDIT.STREAM_ID).otherwise(DEBIT.STREAM_ID);
    Field<Id> takingStream = DSL.when(told, DEBIT.STREAM_ID).otherwise(CREDIT.STREAM_ID);
    Field<String> giver = DSL.when(told, CREDIT.KIND).otherwise(DEBIT.KIND);
    Field<String> taker = DSL.when(told, DEBIT.KIND).otherwise(CREDIT.KIND);
    Field<Short> credited = DSL.coalesce(CREDIT.GENERATION_YEAR, DEBIT.GENERATION_YEAR);
    Field<Short> debited = DSL.coalesce(DEBIT.GENERATION_YEAR, CREDIT.GENERATION_YEAR);
    Field<Integer> givenOld = old(DSL.when(told, credited).otherwise(debited), year);
    Field<Integer> takenOld = old(DSL.greatest(credited, debited), year);
    Field<Long> kg = DSL.when(told, LEDGER_POSTING.AMOUNT).otherwise(LEDGER_POSTING.AMOUNT.neg());
    return sql
        .select(
            givingStream, takingStream, giver, taker, givenOld, takenOld, year, month, DSL.sum(kg))
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .join(DEBIT)
        .on(DEBIT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .where(LEDGER_POSTING.UNIT.eq(Unit.MASS_KG.code()))
        .and(LEDGER_TRANSFER.OCCURRED_ON.le(day))
        .and(DEBIT.STREAM_ID.in(streams).or(CREDIT.STREAM_ID.in(streams)))
        .groupBy(givingStream, takingStream, giver, taker, givenOld, takenOld, year, month)
        .fetch()
        .stream()
        .flatMap(row -> flows(row, asked))
        .toList();
  }

  /// A tonne is of the later of the two years that its posting joins: what left unrecorded in a
  /// year and old stock made good was never counted as old. Only the stream that gives old stock to
  /// another one gives old stock.
  private static Field<Integer> old(Field<Short> generated, Field<Integer> year) {
    return DSL.when(generated.lt(year.cast(Short.class)), DSL.inline(1)).otherwise(DSL.inline(0));
  }

  /// The flow of the stream that both accounts are of, or the halves of the two streams, as far as
  /// they were asked for.
  private static Stream<Flow> flows(
      Record9<Id, Id, String, String, Integer, Integer, Integer, Integer, BigDecimal> row,
      Set<Id> asked) {
    Id from = row.value1();
    Id to = row.value2();
    if (from == null || to == null || from.equals(to)) {
      return Stream.of(flow(row, from == null ? to : from, Flow.Side.BOTH));
    }
    return Stream.of(flow(row, from, Flow.Side.GIVES), flow(row, to, Flow.Side.TAKES))
        .filter(half -> asked.contains(half.stream()));
  }

  private static Flow flow(
      Record9<Id, Id, String, String, Integer, Integer, Integer, Integer, BigDecimal> row,
      Id stream,
      Flow.Side side) {
    return new Flow(
        stream,
        AccountKind.ofCode(row.value3()),
        AccountKind.ofCode(row.value4()),
        side,
        (side == Flow.Side.GIVES ? row.value5() : row.value6()) == 1,
        YearMonth.of(row.value7(), row.value8()),
        row.value9().longValueExact());
  }
}
