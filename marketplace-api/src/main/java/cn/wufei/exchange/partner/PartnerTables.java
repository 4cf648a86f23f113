package cn.wufei.exchange.partner;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// What the firm has decided about others, all of it.
@Factory
class PartnerTables {

  @Singleton
  ExportTable<PartnerDecision> partnerDecisions(PartnerStore store) {
    return new OwnTable<>(
        new ExportTable.Title(50, "partner-decisions", "准入与黑名单", "Approvals and blocks"),
        new Columns<PartnerDecision>()
            .id("id", "标识", "Id", PartnerDecision::id)
            .id("partnerId", "单位标识", "Organisation id", PartnerDecision::partnerId)
            .text("standing", "决定", "Decision", decision -> decision.standing().code())
            .text("approvalNumber", "准入编号", "Approval number", PartnerDecision::approvalNumber)
            .day("validTo", "有效期至", "Last day", PartnerDecision::validTo)
            .text("scope", "准入范围", "Scope", PartnerDecision::scope)
            .text("reason", "原因", "Reason", PartnerDecision::reason)
            .time("decidedAt", "决定时间", "Decided", PartnerDecision::decidedAt)
            .id("deciderId", "决定人标识", "Member id", PartnerDecision::deciderId),
        OwnTable.pieces(
            (caller, before, limit) ->
                store.decisions(caller.organisationId(), null, before, limit),
            PartnerDecision::id));
  }
}
