package cn.wufei.exchange.stream;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Balances;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/// The streams of the organisation, what was recorded of them, and their counts.
@Factory
class StreamTables {

  /// Of which the stock-takes are read together.
  private static final int STREAMS_AT_ONCE = 100;

  private final StreamRepository streams;
  private final StreamViews views;
  private final Catalog catalog;

  StreamTables(StreamRepository streams, StreamViews views, Catalog catalog) {
    this.streams = streams;
    this.views = views;
    this.catalog = catalog;
  }

  @Singleton
  ExportTable<StreamViews.Stream> streams() {
    return new OwnTable<>(
        new ExportTable.Title(100, "streams", "固废流", "Streams"),
        new Columns<StreamViews.Stream>()
            .id("id", "标识", "Id", StreamViews.Stream::id)
            .text("name", "名称", "Name", StreamViews.Stream::name)
            .id("siteId", "厂址标识", "Site id", StreamViews.Stream::siteId)
            .text("siteName", "厂址", "Site", StreamViews.Stream::siteName)
            .text("materialKey", "物料代码", "Material key", StreamViews.Stream::materialKey)
            .name(
                "material",
                "物料",
                "Material",
                stream -> catalog.nameOfMaterial(stream.materialKey()))
            .text("classCode", "类别代码", "Class", StreamViews.Stream::classCode)
            .text("code", "固废代码", "Code", StreamViews.Stream::code)
            .text("codeScheme", "代码体系", "Scheme of the code", StreamViews.Stream::codeScheme)
            .text("process", "产生工序", "Process", StreamViews.Stream::process)
            .kg("onHandKg", "在库", "On hand", stream -> stream.balance().onHandKg())
            .kg(
                "unreconciledKg",
                "待核对",
                "Unreconciled",
                stream -> stream.balance().unreconciledKg())
            .kg("netKg", "净库存", "Net", stream -> stream.balance().netKg())
            .kg("declaredKg", "最近盘库量", "Last counted", stream -> stream.balance().declaredKg())
            .day(
                "declaredOn", "最近盘库日期", "Last counted on", stream -> stream.balance().declaredOn()),
        (caller, sink) -> views.ofOrganisation(caller.organisationId()).forEach(sink));
  }

  /// An entry of one's own stream.
  record OwnEntry(String streamName, EntryRow entry) {}

  @Singleton
  ExportTable<OwnEntry> streamEntries(EntryStore entries) {
    return new OwnTable<>(
        new ExportTable.Title(120, "stream-entries", "台账记录", "Stream entries"),
        new Columns<OwnEntry>()
            .id("id", "标识", "Id", row -> row.entry().id())
            .id("streamId", "固废流标识", "Stream id", row -> row.entry().streamId())
            .text("streamName", "固废流", "Stream", OwnEntry::streamName)
            .text("kind", "事项", "Kind", row -> row.entry().kind())
            .kg("quantityKg", "数量", "Quantity", row -> row.entry().quantityKg())
            .day("occurredOn", "日期", "Occurred on", row -> row.entry().occurredOn())
            .whole("generationYear", "产生年度", "Year of generation", StreamTables::generationYear)
            .text("method", "计量方式", "Method", row -> row.entry().method())
            .id("toStreamId", "转入固废流标识", "To stream id", row -> row.entry().toStreamId())
            .text("counterparty", "关联方", "Related party", row -> row.entry().counterpartyName())
            .text(
                "counterpartyUscc",
                "关联方信用代码",
                "Related party's credit code",
                row -> row.entry().counterpartyUscc())
            .text("note", "备注", "Note", row -> row.entry().note())
            .time("recordedAt", "录入时间", "Recorded", row -> row.entry().recordedAt())
            .id("correctionId", "作废的更正标识", "Voided by correction", StreamTables::voidedBy),
        (caller, sink) ->
            streams
                .findByOrganisationIdOrderByIdDesc(caller.organisationId())
                .forEach(stream ->
                    Pieces.each(
                        (before, limit) -> entries.page(stream.id(), before, limit),
                        EntryRow::id,
                        entry -> sink.accept(new OwnEntry(stream.name(), entry)))));
  }

  /// A stock-take of one's own stream.
  ///
  /// @param residualKg counted less what the ledger says of that day now; of none that was voided
  record OwnStockTake(StockTakeRow row, @Nullable Long residualKg) {}

  @Singleton
  ExportTable<OwnStockTake> stockTakes(StockTakeRepository stockTakes, Balances balances) {
    return new OwnTable<>(
        new ExportTable.Title(150, "stock-takes", "盘库", "Stock-takes"),
        new Columns<OwnStockTake>()
            .id("id", "标识", "Id", take -> take.row().id())
            .id("streamId", "固废流标识", "Stream id", take -> take.row().streamId())
            .day("occurredOn", "日期", "Counted on", take -> take.row().occurredOn())
            .text("method", "方式", "Method", take -> take.row().method())
            .kg("countedKg", "盘库量", "Counted", take -> take.row().countedKg())
            .kg("ledgerKg", "当时账面量", "Ledger then", take -> take.row().ledgerKg())
            .kg("clearedKg", "已核销", "Cleared", take -> take.row().clearedKg())
            .kg("residualKg", "现盘差", "Residual now", OwnStockTake::residualKg)
            .text("note", "备注", "Note", take -> take.row().note())
            .time("recordedAt", "录入时间", "Recorded", take -> take.row().recordedAt())
            .id("correctionId", "作废的更正标识", "Voided by correction", StreamTables::voidedBy),
        (caller, sink) ->
            Pieces.ofList(
                streams.findByOrganisationIdOrderByIdDesc(caller.organisationId()),
                STREAMS_AT_ONCE,
                piece -> of(piece, stockTakes, balances).forEach(sink)));
  }

  private static List<OwnStockTake> of(
      List<StreamRow> streams, StockTakeRepository stockTakes, Balances balances) {
    List<StockTakeRow> rows =
        stockTakes.findByStreamIdInOrderByIdDesc(streams.stream().map(StreamRow::id).toList());
    Map<Id, NavigableMap<LocalDate, Long>> nets =
        balances.netsOfStreams(rows.stream().map(StockTakeRow::streamId).distinct().toList());
    return rows.stream()
        .map(row ->
            new OwnStockTake(
                row,
                row.voidedBy() != null
                    ? null
                    : Long.valueOf(
                        row.countedKg() - netOn(row.occurredOn(), nets.get(row.streamId())))))
        .toList();
  }

  private static long netOn(LocalDate day, @Nullable NavigableMap<LocalDate, Long> nets) {
    Map.Entry<LocalDate, Long> last = nets == null ? null : nets.floorEntry(day);
    return last == null ? 0 : last.getValue();
  }

  private static @Nullable Id voidedBy(OwnStockTake take) {
    Long correction = take.row().voidedBy();
    return correction == null ? null : Id.of(correction);
  }

  private static @Nullable Integer generationYear(OwnEntry row) {
    Short year = row.entry().generationYear();
    return year == null ? null : year.intValue();
  }

  private static @Nullable Id voidedBy(OwnEntry row) {
    Long correction = row.entry().voidedBy();
    return correction == null ? null : Id.of(correction);
  }
}
