package cn.wufei.exchange.ledger.day;

import static cn.wufei.exchange.db.Tables.LEDGER_DAY;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// What moved through accounts: the totals by day as far as they were brought forward, and the
/// postings after that, in one statement, so that none is missed and none counted twice. Each
/// account is looked up by its own index; nothing is scanned.
@Singleton
@Connectable
@WritesSql(because = "its one statement is what the movements of days are read from")
public class Movements {

  private final DSLContext sql;

  Movements(DSLContext sql) {
    this.sql = sql;
  }

  /// Debits and credits of each of the accounts that had any.
  public Map<Id, Moved> of(Collection<Id> accounts, Window window) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    Changes changes = changes(accounts, window);
    return sql.select(changes.account(), changes.debits(), changes.credits())
        .from(changes.table())
        .groupBy(changes.account())
        .fetchMap(row -> row.value1(), row -> moved(row.value2(), row.value3()));
  }

  /// The same of one account by the day on which it happened, oldest first.
  public Map<LocalDate, Moved> byDay(Id account, Window window) {
    Changes changes = changes(List.of(account), window);
    Map<LocalDate, Moved> days = new LinkedHashMap<>();
    sql.select(changes.day(), changes.debits(), changes.credits())
        .from(changes.table())
        .groupBy(changes.day())
        .orderBy(changes.day())
        .forEach(row -> days.put(row.value1(), moved(row.value2(), row.value3())));
    return days;
  }

  /// The same of many accounts, whenever it happened.
  public Map<Id, Map<LocalDate, Moved>> byDays(Collection<Id> accounts) {
    Map<Id, Map<LocalDate, Moved>> days = new HashMap<>();
    if (accounts.isEmpty()) {
      return days;
    }
    Changes changes = changes(accounts, new Window(null, null));
    sql.select(changes.account(), changes.day(), changes.debits(), changes.credits())
        .from(changes.table())
        .groupBy(changes.account(), changes.day())
        .forEach(row ->
            days.computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .put(row.value2(), moved(row.value3(), row.value4())));
    return days;
  }

  private Changes changes(Collection<Id> accounts, Window window) {
    Field<Long> nothing = DSL.inline(0L);
    Table<?> table =
        sql.select(
                LEDGER_DAY.ACCOUNT_ID,
                LEDGER_DAY.OCCURRED_ON,
                LEDGER_DAY.DEBIT_TOTAL,
                LEDGER_DAY.CREDIT_TOTAL)
            .from(LEDGER_DAY)
            .where(LEDGER_DAY.ACCOUNT_ID.in(accounts))
            .and(within(LEDGER_DAY.OCCURRED_ON, window))
            .unionAll(
                tail(
                    LEDGER_POSTING.DEBIT_ACCOUNT_ID,
                    LEDGER_POSTING.AMOUNT,
                    nothing,
                    accounts,
                    window))
            .unionAll(
                tail(
                    LEDGER_POSTING.CREDIT_ACCOUNT_ID,
                    nothing,
                    LEDGER_POSTING.AMOUNT,
                    accounts,
                    window))
            .asTable("movement");
    return new Changes(table);
  }

  /// The postings that the totals do not hold, on one side.
  private Select<Record4<Id, LocalDate, Long, Long>> tail(
      Field<Id> side,
      Field<Long> debit,
      Field<Long> credit,
      Collection<Id> accounts,
      Window window) {
    return sql.select(side, LEDGER_TRANSFER.OCCURRED_ON, debit, credit)
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .where(side.in(accounts))
        .and(notInTotals())
        .and(within(LEDGER_TRANSFER.OCCURRED_ON, window));
  }

  private Condition notInTotals() {
    return LEDGER_POSTING.ID.coerce(Long.class).gt(DayStore.brought(sql));
  }

  private static Condition within(Field<LocalDate> day, Window window) {
    Condition condition = DSL.noCondition();
    if (window.from() != null) {
      condition = condition.and(day.ge(window.from()));
    }
    if (window.to() != null) {
      condition = condition.and(day.le(window.to()));
    }
    return condition;
  }

  private static Moved moved(BigDecimal debits, BigDecimal credits) {
    return new Moved(debits.longValueExact(), credits.longValueExact());
  }

  /// What came into an account and what left it.
  public record Moved(long debits, long credits) {

    public long net() {
      return debits - credits;
    }
  }

  @WritesSql(because = "it names the columns of that statement")
  private record Changes(Table<?> table) {

    Field<Id> account() {
      return column(LEDGER_DAY.ACCOUNT_ID);
    }

    Field<LocalDate> day() {
      return column(LEDGER_DAY.OCCURRED_ON);
    }

    Field<BigDecimal> debits() {
      return DSL.sum(column(LEDGER_DAY.DEBIT_TOTAL));
    }

    Field<BigDecimal> credits() {
      return DSL.sum(column(LEDGER_DAY.CREDIT_TOTAL));
    }

    private <T> Field<T> column(Field<T> first) {
      return Objects.requireNonNull(table.field(first));
    }
  }
}
