package cn.wufei.exchange.deal;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.price.FormulaColumns;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.Function;

/// The agreements that the organisation is a party to.
@Factory
class AgreementTable {

  @Singleton
  ExportTable<Agreement> agreements(AgreementStore store, AgreementViews views, Catalog catalog) {
    return new OwnTable<>(
        new ExportTable.Title(440, "agreements", "协议", "Agreements"),
        terms(parties(catalog)),
        OwnTable.pieces(
            (caller, before, limit) -> views.ofAll(store.page(caller, null, before, limit)),
            Agreement::id));
  }

  private static Columns<Agreement> parties(Catalog catalog) {
    return new Columns<Agreement>()
        .id("id", "标识", "Id", Agreement::id)
        .text("number", "协议编号", "Number", Agreement::number)
        .text("status", "状态", "Status", agreement -> agreement.status().code())
        .id("offerId", "报价标识", "Offer id", Agreement::offerId)
        .id("lotId", "挂牌标识", "Lot id", Agreement::lotId)
        .text("lotTitle", "挂牌", "Lot", Agreement::lotTitle)
        .id("demandId", "需求标识", "Demand id", Agreement::demandId)
        .id("streamId", "固废流标识", "Stream id", Agreement::streamId)
        .text("materialKey", "物料代码", "Material key", Agreement::materialKey)
        .name(
            "material",
            "物料",
            "Material",
            agreement -> catalog.nameOfMaterial(agreement.materialKey()))
        .id("sellerId", "产废方标识", "Seller id", agreement -> agreement.seller().id())
        .text("seller", "产废方", "Seller", agreement -> agreement.seller().name())
        .text("sellerSite", "发货厂址", "Seller's site", agreement -> agreement.sellerSite().name())
        .id("buyerId", "接收方标识", "Buyer id", agreement -> agreement.buyer().id())
        .text("buyer", "接收方", "Buyer", agreement -> agreement.buyer().name())
        .text("buyerSite", "收货厂址", "Buyer's site", agreement -> agreement.buyerSite().name());
  }

  private static Columns<Agreement> terms(Columns<Agreement> columns) {
    columns
        .kg("quantityKg", "协议量", "Quantity", Agreement::quantityKg)
        .percent("tolerancePct", "允许偏差", "Tolerance", Agreement::tolerancePct)
        .kg("reservedKg", "未装运", "Reserved", Agreement::reservedKg)
        .kg("fulfilledKg", "已装运", "Fulfilled", Agreement::fulfilledKg)
        .kg("movedKg", "已收货", "Moved", Agreement::movedKg)
        .whole("loads", "车次数", "Loads", Agreement::loads)
        .yuanPerT("priceYuanPerT", "单价", "Price", Agreement::priceYuanPerT);
    return FormulaColumns.addTo(columns, Agreement::formula)
        .text(
            "freightInvoice",
            "运费开票",
            "Freight invoice",
            agreement ->
                agreement.freightInvoice() == null ? null : agreement.freightInvoice().code())
        .yuanPerT("freightYuanPerT", "参考运费", "Freight", Agreement::freightYuanPerT)
        .text("mode", "运输方式", "Mode", agreement -> agreement.mode().code())
        .km("distanceKm", "运距", "Distance", Agreement::distanceKm)
        .text(
            "distanceSource",
            "运距来源",
            "Source of distance",
            agreement -> agreement.distanceSource().code())
        .text("governingScale", "计量方", "Scale", agreement -> agreement.governingScale().code())
        .text("governingAssay", "化验方", "Assay", agreement -> agreement.governingAssay().code())
        .day("deliverFrom", "交货起", "Deliver from", Agreement::deliverFrom)
        .day("deliverTo", "交货止", "Deliver to", Agreement::deliverTo)
        .whole("callOffDay", "提货通知截止日（上月几号）", "Call-off day", ofFramework(Framework::callOffDay))
        .whole(
            "flexibilityPct",
            "月提货量浮动(%)",
            "Flexibility (%)",
            ofFramework(Framework::flexibilityPct))
        .whole("answerDays", "提货通知答复期(天)", "Answer days", ofFramework(Framework::answerDays))
        .text("pollutionTerms", "污染防治要求", "Pollution terms", Agreement::pollutionTerms)
        .time("acceptedAt", "成立时间", "Accepted", Agreement::acceptedAt)
        .time("endedAt", "结束时间", "Ended", Agreement::endedAt)
        .text("endReason", "结束原因", "Reason of end", Agreement::endReason);
  }

  private static Columns.Of<Agreement, Number> ofFramework(Function<Framework, Integer> part) {
    return agreement -> {
      Framework framework = agreement.framework();
      return framework == null ? null : part.apply(framework);
    };
  }
}
