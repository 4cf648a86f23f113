package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.attachment.Attachments;
import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.deal.Framework;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.price.FormulaColumns;
import cn.wufei.exchange.price.QualityAdjustment;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The offers that the organisation made or was made, and what was written and attached to them by
/// both sides.
@Factory
class OfferTables {

  private final OfferStore store;
  private final OfferViews views;
  private final Catalog catalog;

  OfferTables(OfferStore store, OfferViews views, Catalog catalog) {
    this.store = store;
    this.views = views;
    this.catalog = catalog;
  }

  @Singleton
  ExportTable<Offer> offers() {
    return OwnTable.ofMoment(
        new ExportTable.Title(400, "offers", "报价", "Offers"),
        terms(parties()),
        (caller, at, sink) -> pieces(caller, at, piece -> piece.forEach(sink)));
  }

  private Columns<Offer> parties() {
    return new Columns<Offer>()
        .id("id", "标识", "Id", Offer::id)
        .id("parentId", "所还报价标识", "Counters", Offer::parentId)
        .text("status", "状态", "Status", offer -> offer.status().code())
        .text("proposer", "报价方", "Proposer", offer -> offer.proposer().code())
        .id("lotId", "挂牌标识", "Lot id", Offer::lotId)
        .text("lotTitle", "挂牌", "Lot", Offer::lotTitle)
        .id("demandId", "需求标识", "Demand id", Offer::demandId)
        .text("materialKey", "物料代码", "Material key", Offer::materialKey)
        .name("material", "物料", "Material", offer -> catalog.nameOfMaterial(offer.materialKey()))
        .id("sellerId", "产废方标识", "Seller id", offer -> offer.seller().id())
        .text("seller", "产废方", "Seller", offer -> offer.seller().name())
        .text("sellerSite", "发货厂址", "Seller's site", offer -> offer.sellerSite().name())
        .id("buyerId", "接收方标识", "Buyer id", offer -> offer.buyer().id())
        .text("buyer", "接收方", "Buyer", offer -> offer.buyer().name())
        .text("buyerSite", "收货厂址", "Buyer's site", offer -> offer.buyerSite().name());
  }

  private static Columns<Offer> terms(Columns<Offer> columns) {
    columns
        .kg("quantityKg", "数量", "Quantity", Offer::quantityKg)
        .yuanPerT("priceYuanPerT", "单价", "Price", Offer::priceYuanPerT);
    return FormulaColumns.addTo(columns, Offer::formula)
        .text(
            "freightInvoice",
            "运费开票",
            "Freight invoice",
            offer -> offer.freightInvoice() == null ? null : offer.freightInvoice().code())
        .text("mode", "运输方式", "Mode", offer -> offer.mode().code())
        .km("distanceKm", "运距", "Distance", Offer::distanceKm)
        .text(
            "distanceSource", "运距来源", "Source of distance", offer -> offer.distanceSource().code())
        .yuanPerT("freightYuanPerT", "参考运费", "Freight", Offer::freightYuanPerT)
        .text("governingScale", "计量方", "Scale", offer -> offer.governingScale().code())
        .text("governingAssay", "化验方", "Assay", offer -> offer.governingAssay().code())
        .percent("tolerancePct", "允许偏差", "Tolerance", Offer::tolerancePct)
        .day("deliverFrom", "交货起", "Deliver from", Offer::deliverFrom)
        .day("deliverTo", "交货止", "Deliver to", Offer::deliverTo)
        .whole("callOffDay", "提货通知截止日（上月几号）", "Call-off day", ofFramework(Framework::callOffDay))
        .whole(
            "flexibilityPct",
            "月提货量浮动(%)",
            "Flexibility (%)",
            ofFramework(Framework::flexibilityPct))
        .whole("answerDays", "提货通知答复期(天)", "Answer days", ofFramework(Framework::answerDays))
        .day("validTo", "有效期至", "Valid to", Offer::validTo)
        .text("pollutionTerms", "污染防治要求", "Pollution terms", Offer::pollutionTerms)
        .text("message", "留言", "Message", Offer::message)
        .time("createdAt", "报价时间", "Made", Offer::createdAt);
  }

  private static Columns.Of<Offer, Number> ofFramework(Function<Framework, Integer> part) {
    return offer -> {
      Framework framework = offer.framework();
      return framework == null ? null : part.apply(framework);
    };
  }

  /// A band of values in which the price of an offer moves.
  record PriceBand(Offer offer, QualityAdjustment adjustment, QualityAdjustment.Band band) {}

