package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.stream.Streams;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;

/// What laboratories found in the organisation's streams, withdrawn reports included.
@Factory
class QualityTables {

  private final QualityReportStore store;
  private final Streams streams;
  private final Clock clock;

  QualityTables(QualityReportStore store, Streams streams, Clock clock) {
    this.store = store;
    this.streams = streams;
    this.clock = clock;
  }

  @Singleton
  ExportTable<QualityReport> qualityReports() {
    return new OwnTable<>(
        new ExportTable.Title(160, "quality-reports", "质检报告", "Quality reports"),
        new Columns<QualityReport>()
            .id("id", "标识", "Id", QualityReport::id)
            .id("streamId", "固废流标识", "Stream id", QualityReport::streamId)
            .text("status", "状态", "Status", report -> codeOf(report.status()))
            .text("laboratory", "检测机构", "Laboratory", QualityReport::laboratory)
            .text("reportNumber", "报告编号", "Report", QualityReport::reportNumber)
            .text("method", "检测方法", "Method", QualityReport::method)
            .day("sampledOn", "采样日期", "Sampled on", QualityReport::sampledOn)
            .day("reportedOn", "报告日期", "Reported on", QualityReport::reportedOn)
            .day("validTo", "有效期至", "Valid to", QualityReport::validTo)
            .yesNo("shared", "对买方公开", "Shown to others", QualityReport::shared)
            .text("note", "备注", "Note", QualityReport::note)
            .time("recordedAt", "录入时间", "Recorded", QualityReport::recordedAt)
            .time("withdrawnAt", "撤回时间", "Withdrawn", QualityReport::withdrawnAt)
            .text(
                "withdrawalReason",
                "撤回原因",
                "Reason of withdrawal",
                QualityReport::withdrawalReason),
        this::reports);
  }

  /// A value of a report.
  record Value(QualityReport report, MeasuredRange range) {}

  @Singleton
  ExportTable<Value> qualityValues(Catalog catalog) {
    return new OwnTable<>(
        new ExportTable.Title(170, "quality-values", "质检报告：指标值", "Quality reports: values"),
        new Columns<Value>()
            .id("reportId", "报告标识", "Report id", value -> value.report().id())
            .text("parameter", "指标代码", "Parameter key", value -> value.range().parameter())
            .name(
                "parameterName",
                "指标",
                "Parameter",
                value -> catalog.nameOfParameter(value.range().parameter()))
            .text("basis", "基准", "Basis", value -> value.range().basis())
            .number("min", "最小值", "Minimum", value -> value.range().min())
            .number("max", "最大值", "Maximum", value -> value.range().max()),
        (caller, sink) ->
            reports(
                caller,
                report -> report.values().forEach(range -> sink.accept(new Value(report, range)))));
  }

  private void reports(Caller caller, Consumer<QualityReport> sink) {
    LocalDate today = LocalCalendar.dayOf(Instant.now(clock));
    streams
        .of(caller.organisationId())
        .forEach(stream ->
            Pieces.each(
                (before, limit) -> store.page(stream.id(), before, limit, today),
                QualityReport::id,
                sink));
  }

  private static String codeOf(QualityReport.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
