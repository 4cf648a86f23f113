package cn.wufei.exchange.approval;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.LocalCalendar;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// What the organisation's people asked for and what became of it.
@Factory
class ApprovalTable {

  @Singleton
  ExportTable<Approval> approvals(ApprovalStore store, ApprovalViews views) {
    return OwnTable.ofMoment(
        new ExportTable.Title(435, "approvals", "内部审批", "Approvals inside the firm"),
        decided(asked()),
        (caller, at, sink) ->
            Pieces.eachPiece(
                (before, limit) ->
                    views.listed(
                        caller,
                        store.page(
                            caller.organisationId(),
                            null,
                            null,
                            LocalCalendar.dayOf(at),
                            before,
                            limit)),
                Approval::id,
                piece -> piece.forEach(sink)));
  }

  private static Columns<Approval> asked() {
    return new Columns<Approval>()
        .id("id", "标识", "Id", Approval::id)
        .text("status", "状态", "Status", approval -> approval.status().code())
        .text("act", "事项", "Act", approval -> approval.act().code())
        .id("subjectId", "报价或招标标识", "Offer or tender id", Approval::subjectId)
        .text("title", "挂牌", "Lot", Approval::title)
        .text(
            "partner",
            "对方",
            "Partner",
            approval -> approval.partner() == null ? null : approval.partner().name())
        .kg("quantityKg", "数量", "Quantity", Approval::quantityKg)
        .yuanPerT("priceYuanPerT", "单价", "Price", Approval::priceYuanPerT)
        .yuan("sum", "最高金额", "Sum at most", Approval::sumFen)
        .yuan("above", "审批起点", "Approval above", Approval::aboveFen)
        .text("asker", "申请人", "Asked by", Approval::asker)
        .time("askedAt", "申请时间", "Asked", Approval::askedAt)
        .day("lastDay", "最迟办理日", "Last day", Approval::lastDay);
  }

  private static Columns<Approval> decided(Columns<Approval> columns) {
    return columns
        .text("decider", "办理人", "Decided by", Approval::decider)
        .time("decidedAt", "办理时间", "Decided", Approval::decidedAt)
        .text("reason", "不批准原因", "Reason of refusal", Approval::reason)
        .text(
            "overtakenBy",
            "失效原因",
            "Overtaken by",
            approval -> approval.overtakenBy() == null ? null : approval.overtakenBy().code())
        .id("resultId", "所成报价或协议标识", "Resulting offer or agreement id", Approval::resultId);
  }
}
