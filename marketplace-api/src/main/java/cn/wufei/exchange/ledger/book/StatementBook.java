package cn.wufei.exchange.ledger.book;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BLOCK;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.Unit;
import cn.wufei.exchange.ledger.day.RecordedAxis;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads statements in the order of the postings' numbers, which is the order in which they were
/// recorded. A page reads each side of the accounts by its index and no more rows than it shows.
@Singleton
@Connectable
@WritesSql(because = "it is the public face of the ledger, named for what it gives")
public class StatementBook {

  private static final LedgerAccount DEBIT = LEDGER_ACCOUNT.as("debit");
  private static final LedgerAccount CREDIT = LEDGER_ACCOUNT.as("credit");
  private static final Field<Long> BLOCK =
      DSL.field(
          DSL.select(LEDGER_BLOCK.BLOCK_NUMBER)
              .from(LEDGER_BLOCK)
              .where(LEDGER_BLOCK.LAST_POSTING.ge(LEDGER_POSTING.ID.coerce(Long.class)))
              .orderBy(LEDGER_BLOCK.LAST_POSTING, LEDGER_BLOCK.BLOCK_NUMBER)
              .limit(DSL.inline(1)));
  private static final List<SelectField<?>> COLUMNS =
      List.of(
          LEDGER_POSTING.ID,
          BLOCK,
          LEDGER_POSTING.TRANSFER_ID,
          LEDGER_TRANSFER.KIND,
          LEDGER_TRANSFER.REFERENCE,
          LEDGER_TRANSFER.ORGANISATION_ID,
          LEDGER_TRANSFER.SUBJECT_ID,
          LEDGER_TRANSFER.OCCURRED_AT,
          LEDGER_TRANSFER.OCCURRED_ON,
          LEDGER_TRANSFER.RECORDED_AT,
          LEDGER_TRANSFER.REVERSES_ID,
          LEDGER_POSTING.UNIT,
          LEDGER_POSTING.AMOUNT,
          LEDGER_POSTING.DEBIT_AFTER,
          LEDGER_POSTING.CREDIT_AFTER,
          DEBIT.ID,
          DEBIT.KIND,
          DEBIT.OWNER_ID,
          DEBIT.COUNTERPARTY_ID,
          DEBIT.STREAM_ID,
          DEBIT.GENERATION_YEAR,
          CREDIT.ID,
          CREDIT.KIND,
          CREDIT.OWNER_ID,
          CREDIT.COUNTERPARTY_ID,
          CREDIT.STREAM_ID,
          CREDIT.GENERATION_YEAR);

  private final DSLContext sql;
  private final RecordedAxis recorded;

  StatementBook(DSLContext sql, RecordedAxis recorded) {
    this.sql = sql;
    this.recorded = recorded;
  }

  /// The newest lines, or those before a posting.
  public List<StatementLine> newest(StatementQuery query, @Nullable Long before, int limit) {
    return lines(numbers(query, before, limit, Order.NEWEST_FIRST), Order.NEWEST_FIRST);
  }

  /// The oldest lines, or those after a posting.
  public List<StatementLine> oldest(StatementQuery query, @Nullable Long after, int limit) {
    return lines(numbers(query, after, limit, Order.OLDEST_FIRST), Order.OLDEST_FIRST);
  }

  /// Whether there are more lines than that.
  public boolean hasMoreThan(StatementQuery query, int lines) {
    return numbers(query, null, lines + 1, Order.OLDEST_FIRST).size() > lines;
  }

  public @Nullable StatementLine find(long number) {
    List<StatementLine> found = lines(List.of(number), Order.NEWEST_FIRST);
    return found.isEmpty() ? null : found.getFirst();
  }

  private List<Long> numbers(StatementQuery query, @Nullable Long cursor, int limit, Order order) {
    Comparator<Long> wanted =
        order == Order.NEWEST_FIRST ? Comparator.reverseOrder() : Comparator.naturalOrder();
    TreeSet<Long> numbers = new TreeSet<>(wanted);
    List<Condition> bounds = bounds(query, cursor, order);
    for (Field<Id> side :
        List.of(LEDGER_POSTING.DEBIT_ACCOUNT_ID, LEDGER_POSTING.CREDIT_ACCOUNT_ID)) {
      numbers.addAll(ofSide(query, side, bounds, limit, order));
    }
    return numbers.stream().limit(limit).toList();
  }

