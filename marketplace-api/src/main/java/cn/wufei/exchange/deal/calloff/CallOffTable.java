package cn.wufei.exchange.deal.calloff;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.LocalCalendar;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/// What was called off under the organisation's frameworks.
@Factory
class CallOffTable {

  @Singleton
  ExportTable<CallOff> callOffs(CallOffStore store) {
    return OwnTable.ofMoment(
        new ExportTable.Title(444, "call-offs", "月度提货通知", "Call-offs"),
        new Columns<CallOff>()
            .id("id", "标识", "Id", CallOff::id)
            .id("agreementId", "协议标识", "Agreement id", CallOff::agreementId)
            .text("status", "状态", "Status", callOff -> callOff.status().code())
            .text("month", "提货月份", "Month", CallOff::month)
            .kg("quantityKg", "提货量", "Quantity", CallOff::quantityKg)
            .text("note", "提货说明", "Note", CallOff::note)
            .time("calledAt", "通知时间", "Called", CallOff::calledAt)
            .day("dueOn", "答复截止日", "Due", CallOff::dueOn)
            .time("endedAt", "办结时间", "Ended", CallOff::endedAt)
            .text("reason", "不同意原因", "Reason", CallOff::reason),
        (caller, at, sink) -> {
          LocalDate today = LocalCalendar.dayOf(at);
          Pieces.eachPiece(
              (before, limit) -> store.page(caller, before, limit),
              CallOffRow::id,
              piece ->
                  piece.stream().map(row -> CallOffViews.of(caller, row, today)).forEach(sink));
        });
  }
}
