package cn.wufei.exchange.tender;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The tenders that the organisation invited or took part in, its bids and the deposits in both
/// directions.
@Factory
class TenderTables {

  @Singleton
  ExportTable<TenderRow> tenders(TenderStore store, TenderCourses courses, Catalog catalog) {
    return new OwnTable<>(
        new ExportTable.Title(440, "tenders", "招标", "Tenders"),
        terms(
            new Columns<TenderRow>()
                .id("id", "标识", "Id", TenderRow::id)
                .text("status", "状态", "Status", tender -> tender.status().code())
                .id("lotId", "挂牌标识", "Lot id", TenderRow::lotId)
                .text("lotTitle", "挂牌", "Lot", TenderRow::lotTitle)
                .text("materialKey", "物料代码", "Material key", TenderRow::materialKey)
                .name(
                    "material",
                    "物料",
                    "Material",
                    tender -> catalog.nameOfMaterial(tender.materialKey()))
                .id("sellerId", "招标人标识", "Seller id", TenderRow::sellerId)),
        OwnTable.pieces(
            (caller, before, limit) ->
                courses.of(store.pageOf(caller.organisationId(), before, limit)).stream()
                    .map(course -> shown(caller, course))
                    .toList(),
            TenderRow::id));
  }

  /// Without what only those who bid, and sell, may see.
  private static TenderRow shown(Caller caller, TenderCourse course) {
    return course.isInsider(caller) ? course.tender() : course.tender().withoutEnd();
  }

  private static Columns<TenderRow> terms(Columns<TenderRow> columns) {
    return columns
        .kg("quantityKg", "数量", "Quantity", tender -> tender.terms().quantityKg())
        .yuanPerT(
            "minimumPriceYuanPerT",
            "最低价",
            "Least price",
            tender -> tender.terms().minimumPriceYuanPerT())
        .whole(
            "minimumBidders", "最少投标人数", "Least bidders", tender -> tender.terms().minimumBidders())
        .yuan("deposit", "保证金", "Deposit", tender -> tender.terms().depositFen())
        .time("closesAt", "截止时间", "Closes", tender -> tender.terms().closesAt())
        .time("opensUntil", "开标截止", "Opens until", TenderRow::opensUntil)
        .time("awardUntil", "定标截止", "Award until", TenderRow::awardUntil)
        .day("deliverFrom", "交货起", "Deliver from", tender -> tender.terms().deliverFrom())
        .day("deliverTo", "交货止", "Deliver to", tender -> tender.terms().deliverTo())
        .text(
            "pollutionTerms",
            "污染防治要求",
            "Pollution terms",
            tender -> tender.terms().pollutionTerms())
        .text("conditions", "其他条件", "Conditions", tender -> tender.terms().conditions())
        .time("createdAt", "发布时间", "Invited", TenderRow::createdAt)
        .time("endedAt", "结束时间", "Over", TenderRow::endedAt)
        .text("endReason", "结束原因", "Reason", TenderRow::endReason)
        .id("winnerId", "中标人标识", "Winner id", TenderRow::winnerId);
  }

  @Singleton
  ExportTable<BidRow> bids(BidStore store, TenderCourses courses) {
    return new OwnTable<>(
        new ExportTable.Title(450, "tender-bids", "招标：本单位投标", "Tenders: own bids"),
        new Columns<BidRow>()
            .id("id", "标识", "Id", BidRow::id)
            .id("tenderId", "招标标识", "Tender id", BidRow::tenderId)
            .text("status", "状态", "Status", bid -> bid.status().code())
            .id("buyerSiteId", "收货厂址标识", "Site id", BidRow::buyerSiteId)
            .text("commitment", "密封码", "Commitment", BidRow::commitment)
            .text("message", "留言", "Message", BidRow::message)
            .km("distanceKm", "运距", "Distance", bid -> bid.way().distanceKm())
            .yuanPerT("freightYuanPerT", "参考运费", "Freight", bid -> bid.way().freightYuanPerT())
            .time("sealedAt", "投标时间", "Sealed", BidRow::sealedAt)
            .time("openedAt", "开标时间", "Opened", BidRow::openedAt)
            .yuanPerT("priceYuanPerT", "报价", "Price", BidRow::priceYuanPerT)
            .text("nonce", "随机数", "Nonce", BidRow::nonce),
        OwnTable.pieces(
            (caller, before, limit) ->
                asOfNow(store.pageOf(caller.organisationId(), before, limit), courses),
            BidRow::id));
  }

  private static List<BidRow> asOfNow(List<BidRow> bids, TenderCourses courses) {
    Map<Id, TenderCourse> byId =
        courses.findAll(bids.stream().map(BidRow::tenderId).distinct().toList());
    return bids.stream()
        .map(bid -> {
          TenderCourse course = Objects.requireNonNull(byId.get(bid.tenderId()));
          return course.bids().stream()
              .filter(now -> now.id().equals(bid.id()))
              .findFirst()
              .orElse(bid);
        })
        .toList();
  }

  @Singleton
  ExportTable<TenderDeposit> deposits(TenderDepositStore store, TenderViews views) {
    return new OwnTable<>(
        new ExportTable.Title(460, "tender-deposits", "招标：保证金", "Tenders: deposits"),
        new Columns<TenderDeposit>()
            .id("id", "标识", "Id", TenderDeposit::id)
            .id("tenderId", "招标标识", "Tender id", TenderDeposit::tenderId)
            .text("status", "状态", "Status", deposit -> deposit.status().code())
            .id("payerId", "缴纳方标识", "Payer id", deposit -> deposit.payer().id())
            .text("payer", "缴纳方", "Payer", deposit -> deposit.payer().name())
            .id("holderId", "招标人标识", "Seller id", deposit -> deposit.holder().id())
            .text("holder", "招标人", "Seller", deposit -> deposit.holder().name())
            .yuan("amount", "金额", "Amount", TenderDeposit::amountFen)
            .text("bankReference", "银行流水号", "Bank reference", TenderDeposit::bankReference)
            .day("paidOn", "付款日期", "Paid on", TenderDeposit::paidOn)
            .time("recordedAt", "录入时间", "Recorded", TenderDeposit::recordedAt)
            .time("answeredAt", "答复时间", "Answered", TenderDeposit::answeredAt)
            .text("rejectionReason", "退回原因", "Reason of rejection", TenderDeposit::rejectionReason)
            .time("returnedAt", "处理时间", "Released or forfeited", TenderDeposit::returnedAt)
            .text(
                "releaseReference",
                "退还流水号",
                "Bank reference of the release",
                TenderDeposit::releaseReference)
            .day("releasedOn", "退还日期", "Released on", TenderDeposit::releasedOn)
            .text("forfeitReason", "不予退还原因", "Why forfeited", TenderDeposit::forfeitReason),
        OwnTable.pieces(
            (caller, before, limit) ->
                views.deposits(store.pageOf(caller.organisationId(), before, limit)),
            TenderDeposit::id));
  }
}
