package cn.wufei.exchange.transfer.heap;

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

/// What a receiver reported to have used, from which origins, and what it has now.
@Factory
class HeapTables {

  private static final String REPORTS = "use-reports";

  private final UseReportStore store;
  private final HeapViews views;
  private final Catalog catalog;

  HeapTables(UseReportStore store, HeapViews views, Catalog catalog) {
    this.store = store;
    this.views = views;
    this.catalog = catalog;
  }

  @Singleton
  ExportTable<UseReport> useReports() {
    return new OwnTable<>(
        new ExportTable.Title(510, REPORTS, "利用报告", "Use reports"),
        new Columns<UseReport>()
            .id("id", "标识", "Id", UseReport::id)
            .id("siteId", "厂址标识", "Site id", UseReport::siteId)
            .text("siteName", "厂址", "Site", UseReport::siteName)
            .text("materialKey", "物料代码", "Material key", UseReport::materialKey)
            .name(
                "material",
                "物料",
                "Material",
                report -> catalog.nameOfMaterial(report.materialKey()))
            .text("month", "月份", "Month", UseReport::month)
            .kg("openingKg", "期初", "Opening", UseReport::openingKg)
            .kg("receivedKg", "收入", "Received", UseReport::receivedKg)
            .kg("consumedKg", "利用", "Used", UseReport::consumedKg)
            .kg("closingKg", "期末", "Closing", UseReport::closingKg)
            .kg("declaredClosingKg", "申报期末", "Declared closing", UseReport::declaredClosingKg)
            .kg("residualKg", "差额", "Residual", UseReport::residualKg)
            .kg("beyondHeapKg", "超堆存量", "Beyond heap", UseReport::beyondHeapKg)
            .text("use", "用途代码", "Use", UseReport::use)
            .text("allocationRule", "分摊规则", "Allocation", report -> report.allocationRule().code())
            .text("note", "备注", "Note", UseReport::note)
            .time("reportedAt", "报告时间", "Reported", UseReport::reportedAt),
        OwnTable.pieces(this::reports, UseReport::id));
  }

  /// What of a month's use came from where.
  record UsedOrigin(UseReport report, HeapOrigin origin) {}

  @Singleton
  ExportTable<UsedOrigin> useOrigins() {
    return new OwnTable<>(
        new ExportTable.Title(520, "use-origins", "利用来源", "Origins of use"),
        new Columns<UsedOrigin>()
            .id("reportId", "报告标识", "Report id", used -> used.report().id())
            .text("month", "月份", "Month", used -> used.report().month())
            .id("streamId", "固废流标识", "Stream id", used -> used.origin().streamId())
            .text("streamName", "固废流", "Stream", used -> used.origin().streamName())
            .text("producer", "产废方", "Producer", used -> used.origin().organisationName())
            .whole(
                "generationYear",
                "产生年度",
                "Year of generation",
                used -> used.origin().generationYear())
            .kg("kg", "数量", "Quantity", used -> used.origin().kg()),
        OwnTable.partsOf(
            this::reports,
            UseReport::id,
            report ->
                report.allocation().stream()
                    .map(origin -> new UsedOrigin(report, origin))
                    .toList()));
  }

  /// What a heap has of one origin.
  record HeapPart(Heap heap, HeapOrigin origin) {}

  @Singleton
  ExportTable<HeapPart> heaps() {
    return new OwnTable<>(
        new ExportTable.Title(530, "heaps", "堆存（现在）", "Heaps now"),
        new Columns<HeapPart>()
            .id("siteId", "厂址标识", "Site id", part -> part.heap().siteId())
            .text("siteName", "厂址", "Site", part -> part.heap().siteName())
            .text("materialKey", "物料代码", "Material key", part -> part.heap().materialKey())
            .name(
                "material",
                "物料",
                "Material",
                part -> catalog.nameOfMaterial(part.heap().materialKey()))
            .id("streamId", "固废流标识", "Stream id", part -> part.origin().streamId())
            .text("streamName", "固废流", "Stream", part -> part.origin().streamName())
            .text("producer", "产废方", "Producer", part -> part.origin().organisationName())
            .whole(
                "generationYear",
                "产生年度",
                "Year of generation",
                part -> part.origin().generationYear())
            .kg("onHandKg", "堆存量", "On hand", part -> part.origin().kg()),
        (caller, sink) ->
            views
                .heapsOf(caller.organisationId())
                .forEach(heap ->
                    heap.origins().forEach(origin -> sink.accept(new HeapPart(heap, origin)))));
  }

  private List<UseReport> reports(Caller caller, @Nullable Id before, int limit) {
    return views.reports(store.page(caller, before, limit));
  }
}
