package cn.wufei.exchange.listing;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.price.QualityAdjustment;
import cn.wufei.exchange.schedule.MonthQuantity;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lots of the organisation in whatever status, and what belongs to them.
@Factory
class LotTables {

  private static final String LOT_ID_ZH = "挂牌标识";
  private static final String LOT_ID_EN = "Lot id";

  private final LotStore store;
  private final LotViews views;
  private final Catalog catalog;

  LotTables(LotStore store, LotViews views, Catalog catalog) {
    this.store = store;
    this.views = views;
    this.catalog = catalog;
  }

  @Singleton
  ExportTable<Lot> lots() {
    return new OwnTable<>(
        new ExportTable.Title(200, "lots", "供应挂牌", "Lots"),
        terms(heads()),
        OwnTable.pieces(this::lotsBefore, Lot::id));
  }

  private Columns<Lot> heads() {
    return new Columns<Lot>()
        .id("id", "标识", "Id", Lot::id)
        .text("status", "状态", "Status", lot -> lot.status().code())
        .text("title", "标题", "Title", Lot::title)
        .text("description", "说明", "Description", Lot::description)
        .id("siteId", "厂址标识", "Site id", lot -> lot.site().id())
        .text("siteName", "厂址", "Site", lot -> lot.site().name())
        .id("streamId", "固废流标识", "Stream id", Lot::streamId)
        .text("materialKey", "物料代码", "Material key", Lot::materialKey)
        .name("material", "物料", "Material", lot -> catalog.nameOfMaterial(lot.materialKey()))
        .text("classCode", "类别代码", "Class", Lot::classCode)
        .text("code", "固废代码", "Code", Lot::code)
        .text("codeScheme", "代码体系", "Scheme of the code", Lot::codeScheme);
  }

  private static Columns<Lot> terms(Columns<Lot> columns) {
    return columns
        .text("saleMethod", "交易方式", "Sale method", lot -> lot.saleMethod().code())
        .text("quantityKind", "数量性质", "Kind of quantity", lot -> lot.quantityKind().code())
        .kg("quantityKg", "挂牌量", "Quantity", Lot::quantityKg)
        .kg("availableKg", "可供量", "Available", Lot::availableKg)
        .kg("reservedKg", "已预留", "Reserved", Lot::reservedKg)
        .kg("fulfilledKg", "已装运", "Fulfilled", Lot::fulfilledKg)
        .yuanPerT("priceYuanPerT", "单价", "Price", Lot::priceYuanPerT)
        .yesNo("taxIncluded", "含税", "Tax included", Lot::taxIncluded)
        .text("priceBasis", "价格基准", "Price basis", lot -> lot.priceBasis().code())
        .whole("deliveryRadiusKm", "送货半径(公里)", "Delivery radius (km)", Lot::deliveryRadiusKm)
        .text(
            "freightInvoice",
            "运费开票",
            "Freight invoice",
            lot -> lot.delivery() == null ? null : lot.delivery().freightInvoice().code())
        .day("availableFrom", "可供起", "Available from", Lot::availableFrom)
        .day("availableTo", "可供止", "Available to", Lot::availableTo)
        .kg("minimumKg", "起订量", "Minimum order", Lot::minimumKg)
        .text(
            "destinations",
            "允许流向",
            "Permitted destinations",
            lot -> joined(lot.destinations().stream()))
        .text(
            "loadingModes",
            "装车方式",
            "Loading methods",
            lot -> joined(lot.loadingModes().stream().map(LoadingMode::code)))
        .text(
            "loadingDays",
            "装车日",
            "Loading days",
            lot -> lot.loadingHours() == null ? null : lot.loadingHours().digits())
        .text(
            "loadingFrom",
            "装车开始",
            "Loading from",
            lot -> lot.loadingHours() == null ? null : lot.loadingHours().from())
        .text(
            "loadingTo",
            "装车结束",
            "Loading until",
            lot -> lot.loadingHours() == null ? null : lot.loadingHours().to())
        .text("visibility", "可见范围", "Visible to", lot -> lot.visibility().code())
        .time("publishedAt", "发布时间", "Published", Lot::publishedAt);
  }

  /// A quality that a lot states.
  record Quality(Lot lot, QualityRange range) {}

