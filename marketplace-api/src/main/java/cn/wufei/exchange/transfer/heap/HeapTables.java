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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a receiver reported to have used, voided reports included, from which origins, and what it
/// has now.
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

  /// @param voidedBy the correction by which the report does not stand any more
  record OwnReport(UseReport seen, @Nullable Id voidedBy) {}

  @Singleton
  ExportTable<OwnReport> useReports() {
    return new OwnTable<>(
        new ExportTable.Title(510, REPORTS, "月度利用报告", "Use reports"),
        new Columns<OwnReport>()
            .id("id", "标识", "Id", row -> row.seen().id())
            .id("siteId", "厂址标识", "Site id", row -> row.seen().siteId())
            .text("siteName", "厂址", "Site", row -> row.seen().siteName())
            .text("materialKey", "物料代码", "Material key", row -> row.seen().materialKey())
            .name(
                "material",
                "物料",
                "Material",
                row -> catalog.nameOfMaterial(row.seen().materialKey()))
            .text("month", "月份", "Month", row -> row.seen().month())
            .kg("openingKg", "期初", "Opening", row -> row.seen().openingKg())
            .kg("receivedKg", "收入", "Received", row -> row.seen().receivedKg())
            .kg("consumedKg", "利用", "Used", row -> row.seen().consumedKg())
            .kg("closingKg", "期末", "Closing", row -> row.seen().closingKg())
            .kg(
                "declaredClosingKg",
                "申报期末",
                "Declared closing",
                row -> row.seen().declaredClosingKg())
            .kg("residualKg", "差额", "Residual", row -> row.seen().residualKg())
            .kg("beyondHeapKg", "超堆存量", "Beyond heap", row -> row.seen().beyondHeapKg())
            .text("use", "用途代码", "Use", row -> row.seen().use())
            .text("allocationRule", "分摊规则", "Allocation", row -> row.seen().allocationRule().code())
            .text("note", "备注", "Note", row -> row.seen().note())
            .time("reportedAt", "报告时间", "Reported", row -> row.seen().reportedAt())
            .id("correctionId", "作废的更正标识", "Voided by correction", OwnReport::voidedBy),
        OwnTable.pieces(this::reports, row -> row.seen().id()));
  }

  /// What of a month's use came from where.
  record UsedOrigin(OwnReport report, HeapOrigin origin) {}

  @Singleton
  ExportTable<UsedOrigin> useOrigins() {
    return new OwnTable<>(
        new ExportTable.Title(520, "use-origins", "利用来源", "Origins of use"),
        new Columns<UsedOrigin>()
            .id("reportId", "报告标识", "Report id", used -> used.report().seen().id())
            .text("month", "月份", "Month", used -> used.report().seen().month())
            .id("streamId", "固废流标识", "Stream id", used -> used.origin().streamId())
            .text("streamName", "固废流", "Stream", used -> used.origin().streamName())
            .text("producer", "产废方", "Producer", used -> used.origin().organisationName())
            .whole(
                "generationYear",
                "产生年度",
                "Year of generation",
                used -> used.origin().generationYear())
            .kg("kg", "数量", "Quantity", used -> used.origin().kg())
            .id(
                "correctionId",
                "报告作废的更正标识",
                "Report voided by correction",
                used -> used.report().voidedBy()),
        OwnTable.partsOf(
            this::reports,
            row -> row.seen().id(),
            report ->
                report.seen().allocation().stream()
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

  private List<OwnReport> reports(Caller caller, @Nullable Id before, int limit) {
    List<UseReportStore.Told> told = store.everTold(caller.organisationId(), before, limit);
    List<UseReport> seen = views.reports(told.stream().map(UseReportStore.Told::report).toList());
    return IntStream.range(0, told.size())
        .mapToObj(at -> new OwnReport(seen.get(at), told.get(at).voidedBy()))
        .toList();
  }
}
