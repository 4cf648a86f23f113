package cn.wufei.exchange.ledger.day;

import static cn.wufei.exchange.db.Tables.LEDGER_DAY;
import static cn.wufei.exchange.db.Tables.LEDGER_DAY_HEAD;
import static cn.wufei.exchange.db.Tables.LEDGER_HEAD;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

@Singleton
class DayStore {

  private static final Id HEAD = Id.of(1);

  /// China Standard Time has had no summer time in the years that the ledger records.
  private static final DayToSecond TO_CHINA = new DayToSecond(0, 8);

  private final DSLContext sql;

  DayStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Locks the row for which the instances queue, and says up to where the totals go.
  long lockHead() {
    return sql.select(LEDGER_DAY_HEAD.LAST_POSTING)
        .from(LEDGER_DAY_HEAD)
        .where(LEDGER_DAY_HEAD.ID.eq(HEAD))
        .forUpdate()
        .fetchSingle()
        .value1();
  }

  /// Up to where the totals go, as a part of a statement that reads them.
  static Field<Long> brought(DSLContext sql) {
    return sql.select(LEDGER_DAY_HEAD.LAST_POSTING)
        .from(LEDGER_DAY_HEAD)
        .where(LEDGER_DAY_HEAD.ID.eq(HEAD))
        .asField();
  }

  /// The last posting that is committed; all before it are, too.
  long lastCommitted() {
    return sql.select(LEDGER_HEAD.LAST_POSTING)
        .from(LEDGER_HEAD)
        .where(LEDGER_HEAD.ID.eq(HEAD))
        .fetchSingle()
        .value1();
  }

  /// Adds the postings after `after` up to `last` to the totals.
  void add(long after, long last) {
    Field<Long> nothing = DSL.inline(0L);
    Table<?> changes =
        side(LEDGER_POSTING.DEBIT_ACCOUNT_ID, LEDGER_POSTING.AMOUNT, nothing, after, last)
            .unionAll(
                side(LEDGER_POSTING.CREDIT_ACCOUNT_ID, nothing, LEDGER_POSTING.AMOUNT, after, last))
            .asTable("movement", "account_id", "occurred_on", "recorded_on", "came_in", "went_out");
    Field<Id> account = column(changes, 0, LEDGER_DAY.ACCOUNT_ID);
    Field<LocalDate> occurredOn = column(changes, 1, LEDGER_DAY.OCCURRED_ON);
    Field<LocalDate> recordedOn = column(changes, 2, LEDGER_DAY.RECORDED_ON);
    sql.insertInto(
            LEDGER_DAY,
            LEDGER_DAY.ACCOUNT_ID,
            LEDGER_DAY.OCCURRED_ON,
            LEDGER_DAY.RECORDED_ON,
            LEDGER_DAY.DEBIT_TOTAL,
            LEDGER_DAY.CREDIT_TOTAL)
        .select(
            sql.select(
                    account,
                    occurredOn,
                    recordedOn,
                    DSL.sum(column(changes, 3, LEDGER_DAY.DEBIT_TOTAL)).coerce(Long.class),
                    DSL.sum(column(changes, 4, LEDGER_DAY.CREDIT_TOTAL)).coerce(Long.class))
                .from(changes)
                .groupBy(account, occurredOn, recordedOn))
        .onDuplicateKeyUpdate()
        .set(
            LEDGER_DAY.DEBIT_TOTAL,
            LEDGER_DAY.DEBIT_TOTAL.plus(DSL.excluded(LEDGER_DAY.DEBIT_TOTAL)))
        .set(
            LEDGER_DAY.CREDIT_TOTAL,
            LEDGER_DAY.CREDIT_TOTAL.plus(DSL.excluded(LEDGER_DAY.CREDIT_TOTAL)))
        .execute();
    sql.update(LEDGER_DAY_HEAD)
        .set(LEDGER_DAY_HEAD.LAST_POSTING, last)
        .where(LEDGER_DAY_HEAD.ID.eq(HEAD))
        .execute();
  }

  private Select<Record5<Id, LocalDate, LocalDate, Long, Long>> side(
      Field<Id> account, Field<Long> debit, Field<Long> credit, long after, long last) {
    Field<Long> number = LEDGER_POSTING.ID.coerce(Long.class);
    return sql.select(
            account,
            LEDGER_TRANSFER.OCCURRED_ON,
            LEDGER_TRANSFER.RECORDED_AT.plus(TO_CHINA).cast(LocalDate.class),
            debit,
            credit)
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .where(number.gt(after))
        .and(number.le(last));
  }

  private static <T> Field<T> column(Table<?> table, int index, Field<T> type) {
    return Objects.requireNonNull(table.field(index)).coerce(type);
  }
}