  private List<Long> ofSide(
      StatementQuery query, Field<Id> side, List<Condition> bounds, int limit, Order order) {
    Field<Long> number = LEDGER_POSTING.ID.coerce(Long.class);
    SelectConditionStep<?> rows =
        query.from() == null && query.to() == null
            ? sql.select(number).from(LEDGER_POSTING).where(of(query.scope(), side))
            : sql.select(number)
                .from(LEDGER_POSTING)
                .join(LEDGER_TRANSFER)
                .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
                .where(of(query.scope(), side));
    return rows.and(DSL.and(bounds))
        .orderBy(order == Order.NEWEST_FIRST ? LEDGER_POSTING.ID.desc() : LEDGER_POSTING.ID.asc())
        .limit(limit)
        .fetch(number);
  }

  private Condition of(StatementQuery.Scope scope, Field<Id> side) {
    return switch (scope) {
      case StatementQuery.OfAccount(Id account) -> side.eq(account);
      case StatementQuery.OfOrganisation(Id organisation, boolean withMoney) ->
          side.in(
              sql.select(LEDGER_ACCOUNT.ID)
                  .from(LEDGER_ACCOUNT)
                  .where(AccountBook.ofOrganisation(organisation))
                  .and(
                      withMoney
                          ? DSL.noCondition()
                          : LEDGER_ACCOUNT.UNIT.ne(Unit.MONEY_FEN.code())));
    };
  }

  /// What happened on a day was not recorded before it.
  private List<Condition> bounds(StatementQuery query, @Nullable Long cursor, Order order) {
    Field<Long> number = LEDGER_POSTING.ID.coerce(Long.class);
    List<Condition> bounds = new ArrayList<>();
    if (query.from() != null) {
      bounds.add(number.gt(recorded.lastPostingBefore(LocalCalendar.startOf(query.from()))));
      bounds.add(LEDGER_TRANSFER.OCCURRED_ON.ge(query.from()));
    }
    if (query.to() != null) {
      bounds.add(LEDGER_TRANSFER.OCCURRED_ON.le(query.to()));
    }
    if (cursor != null) {
      bounds.add(order == Order.NEWEST_FIRST ? number.lt(cursor) : number.gt(cursor));
    }
    return bounds;
  }

  private List<StatementLine> lines(Collection<Long> numbers, Order order) {
    return sql.select(COLUMNS)
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .join(DEBIT)
        .on(DEBIT.ID.eq(LEDGER_POSTING.DEBIT_ACCOUNT_ID))
        .join(CREDIT)
        .on(CREDIT.ID.eq(LEDGER_POSTING.CREDIT_ACCOUNT_ID))
        .where(LEDGER_POSTING.ID.in(numbers.stream().map(Id::of).toList()))
        .orderBy(order == Order.NEWEST_FIRST ? LEDGER_POSTING.ID.desc() : LEDGER_POSTING.ID.asc())
        .fetch(StatementBook::line);
  }

  private static StatementLine line(Record row) {
    return new StatementLine(
        row.get(LEDGER_POSTING.ID).value(),
        row.get(BLOCK),
        row.get(LEDGER_POSTING.TRANSFER_ID),
        row.get(LEDGER_TRANSFER.KIND),
        row.get(LEDGER_TRANSFER.REFERENCE),
        row.get(LEDGER_TRANSFER.ORGANISATION_ID),
        row.get(LEDGER_TRANSFER.SUBJECT_ID),
        row.get(LEDGER_TRANSFER.OCCURRED_AT),
        row.get(LEDGER_TRANSFER.OCCURRED_ON),
        row.get(LEDGER_TRANSFER.RECORDED_AT),
        row.get(LEDGER_TRANSFER.REVERSES_ID),
        row.get(LEDGER_POSTING.UNIT),
        row.get(LEDGER_POSTING.AMOUNT),
        side(row, CREDIT, row.get(LEDGER_POSTING.CREDIT_AFTER)),
        side(row, DEBIT, row.get(LEDGER_POSTING.DEBIT_AFTER)));
  }

  private static StatementLine.Side side(Record row, LedgerAccount account, long after) {
    Short year = row.get(account.GENERATION_YEAR);
    return new StatementLine.Side(
        row.get(account.ID),
        row.get(account.KIND),
        row.get(account.OWNER_ID),
        row.get(account.COUNTERPARTY_ID),
        row.get(account.STREAM_ID),
        year == null ? null : (int) year,
        after);
  }

  private enum Order {
    NEWEST_FIRST,
    OLDEST_FIRST
  }
}
