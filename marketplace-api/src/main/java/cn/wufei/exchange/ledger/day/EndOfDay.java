package cn.wufei.exchange.ledger.day;

import static cn.wufei.exchange.db.Tables.LEDGER_DAY;
import static cn.wufei.exchange.db.Tables.LEDGER_POSTING;
import static cn.wufei.exchange.db.Tables.LEDGER_TRANSFER;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What an account held at the end of a day: what it held by all that was recorded until then,
/// which one posting says, and what was recorded later about the day and those before it. That is
/// found by how late it was recorded, so that neither the years before nor those after are read.
/// Nothing is recorded before it happened.
@Singleton
@Connectable
@WritesSql(because = "it is what the balances of past days are read from")
public class EndOfDay {

  private static final String LATE_INDEX = "ix_ledger_day_late";

  /// A class k holds what was recorded up to 2^k - 1 days after it happened. The database works it
  /// out; 16 of them are 179 years.
  private static final Field<Short> LATE = DSL.field(DSL.name("late"), Short.class);

  private static final int CLASSES = 16;

  private static final Field<Long> NUMBER = LEDGER_POSTING.ID.coerce(Long.class);

  private final DSLContext sql;
  private final RecordedAxis recorded;
  private final RunningBalance running;

  EndOfDay(DSLContext sql, RecordedAxis recorded, RunningBalance running) {
    this.sql = sql;
    this.recorded = recorded;
    this.running = running;
  }

  /// By what is recorded now.
  public long held(Id account, LocalDate day) {
    // In this order: when anything was recorded after the day, what was recorded until its end does
    // not change any more.
    return recordedLater(account, day, new Reading(null, List.of(plus(NUMBER.gt(brought())))))
        + heldAtEnd(account, day);
  }

  /// By what was recorded until a moment.
  public long held(Id account, LocalDate day, Instant moment) {
    LocalDate lastDay = LocalCalendar.dayOf(moment);
    long last = recorded.lastPostingAt(moment);
    return day.isBefore(lastDay)
        ? recordedLater(account, day, until(lastDay, last)) + heldAtEnd(account, day)
        : running.after(account, last);
  }

  /// The moment's own day is read posting by posting, from its beginning on or back from its end,
  /// whichever is nearer.
  private Reading until(LocalDate lastDay, long last) {
    long before = recorded.lastPostingBefore(LocalCalendar.startOf(lastDay));
    // In this order: what is beyond the day's end was recorded after it, so that the day is over.
    long now = recorded.lastPosting();
    long end = recorded.lastPostingBefore(endOf(lastDay));
    if (now > end && end - last <= last - before) {
      return new Reading(
          lastDay.plusDays(1),
          List.of(
              plus(NUMBER.gt(brought()).and(NUMBER.le(last))),
              minus(NUMBER.gt(last).and(NUMBER.le(DSL.least(brought(), DSL.val(end)))))));
    }
    return new Reading(
        lastDay,
        List.of(plus(NUMBER.gt(DSL.least(brought(), DSL.val(before))).and(NUMBER.le(last)))));
  }

  private long heldAtEnd(Id account, LocalDate day) {
    return running.after(account, recorded.lastPostingBefore(endOf(day)));
  }

  private static Instant endOf(LocalDate day) {
    return LocalCalendar.startOf(day.plusDays(1));
  }

  /// What was recorded after the day about it and those before, in one statement, so that no
  /// posting is missed and none counted twice.
  private long recordedLater(Id account, LocalDate day, Reading reading) {
    Select<Record1<Long>> all = totals(account, day, reading.totalsBefore());
    for (Part part : reading.parts()) {
      Field<Long> amount = LEDGER_POSTING.AMOUNT;
      Condition debit = LEDGER_POSTING.DEBIT_ACCOUNT_ID.eq(account).and(part.numbers());
      Condition credit = LEDGER_POSTING.CREDIT_ACCOUNT_ID.eq(account).and(part.numbers());
      all =
          all.unionAll(postings(debit, part.adds() ? amount : amount.neg(), day))
              .unionAll(postings(credit, part.adds() ? amount.neg() : amount, day));
    }
    Table<?> changes = all.asTable("movement", "moved");
    Field<Long> moved = Objects.requireNonNull(changes.field(0)).coerce(Long.class);
    BigDecimal sum = sql.select(DSL.sum(moved)).from(changes).fetchSingle().value1();
    return sum == null ? 0 : sum.longValueExact();
  }

  private Select<Record1<Long>> totals(Id account, LocalDate day, @Nullable LocalDate before) {
    List<Condition> classes = new ArrayList<>();
    for (int late = 1; late <= CLASSES; late++) {
      classes.add(
          LATE.eq(DSL.inline((short) late))
              .and(LEDGER_DAY.OCCURRED_ON.between(day.minusDays((1L << late) - 2), day)));
    }
    return sql.select(LEDGER_DAY.DEBIT_TOTAL.minus(LEDGER_DAY.CREDIT_TOTAL))
        .from(LEDGER_DAY.forceIndex(LATE_INDEX))
        .where(LEDGER_DAY.ACCOUNT_ID.eq(account))
        .and(DSL.or(classes))
        .and(LEDGER_DAY.RECORDED_ON.gt(day))
        .and(before == null ? DSL.noCondition() : LEDGER_DAY.RECORDED_ON.lt(before));
  }

  private Select<Record1<Long>> postings(Condition which, Field<Long> moved, LocalDate day) {
    return sql.select(moved)
        .from(LEDGER_POSTING)
        .join(LEDGER_TRANSFER)
        .on(LEDGER_TRANSFER.ID.eq(LEDGER_POSTING.TRANSFER_ID))
        .where(which)
        .and(LEDGER_TRANSFER.OCCURRED_ON.le(day))
        .and(LEDGER_TRANSFER.RECORDED_AT.ge(endOf(day)));
  }

  private Field<Long> brought() {
    return DayStore.brought(sql);
  }

  private static Part plus(Condition numbers) {
    return new Part(numbers, true);
  }

  private static Part minus(Condition numbers) {
    return new Part(numbers, false);
  }

  /// What is read: totals, and postings that they do not hold or hold too much.
  ///
  /// @param totalsBefore the totals are of days of recording before this one; of all when absent
  private record Reading(@Nullable LocalDate totalsBefore, List<Part> parts) {}

  @WritesSql(because = "it names which postings")
  private record Part(Condition numbers, boolean adds) {}
}
