package cn.wufei.exchange.stream;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The processings of the organisation, and what went in and came out.
@Factory
class ProcessingTables {

  private static final String PROCESSINGS = "processings";

  private final ProcessingViews views;

  ProcessingTables(ProcessingViews views) {
    this.views = views;
  }

  @Singleton
  ExportTable<Processing> processings() {
    return new OwnTable<>(
        new ExportTable.Title(130, PROCESSINGS, "加工处理", "Processings"),
        new Columns<Processing>()
            .id("id", "标识", "Id", Processing::id)
            .day("occurredOn", "日期", "Occurred on", Processing::occurredOn)
            .text("method", "计量方式", "Method", Processing::method)
            .kg("inputKg", "投入", "Input", Processing::inputKg)
            .kg("outputKg", "产出固废", "Output", Processing::outputKg)
            .kg("productKg", "产出产品", "Products", Processing::productKg)
            .kg("differenceKg", "差额", "Difference", Processing::differenceKg)
            .kg("beyondStockKg", "超台账库存", "Beyond recorded stock", Processing::beyondStockKg)
            .text("note", "备注", "Note", Processing::note)
            .time("recordedAt", "录入时间", "Recorded", Processing::recordedAt),
        OwnTable.pieces(this::processingsBefore, Processing::id));
  }

  /// What went in or came out.
  ///
  /// @param side `input`, `output` or `product`
  /// @param name of the stream or of the product
  record Part(Id processingId, String side, @Nullable Id streamId, String name, long kg) {}

  @Singleton
  ExportTable<Part> processingLines() {
    return new OwnTable<>(
        new ExportTable.Title(140, "processing-lines", "加工处理明细", "Processings: lines"),
        new Columns<Part>()
            .id("processingId", "加工标识", "Processing id", Part::processingId)
            .text("side", "方向", "Side", Part::side)
            .id("streamId", "固废流标识", "Stream id", Part::streamId)
            .text("name", "固废流或产品", "Stream or product", Part::name)
            .kg("quantityKg", "数量", "Quantity", Part::kg),
        OwnTable.partsOf(this::processingsBefore, Processing::id, ProcessingTables::parts));
  }

  private static List<Part> parts(Processing processing) {
    Id id = processing.id();
    return Stream.of(
            of(id, ProcessingRow.INPUT, processing.inputs()),
            of(id, ProcessingRow.OUTPUT, processing.outputs()),
            processing.products().stream()
                .map(product ->
                    new Part(
                        id, ProcessingRow.PRODUCT, null, product.name(), product.quantityKg())))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<Part> of(Id id, String side, List<Processing.StreamPart> parts) {
    return parts.stream()
        .map(part -> new Part(id, side, part.streamId(), part.streamName(), part.quantityKg()));
  }

  private List<Processing> processingsBefore(Caller caller, @Nullable Id before, int limit) {
    return views.page(caller.organisationId(), before, limit);
  }
}
