package cn.wufei.exchange.approval;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.LocalCalendar;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the organisation's people asked for and what became of it, with the offers that would have
/// been made as JSON.
@Factory
class ApprovalTable {

  @Singleton
  ExportTable<Exported> approvals(ApprovalStore store, ApprovalViews views) {
    return OwnTable.ofMoment(
        new ExportTable.Title(435, "approvals", "内部审批", "Approvals inside the firm"),
        decided(asked()),
        (caller, at, sink) ->
            Pieces.each(
                (before, limit) ->
                    exported(
                        views,
                        caller,
                        store.page(
                            caller.organisationId(),
                            null,
                            null,
                            LocalCalendar.dayOf(at),
                            before,
                            limit)),
                row -> row.seen().id(),
                sink));
  }

  private static List<Exported> exported(
      ApprovalViews views, Caller caller, List<ApprovalRow> rows) {
    List<Approval> seen = views.listed(caller, rows);
    List<Exported> exported = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      exported.add(new Exported(seen.get(i), rows.get(i).asked().content()));
    }
    return exported;
  }

  private static Columns<Exported> asked() {
    return new Columns<Exported>()
        .id("id", "标识", "Id", row -> row.seen().id())
        .text("status", "状态", "Status", row -> row.seen().status().code())
        .text("act", "事项", "Act", row -> row.seen().act().code())
        .id("subjectId", "报价或招标标识", "Offer or tender id", row -> row.seen().subjectId())
        .text("title", "挂牌", "Lot", row -> row.seen().title())
        .text(
            "partner",
            "对方",
            "Partner",
            row -> row.seen().partner() == null ? null : row.seen().partner().name())
        .kg("quantityKg", "数量", "Quantity", row -> row.seen().quantityKg())
        .yuanPerT("priceYuanPerT", "单价", "Price", row -> row.seen().priceYuanPerT())
        .yuan("sum", "最高金额", "Sum at most", row -> row.seen().sumFen())
        .yuan("above", "审批起点", "Approval above", row -> row.seen().aboveFen())
        .text("content", "拟发报价(JSON)", "Offer to be made (JSON)", Exported::content)
        .text("asker", "申请人", "Asked by", row -> row.seen().asker())
        .time("askedAt", "申请时间", "Asked", row -> row.seen().askedAt())
        .day("lastDay", "最迟审批日", "Last day", row -> row.seen().lastDay());
  }

  private static Columns<Exported> decided(Columns<Exported> columns) {
    return columns
        .text("decider", "办理人", "Decided by", row -> row.seen().decider())
        .time("decidedAt", "办理时间", "Decided", row -> row.seen().decidedAt())
        .text("reason", "不批准原因", "Reason of refusal", row -> row.seen().reason())
        .text(
            "overtakenBy",
            "失效原因",
            "Overtaken by",
            row -> row.seen().overtakenBy() == null ? null : row.seen().overtakenBy().code())
        .id(
            "resultId",
            "所成报价或协议标识",
            "Resulting offer or agreement id",
            row -> row.seen().resultId());
  }

  /// @param content the offer that would be made
  record Exported(Approval seen, @Nullable String content) {}
}
