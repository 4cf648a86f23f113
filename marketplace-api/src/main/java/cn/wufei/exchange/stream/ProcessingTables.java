package cn.wufei.exchange.stream;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Reversals;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The processings of the organisation, voided ones included, and what went in and came out.
@Factory
class ProcessingTables {

  private static final String PROCESSINGS = "processings";

  private final ProcessingViews views;
  private final Reversals reversals;

  ProcessingTables(ProcessingViews views, Reversals reversals) {
    this.views = views;
    this.reversals = reversals;
  }

  /// @param voided whether it was taken back and did not happen
  record OwnProcessing(Processing seen, boolean voided) {}

  @Singleton
  ExportTable<OwnProcessing> processings() {
    return new OwnTable<>(
        new ExportTable.Title(130, PROCESSINGS, "加工", "Processings"),
        new Columns<OwnProcessing>()
            .id("id", "标识", "Id", row -> row.seen().id())
            .yesNo("voided", "已作废", "Voided", OwnProcessing::voided)
            .day("occurredOn", "日期", "Occurred on", row -> row.seen().occurredOn())
            .text("method", "计量方式", "Method", row -> row.seen().method())
            .kg("inputKg", "投入", "Input", row -> row.seen().inputKg())
            .kg("outputKg", "产出固废", "Output", row -> row.seen().outputKg())
            .kg("productKg", "产出产品", "Products", row -> row.seen().productKg())
            .kg("differenceKg", "差额", "Difference", row -> row.seen().differenceKg())
            .kg(
                "beyondStockKg",
                "超台账库存",
                "Beyond recorded stock",
                row -> row.seen().beyondStockKg())
            .text("note", "备注", "Note", row -> row.seen().note())
            .time("recordedAt", "录入时间", "Recorded", row -> row.seen().recordedAt()),
        OwnTable.pieces(this::processingsBefore, row -> row.seen().id()));
  }

  /// What went in or came out.
  ///
  /// @param side `input`, `output` or `product`
  /// @param name of the stream or of the product
  /// @param voided whether the whole processing is
  record Part(
      Id processingId, boolean voided, String side, @Nullable Id streamId, String name, long kg) {}

  @Singleton
  ExportTable<Part> processingLines() {
    return new OwnTable<>(
        new ExportTable.Title(140, "processing-lines", "加工：投入产出", "Processings: lines"),
        new Columns<Part>()
            .id("processingId", "加工标识", "Processing id", Part::processingId)
            .yesNo("voided", "已作废", "Voided", Part::voided)
            .text("side", "方向", "Side", Part::side)
            .id("streamId", "固废流标识", "Stream id", Part::streamId)
            .text("name", "固废流或产品", "Stream or product", Part::name)
            .kg("quantityKg", "数量", "Quantity", Part::kg),
        OwnTable.partsOf(this::processingsBefore, row -> row.seen().id(), ProcessingTables::parts));
  }

  private static List<Part> parts(OwnProcessing row) {
    Processing processing = row.seen();
    return Stream.of(
            of(row, ProcessingRow.INPUT, processing.inputs()),
            of(row, ProcessingRow.OUTPUT, processing.outputs()),
            processing.products().stream()
                .map(product ->
                    new Part(
                        processing.id(),
                        row.voided(),
                        ProcessingRow.PRODUCT,
                        null,
                        product.name(),
                        product.quantityKg())))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Part> of(
      OwnProcessing row, String side, List<Processing.StreamPart> parts) {
    return parts.stream()
        .map(part ->
            new Part(
                row.seen().id(),
                row.voided(),
                side,
                part.streamId(),
                part.streamName(),
                part.quantityKg()));
  }

  private List<OwnProcessing> processingsBefore(Caller caller, @Nullable Id before, int limit) {
    List<Processing> page = views.page(caller.organisationId(), before, limit);
    Set<Id> reversed = reversals.reversed(page.stream().map(Processing::transferId).toList());
    return page.stream()
        .map(each -> new OwnProcessing(each, reversed.contains(each.transferId())))
        .toList();
  }
}