  @Singleton
  ExportTable<Quality> lotQualities() {
    return new OwnTable<>(
        new ExportTable.Title(210, "lot-qualities", "供应挂牌：质量指标", "Lots: qualities"),
        new Columns<Quality>()
            .id("lotId", LOT_ID_ZH, LOT_ID_EN, row -> row.lot().id())
            .text("parameter", "指标代码", "Parameter key", row -> row.range().parameter())
            .name(
                "parameterName",
                "指标",
                "Parameter",
                row -> catalog.nameOfParameter(row.range().parameter()))
            .text("basis", "基准", "Basis", row -> row.range().basis())
            .number("min", "最小值", "Minimum", row -> row.range().min())
            .number("max", "最大值", "Maximum", row -> row.range().max()),
        OwnTable.partsOf(
            this::lotsBefore,
            Lot::id,
            lot -> lot.qualities().stream().map(range -> new Quality(lot, range)).toList()));
  }

  /// What of a lot falls to a month.
  record Month(Lot lot, MonthQuantity month) {}

  @Singleton
  ExportTable<Month> lotMonths() {
    return new OwnTable<>(
        new ExportTable.Title(220, "lot-months", "供应挂牌：分月数量", "Lots: months"),
        new Columns<Month>()
            .id("lotId", LOT_ID_ZH, LOT_ID_EN, row -> row.lot().id())
            .text("month", "月份", "Month", row -> row.month().month())
            .kg("quantityKg", "数量", "Quantity", row -> row.month().quantityKg()),
        OwnTable.partsOf(
            this::lotsBefore,
            Lot::id,
            lot -> lot.months().stream().map(month -> new Month(lot, month)).toList()));
  }

  /// What a lot has cost since when.
  record Price(Lot lot, LotPrice price) {}

  @Singleton
  ExportTable<Price> lotPrices(LotPriceStore prices) {
    return new OwnTable<>(
        new ExportTable.Title(230, "lot-prices", "供应挂牌：历史价格", "Lots: prices"),
        new Columns<Price>()
            .id("lotId", LOT_ID_ZH, LOT_ID_EN, row -> row.lot().id())
            .whole("number", "序号", "Number", row -> row.price().number())
            .time("since", "起始时间", "Since", row -> row.price().since())
            .yuanPerT("priceYuanPerT", "单价", "Price", row -> row.price().priceYuanPerT())
            .yesNo("taxIncluded", "含税", "Tax included", row -> row.price().taxIncluded())
            .text("basis", "价格基准", "Price basis", LotTables::basis),
        (caller, sink) ->
            Pieces.eachPiece(
                (before, limit) -> lotsBefore(caller, before, limit),
                Lot::id,
                piece -> prices(piece, prices).forEach(sink)));
  }

  private static Stream<Price> prices(List<Lot> lots, LotPriceStore prices) {
    Map<Id, List<LotPrice>> byLot = prices.ofLots(lots.stream().map(Lot::id).toList());
    return lots.stream()
        .flatMap(lot ->
            byLot.getOrDefault(lot.id(), List.of()).stream().map(price -> new Price(lot, price)));
  }

  /// A band of values in which the price of a lot moves.
  record PriceBand(Lot lot, QualityAdjustment adjustment, QualityAdjustment.Band band) {}

  @Singleton
  ExportTable<PriceBand> lotAdjustments() {
    return new OwnTable<>(
        new ExportTable.Title(240, "lot-adjustments", "供应挂牌：质量奖罚", "Lots: premiums and penalties"),
        new Columns<PriceBand>()
            .id("lotId", LOT_ID_ZH, LOT_ID_EN, row -> row.lot().id())
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
        OwnTable.partsOf(
            this::lotsBefore,
            Lot::id,
            lot ->
                lot.adjustments().stream()
                    .flatMap(adjustment ->
                        adjustment.bands().stream()
                            .map(band -> new PriceBand(lot, adjustment, band)))
                    .toList()));
  }

  private static @Nullable String basis(Price row) {
    return row.price().basis() == null ? null : row.price().basis().code();
  }

  private static @Nullable String joined(Stream<String> codes) {
    String text = codes.collect(Collectors.joining(" "));
    return text.isEmpty() ? null : text;
  }

  private List<Lot> lotsBefore(Caller caller, @Nullable Id before, int limit) {
    return views.ofAll(store.page(caller.organisationId(), null, before, limit));
  }
}
