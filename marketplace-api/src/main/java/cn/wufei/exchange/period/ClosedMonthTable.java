package cn.wufei.exchange.period;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.ledger.Periods;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The months of the organisation's books that were ever closed.
@Factory
class ClosedMonthTable {

  @Singleton
  ExportTable<Period> closedMonths(Periods periods) {
    return new OwnTable<>(
        new ExportTable.Title(720, "closed-months", "结账月份", "Closed months"),
        new Columns<Period>()
            .text("month", "月份", "Month", Period::month)
            .yesNo("locked", "已结账", "Closed", Period::locked)
            .time("closedAt", "结账时间", "Closed at", Period::closedAt)
            .time("reopenedAt", "重开时间", "Reopened at", Period::reopenedAt)
            .text("reopenReason", "重开原因", "Reason of reopening", Period::reopenReason),
        (caller, sink) ->
            periods.of(caller.organisationId()).forEach(month -> sink.accept(Period.of(month))));
  }
}