  @Singleton
  ExportTable<PriceBand> offerAdjustments() {
    return OwnTable.ofMoment(
        new ExportTable.Title(
            410, "offer-adjustments", "报价：质量奖罚", "Offers: premiums and penalties"),
        new Columns<PriceBand>()
            .id("offerId", "报价标识", "Offer id", row -> row.offer().id())
            .text("parameter", "指标代码", "Parameter key", row -> row.adjustment().parameter())
            .name(
                "parameterName",
                "指标",
                "Parameter",
                row -> catalog.nameOfParameter(row.adjustment().parameter()))
            .text("basis", "基准", "Basis", row -> row.adjustment().basis())
            .number("guaranteed", "基准值", "Guaranteed", row -> row.adjustment().guaranteed())
            .number("from", "区间下限", "From", row -> row.band().from())
            .number("to", "区间上限", "To", row -> row.band().to())
            .number(
                "yuanPerTPerUnit",
                "每单位奖罚(元/吨)",
                "Per unit (CNY/t)",
                row -> row.band().yuanPerTPerUnit()),
        (caller, at, sink) ->
            pieces(caller, at, piece -> piece.stream().flatMap(OfferTables::bands).forEach(sink)));
  }

  private static Stream<PriceBand> bands(Offer offer) {
    return offer.adjustments().stream()
        .flatMap(adjustment ->
            adjustment.bands().stream().map(band -> new PriceBand(offer, adjustment, band)));
  }

  /// @param sender name of the member; nothing of those of the other party
  record Message(MessageStore.Row row, String organisation, @Nullable String sender) {}

  @Singleton
  ExportTable<Message> offerMessages(MessageStore messages, Organisations organisations) {
    return OwnTable.ofMoment(
        new ExportTable.Title(420, "offer-messages", "报价：往来消息", "Offers: messages"),
        new Columns<Message>()
            .id("id", "标识", "Id", message -> message.row().id())
            .id("offerId", "报价标识", "Offer id", message -> message.row().offerId())
            .text("side", "发送方", "Side", message -> message.row().side().code())
            .text("organisation", "单位", "Organisation", Message::organisation)
            .text("sender", "发送人（仅本单位）", "Sender (own only)", Message::sender)
            .text("text", "内容", "Text", message -> message.row().text())
            .time("sentAt", "时间", "Sent", message -> message.row().sentAt()),
        (caller, at, sink) ->
            pieces(caller, at, piece -> of(caller, piece, messages, organisations).forEach(sink)));
  }

  private static List<Message> of(
      Caller caller, List<Offer> offers, MessageStore messages, Organisations organisations) {
    Map<Id, Offer> byId = offers.stream().collect(Collectors.toMap(Offer::id, Function.identity()));
    List<MessageStore.Row> rows = messages.of(byId.keySet());
    Map<Id, String> names =
        organisations.actorNames(
            rows.stream().map(MessageStore.Row::memberId).collect(Collectors.toSet()),
            caller.organisationId());
    return rows.stream()
        .map(row -> {
          Offer offer = Objects.requireNonNull(byId.get(row.offerId()));
          OrganisationRef writer = row.side() == Side.SELLER ? offer.seller() : offer.buyer();
          boolean own = writer.id().equals(caller.organisationId());
          return new Message(row, writer.name(), own ? names.get(row.memberId()) : null);
        })
        .toList();
  }

  @Singleton
  ExportTable<OfferFile> offerFiles(Attachments attachments) {
    return OwnTable.ofMoment(
        new ExportTable.Title(430, "offer-files", "报价：附件（双方）", "Offers: files of both sides"),
        new Columns<OfferFile>()
            .id("id", "标识", "Id", file -> file.file().id())
            .id("offerId", "报价标识", "Offer id", OfferFile::offerId)
            .text("side", "附加方", "Side", file -> file.side().code())
            .text("name", "文件名", "Name", file -> file.file().name())
            .text("mediaType", "媒体类型", "Media type", file -> file.file().mediaType())
            .bytes("sizeBytes", "大小", "Size", file -> file.file().sizeBytes())
            .text("sha256", "SHA-256", "SHA-256", file -> file.file().sha256())
            .time("attachedAt", "附加时间", "Attached", file -> file.file().attachedAt()),
        (caller, at, sink) ->
            Pieces.eachPiece(
                (before, limit) -> store.page(caller, null, LocalCalendar.dayOf(at), before, limit),
                OfferRow::id,
                piece -> SeeThread.filesOf(attachments, piece).forEach(sink)));
  }

  /// Offers as they are on the day of the snapshot.
  private void pieces(Caller caller, Instant at, Consumer<List<Offer>> sink) {
    LocalDate today = LocalCalendar.dayOf(at);
    Pieces.eachPiece(
        (before, limit) ->
            views.ofAll(caller, store.page(caller, null, today, before, limit), today),
        Offer::id,
        sink);
  }
}
