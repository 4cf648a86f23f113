package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The laboratory reports on loads of the organisation, on either side, with what else they
/// measured and which loads they cover.
@Factory
class AssayTables {

  private final AssayStore store;

  AssayTables(AssayStore store) {
    this.store = store;
  }

  @Singleton
  ExportTable<AssayBatch> assays() {
    return new OwnTable<>(
        new ExportTable.Title(600, "assays", "化验单", "Assays"),
        new Columns<AssayBatch>()
            .id("id", "标识", "Id", AssayBatch::id)
            .text("status", "状态", "Status", assay -> assay.status().code())
            .id("agreementId", "协议标识", "Agreement id", AssayBatch::agreementId)
            .text("agreementNumber", "协议编号", "Agreement", AssayBatch::agreementNumber)
            .id("sellerId", "产废方标识", "Seller id", AssayBatch::sellerId)
            .id("buyerId", "接收方标识", "Buyer id", AssayBatch::buyerId)
            .text("recordedBy", "录入方", "Recorded by", assay -> assay.recordedBy().code())
            .text("laboratory", "检测机构", "Laboratory", AssayBatch::laboratory)
            .text("reportNumber", "报告编号", "Report", AssayBatch::reportNumber)
            .day("sampledOn", "采样日期", "Sampled on", AssayBatch::sampledOn)
            .percent("moisturePct", "水分", "Moisture", assay -> assay.terms().moisturePct())
            .percent("impurityPct", "杂质", "Impurity", assay -> assay.terms().impurityPct())
            .percent(
                "moistureBasisPct",
                "水分基准",
                "Moisture basis",
                assay -> assay.terms().moistureBasisPct())
            .percent(
                "impurityBasisPct",
                "杂质基准",
                "Impurity basis",
                assay -> assay.terms().impurityBasisPct())
            .text(
                "deductionRule",
                "扣重规则",
                "Deduction rule",
                assay -> assay.terms().deductionRule().code())
            .yuanPerT("priceYuanPerT", "结算单价", "Price", AssayBatch::priceYuanPerT)
            .time("recordedAt", "录入时间", "Recorded", AssayBatch::recordedAt)
            .time("withdrawnAt", "撤回时间", "Withdrawn", AssayBatch::withdrawnAt),
        OwnTable.pieces(this::assaysBefore, AssayBatch::id));
  }

  /// What a report measured besides moisture and impurity.
  record Measured(AssayBatch assay, AssayBatch.Result result) {}

  @Singleton
  ExportTable<Measured> assayResults(Catalog catalog) {
    return new OwnTable<>(
        new ExportTable.Title(610, "assay-results", "化验单：其他指标", "Assays: other parameters"),
        new Columns<Measured>()
            .id("assayId", "化验单标识", "Assay id", row -> row.assay().id())
            .text("parameter", "指标代码", "Parameter key", row -> row.result().parameter())
            .name(
                "parameterName",
                "指标",
                "Parameter",
                row -> catalog.nameOfParameter(row.result().parameter()))
            .number("measured", "化验值", "Measured", row -> row.result().measured()),
        OwnTable.partsOf(
            this::assaysBefore,
            AssayBatch::id,
            assay -> assay.results().stream().map(each -> new Measured(assay, each)).toList()));
  }

  /// A load that a report covers.
  record Covered(AssayBatch assay, Id loadId) {}

  @Singleton
  ExportTable<Covered> assayLoads() {
    return new OwnTable<>(
        new ExportTable.Title(620, "assay-loads", "化验单：所涉车次", "Assays: loads"),
        new Columns<Covered>()
            .id("assayId", "化验单标识", "Assay id", row -> row.assay().id())
            .id("loadId", "车次标识", "Load id", Covered::loadId),
        OwnTable.partsOf(
            this::assaysBefore,
            AssayBatch::id,
            assay -> assay.loadIds().stream().map(each -> new Covered(assay, each)).toList()));
  }

  private List<AssayBatch> assaysBefore(Caller caller, @Nullable Id before, int limit) {
    return store.page(caller, null, before, limit);
  }
}
