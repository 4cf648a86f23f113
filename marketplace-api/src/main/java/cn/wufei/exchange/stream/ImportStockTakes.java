package cn.wufei.exchange.stream;

import cn.wufei.exchange.bulk.ImportColumn;
import cn.wufei.exchange.bulk.ImportKind;
import cn.wufei.exchange.bulk.Line;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Counts of what lies there, from a table; after the records, with which they are compared.
@Singleton
class ImportStockTakes implements ImportKind<ImportStockTakes.Draft> {

  private static final String REFERENCE = "reference";
  private static final String STREAM = "streamId";
  private static final String COUNTED = "countedT";
  private static final String DAY = "occurredOn";
  private static final String METHOD = "method";
  private static final String NOTE = "note";

  private static final About ABOUT =
      new About(
          "stock-takes",
          "盘库",
          "Stock-takes",
          3,
          true,
          List.of(
              ImportColumn.ownNumber(REFERENCE, "盘库编号"),
              ImportColumn.stream(STREAM),
              ImportColumn.tonnes(COUNTED, "实盘数量（吨）", "Counted (t)").needed(),
              ImportColumn.date(DAY, "盘库日期", "Day").needed(),
              ImportColumn.choice(
                      METHOD,
                      "盘库方法",
                      "Method",
                      new ImportColumn.Choice("survey", "测量", "survey"),
                      new ImportColumn.Choice("volume-density", "体积 × 密度", "volume × density"),
                      new ImportColumn.Choice("scale-count", "过磅清点", "scale count"),
                      new ImportColumn.Choice("book", "账面", "book"),
                      new ImportColumn.Choice("declaration", "申报", "declaration"))
                  .needed()
                  .noted(
                      "申报只记录，不核销；其余方法均核销",
                      "A declaration is recorded and clears nothing; the others clear"),
              ImportColumn.text(NOTE, "备注", "Note")));

  private final TakeStock take;
  private final Streams streams;

  ImportStockTakes(TakeStock take, Streams streams) {
    this.take = take;
    this.streams = streams;
  }

  /// A line as the use case takes it.
  @Serdeable
  record Draft(Id streamId, @Valid TakeStock.Command command) {}

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Function<Line, Draft> reader(Caller caller) {
    Map<String, StreamRef> byName = streams.byName(caller.organisationId());
    return line -> {
      StreamRef stream = line.named(STREAM, byName::get, Line.NamedThing.STREAM);
      return new Draft(
          stream == null ? Line.NO_ID : stream.id(),
          new TakeStock.Command(
              line.kilograms(COUNTED),
              line.date(DAY),
              StockTakeMethod.ofCode(line.choice(METHOD)),
              line.optionalText(NOTE)));
    };
  }

  @Override
  public Outcome<Id> create(Caller caller, Draft draft) {
    return take.handle(caller, draft.streamId(), draft.command()).map(StreamViews.StockTake::id);
  }
}
