package cn.wufei.exchange.ledger;

import static cn.wufei.exchange.db.Tables.LEDGER_PERIOD_LOCK;

import cn.wufei.exchange.db.tables.records.LedgerPeriodLockRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Periods.ClosedPeriod;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Closed months as rows.
@Singleton
@Connectable
class PeriodStore {

  /// Twenty years of months.
  private static final int MONTHS_MAX = 240;

  private final DSLContext sql;

  PeriodStore(DSLContext sql) {
    this.sql = sql;
  }

  Set<Periods.Closed.Month> locked(Collection<Id> organisations, Collection<YearMonth> months) {
    return Set.copyOf(
        sql.select(LEDGER_PERIOD_LOCK.ORGANISATION_ID, LEDGER_PERIOD_LOCK.MONTH_STARTS_ON)
            .from(LEDGER_PERIOD_LOCK)
            .where(LEDGER_PERIOD_LOCK.ORGANISATION_ID.in(organisations))
            .and(
                LEDGER_PERIOD_LOCK.MONTH_STARTS_ON.in(
                    months.stream().map(month -> month.atDay(1)).toList()))
            .and(LEDGER_PERIOD_LOCK.REOPENED_AT.isNull())
            .fetch(row -> new Periods.Closed.Month(row.value1(), YearMonth.from(row.value2()))));
  }

  List<ClosedPeriod> of(Id organisation) {
    return sql.selectFrom(LEDGER_PERIOD_LOCK)
        .where(LEDGER_PERIOD_LOCK.ORGANISATION_ID.eq(organisation))
        .orderBy(LEDGER_PERIOD_LOCK.MONTH_STARTS_ON.desc())
        .limit(MONTHS_MAX)
        .fetch(PeriodStore::period);
  }

  @Nullable ClosedPeriod find(Id organisation, YearMonth month) {
    return sql.selectFrom(LEDGER_PERIOD_LOCK)
        .where(key(organisation, month))
        .fetchOne(PeriodStore::period);
  }

  void insert(Id organisation, ClosedPeriod period) {
    sql.insertInto(LEDGER_PERIOD_LOCK)
        .set(LEDGER_PERIOD_LOCK.ORGANISATION_ID, organisation)
        .set(LEDGER_PERIOD_LOCK.MONTH_STARTS_ON, period.month().atDay(1))
        .set(LEDGER_PERIOD_LOCK.CLOSED_AT, period.closedAt())
        .execute();
  }

  void update(Id organisation, ClosedPeriod period) {
    sql.update(LEDGER_PERIOD_LOCK)
        .set(LEDGER_PERIOD_LOCK.CLOSED_AT, period.closedAt())
        .set(LEDGER_PERIOD_LOCK.REOPENED_AT, period.reopenedAt())
        .set(LEDGER_PERIOD_LOCK.REOPEN_REASON, period.reopenReason())
        .where(key(organisation, period.month()))
        .execute();
  }

  private static Condition key(Id organisation, YearMonth month) {
    return LEDGER_PERIOD_LOCK
        .ORGANISATION_ID
        .eq(organisation)
        .and(LEDGER_PERIOD_LOCK.MONTH_STARTS_ON.eq(month.atDay(1)));
  }

  private static ClosedPeriod period(LedgerPeriodLockRecord row) {
    return new ClosedPeriod(
        YearMonth.from(row.getMonthStartsOn()),
        row.getClosedAt(),
        row.getReopenedAt(),
        row.getReopenReason());
  }
}
