package cn.wufei.exchange.demand;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.schedule.MonthQuantity;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The demands of the organisation in whatever status, and what belongs to them.
@Factory
class DemandTables {

  private static final String DEMAND_ID_ZH = "需求标识";
  private static final String DEMAND_ID_EN = "Demand id";

  private final DemandStore store;
  private final DemandViews views;
  private final Catalog catalog;

  DemandTables(DemandStore store, DemandViews views, Catalog catalog) {
    this.store = store;
    this.views = views;
    this.catalog = catalog;
  }

  @Singleton
  ExportTable<Demand> demands() {
    return new OwnTable<>(
        new ExportTable.Title(300, "demands", "需求", "Demands"),
        new Columns<Demand>()
            .id("id", "标识", "Id", Demand::id)
            .text("status", "状态", "Status", demand -> demand.status().code())
            .text("title", "标题", "Title", Demand::title)
            .text("description", "说明", "Description", Demand::description)
            .id("siteId", "厂址标识", "Site id", demand -> demand.site().id())
            .text("siteName", "厂址", "Site", demand -> demand.site().name())
            .text("use", "用途代码", "Use", Demand::use)
            .kg("quantityKg", "需求量", "Quantity", Demand::quantityKg)
            .kg("openKg", "未满足", "Open", Demand::openKg)
            .yuanPerT("maxDeliveredYuanPerT", "最高单价", "Limit", Demand::maxDeliveredYuanPerT)
            .text("limitBasis", "价格基准", "Basis of the limit", row -> row.limitBasis().code())
            .day("neededFrom", "需要起", "Needed from", Demand::neededFrom)
            .day("neededTo", "需要止", "Needed to", Demand::neededTo)
            .time("publishedAt", "发布时间", "Published", Demand::publishedAt),
        OwnTable.pieces(this::demandsBefore, Demand::id));
  }

  /// A material that will do.
  record Wanted(Demand demand, String materialKey) {}

  @Singleton
  ExportTable<Wanted> demandMaterials() {
    return new OwnTable<>(
        new ExportTable.Title(310, "demand-materials", "需求：可接受物料", "Demands: materials"),
        new Columns<Wanted>()
            .id("demandId", DEMAND_ID_ZH, DEMAND_ID_EN, row -> row.demand().id())
            .text("materialKey", "物料代码", "Material key", Wanted::materialKey)
            .name("material", "物料", "Material", row -> catalog.nameOfMaterial(row.materialKey())),
        OwnTable.partsOf(
            this::demandsBefore,
            Demand::id,
            demand -> demand.materialKeys().stream().map(key -> new Wanted(demand, key)).toList()));
  }

  /// A range that a demand asks for.
  record Required(Demand demand, RequiredRange range) {}

  @Singleton
  ExportTable<Required> demandRanges() {
    return new OwnTable<>(
        new ExportTable.Title(320, "demand-ranges", "需求：质量要求", "Demands: required ranges"),
        new Columns<Required>()
            .id("demandId", DEMAND_ID_ZH, DEMAND_ID_EN, row -> row.demand().id())
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
            this::demandsBefore,
            Demand::id,
            demand -> demand.ranges().stream().map(range -> new Required(demand, range)).toList()));
  }

  /// What of a demand falls to a month.
  record Month(Demand demand, MonthQuantity month) {}

  @Singleton
  ExportTable<Month> demandMonths() {
    return new OwnTable<>(
        new ExportTable.Title(330, "demand-months", "需求：分月数量", "Demands: months"),
        new Columns<Month>()
            .id("demandId", DEMAND_ID_ZH, DEMAND_ID_EN, row -> row.demand().id())
            .text("month", "月份", "Month", row -> row.month().month())
            .kg("quantityKg", "数量", "Quantity", row -> row.month().quantityKg()),
        OwnTable.partsOf(
            this::demandsBefore,
            Demand::id,
            demand -> demand.months().stream().map(month -> new Month(demand, month)).toList()));
  }

  private List<Demand> demandsBefore(Caller caller, @Nullable Id before, int limit) {
    return views.ofAll(store.page(caller.organisationId(), null, before, limit));
  }
}
