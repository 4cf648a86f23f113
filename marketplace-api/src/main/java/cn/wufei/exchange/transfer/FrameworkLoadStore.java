package cn.wufei.exchange.transfer;

import static cn.wufei.exchange.db.Tables.TRANSFER_LOAD;

import cn.wufei.exchange.deal.calloff.FrameworkLoads;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Sums of what left under an agreement, by month.
@Singleton
@Connectable
class FrameworkLoadStore implements FrameworkLoads {

  private static final Field<Long> NET_KG =
      TRANSFER_LOAD.ORIGIN_GROSS_KG.minus(TRANSFER_LOAD.ORIGIN_TARE_KG);

  /// As [LoadRow#fulfilledKg] has it.
  private static final Field<Long> FULFILLED_KG =
      DSL.when(TRANSFER_LOAD.STATUS.eq(LoadStatus.IN_TRANSIT.code()), NET_KG)
          .when(
              TRANSFER_LOAD.STATUS.eq(LoadStatus.RECEIVED.code()),
              NET_KG.minus(
                  DSL.least(DSL.coalesce(TRANSFER_LOAD.REJECTED_KG, DSL.inline(0L)), NET_KG)))
          .otherwise(DSL.inline(0L));

  private final DSLContext sql;

  FrameworkLoadStore(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public SequencedMap<YearMonth, Long> leftByMonth(Id agreement) {
    SequencedMap<YearMonth, Long> months = new TreeMap<>();
    sql.select(TRANSFER_LOAD.DISPATCHED_AT, FULFILLED_KG)
        .from(TRANSFER_LOAD)
        .where(TRANSFER_LOAD.AGREEMENT_ID.eq(agreement))
        .forEach(row -> {
          if (row.value2() > 0) {
            months.merge(LocalCalendar.monthOf(row.value1()), row.value2(), Long::sum);
          }
        });
    return months;
  }

  @Override
  public long leftIn(Id agreement, YearMonth month) {
    Instant from = LocalCalendar.startOf(month.atDay(1));
    Instant before = LocalCalendar.startOf(month.plusMonths(1).atDay(1));
    @Nullable BigDecimal sum =
        sql.select(DSL.sum(FULFILLED_KG))
            .from(TRANSFER_LOAD)
            .where(TRANSFER_LOAD.AGREEMENT_ID.eq(agreement))
            .and(TRANSFER_LOAD.DISPATCHED_AT.ge(from))
            .and(TRANSFER_LOAD.DISPATCHED_AT.lt(before))
            .fetchSingle()
            .value1();
    return sum == null ? 0 : sum.longValueExact();
  }
}
