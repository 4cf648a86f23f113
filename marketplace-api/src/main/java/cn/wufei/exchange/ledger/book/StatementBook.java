package cn.wufei.exchange.ledger.book;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BLOCK;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.db.tables.LedgerAccount;
import cn.wufei.exchange.db.tables.LedgerBlock;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.Unit;
import cn.wufei.exchange.ledger.day.RecordedAxis;
import cn.wufei.exchange.ledger.day.RecordedDays;
import cn.wufei.exchange.ledger.line.Numbers;
import cn.wufei.exchange.ledger.line.Numbers.Order;
import cn.wufei.exchange.ledger.line.PostingSearch;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads statements in the order of the postings' numbers, which is the order in which they were
/// recorded.
@Singleton
@Connectable
@WritesSql(because = "it is the public face of the ledger, named for what it gives")
public class StatementBook {

  private static final LedgerAccount DEBIT = LEDGER_ACCOUNT.as("debit");
  private static final LedgerAccount CREDIT = LEDGER_ACCOUNT.as("credit");

  /// What was recorded before there were blocks is sealed by the first one and has times of its
  /// own; everything else was recorded when its block was.
  private static final LedgerBlock FIRST = LEDGER_BLOCK.as("first");

  private static final Field<Long> BLOCK =
      DSL.coalesce(
          LEDGER_BLOCK.BLOCK_NUMBER,
          DSL.field(
              DSL.select(FIRST.BLOCK_NUMBER)
                  .from(FIRST)
                  .where(FIRST.BLOCK_NUMBER.eq(1L))
                  .and(FIRST.LAST_POSTING.ge(LEDGER_POSTING.ID.coerce(Long.class)))));
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

  /// The longest period of which it is asked on which days an organisation's postings about it were
  /// recorded: so many totals there are for each day.
  private static final int SHORT_DAYS = 62;

  private final DSLContext sql;
  private final RecordedAxis recorded;
  private final RecordedDays days;
  private final PostingSearch postings;

  StatementBook(DSLContext sql, RecordedAxis recorded, RecordedDays days, PostingSearch postings) {
    this.sql = sql;
    this.recorded = recorded;
    this.days = days;
    this.postings = postings;
  }

  /// The newest lines, or those before a posting.
  public List<StatementLine> newest(StatementQuery query, @Nullable Long before, int limit) {
    return lines(numbers(query, from(Numbers.NEWEST_FIRST, before), limit), Order.NEWEST_FIRST);
  }

  /// The oldest lines, or those after a posting.
  public List<StatementLine> oldest(StatementQuery query, @Nullable Long after, int limit) {
    return lines(numbers(query, from(Numbers.OLDEST_FIRST, after), limit), Order.OLDEST_FIRST);
  }

  /// All lines, the oldest first, in pieces: of what is not handed on yet, only the numbers are in
  /// memory.
  public void all(
      StatementQuery.OfOrganisation scope, int piece, Consumer<List<StatementLine>> sink) {
    long[] numbers = postings.allOf(accountsOf(scope));
    for (int from = 0; from < numbers.length; from += piece) {
      int to = Math.min(numbers.length, from + piece);
      sink.accept(lines(Arrays.stream(numbers, from, to).boxed().toList(), Order.OLDEST_FIRST));
    }
  }

  /// Whether there are more lines than that.
  public boolean hasMoreThan(StatementQuery query, int lines) {
    return numbers(query, Numbers.OLDEST_FIRST, lines + 1).size() > lines;
  }

  public @Nullable StatementLine find(long number) {
    List<StatementLine> found = lines(List.of(number), Order.NEWEST_FIRST);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static Numbers from(Numbers all, @Nullable Long cursor) {
    return cursor == null ? all : all.beyond(cursor);
  }

  /// What happened on a day was not recorded before it. What happened until a day is looked for
  /// among what was recorded on the days that have any of it.
  private List<Long> numbers(StatementQuery query, Numbers asked, int limit) {
    Numbers numbers =
        query.from() == null
            ? asked
            : asked.since(recorded.lastPostingBefore(LocalCalendar.startOf(query.from())));
    List<RecordedDays.Stretch> stretches = stretches(query);
    SequencedSet<Long> found = new LinkedHashSet<>();
    for (RecordedDays.Stretch stretch :
        numbers.order() == Order.NEWEST_FIRST ? stretches.reversed() : stretches) {
      if (found.size() < limit) {
        found.addAll(among(query, numbers.since(stretch.after()).until(stretch.last()), limit));
      }
    }
    return found.stream().limit(limit).toList();
  }

  private List<Long> among(StatementQuery query, Numbers numbers, int limit) {
    return switch (query.scope()) {
      case StatementQuery.OfAccount(Id account) ->
          postings.ofAccount(account, happened(query), numbers, limit);
      case StatementQuery.OfOrganisation organisation ->
          postings.ofMany(accountsOf(organisation), happened(query), numbers, limit);
    };
  }

  private List<RecordedDays.Stretch> stretches(StatementQuery query) {
    LocalDate from = query.from();
    LocalDate to = query.to();
    if (to == null) {
      return RecordedDays.ALL;
    }
    return switch (query.scope()) {
      case StatementQuery.OfAccount(Id account) -> days.about(List.of(account), from, to);
      case StatementQuery.OfOrganisation organisation ->
          from != null && !to.isAfter(from.plusDays(SHORT_DAYS))
              ? days.about(
                  sql.select(LEDGER_ACCOUNT.ID)
                      .from(LEDGER_ACCOUNT)
                      .where(accountsOf(organisation))
                      .fetch(LEDGER_ACCOUNT.ID),
                  from,
                  to)
              : RecordedDays.ALL;
    };
  }

  private static Condition accountsOf(StatementQuery.OfOrganisation scope) {
    return AccountBook.ofOrganisation(scope.organisation())
        .and(scope.withMoney() ? DSL.noCondition() : LEDGER_ACCOUNT.UNIT.ne(Unit.MONEY_FEN.code()));
  }

  private static @Nullable Condition happened(StatementQuery query) {
    if (query.from() == null) {
      return query.to() == null ? null : LEDGER_TRANSFER.OCCURRED_ON.le(query.to());
    }
    return query.to() == null
        ? LEDGER_TRANSFER.OCCURRED_ON.ge(query.from())
        : LEDGER_TRANSFER.OCCURRED_ON.between(query.from(), query.to());
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
        .leftJoin(LEDGER_BLOCK)
        .on(LEDGER_BLOCK.RECORDED_AT.eq(LEDGER_TRANSFER.RECORDED_AT))
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
}
