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
import org.jspecify.annotations.Nullable;

/// What a plant's own ledger records of its streams, from a table. What was recorded is a fact: a
/// line with other content than before is refused, and is corrected where it stands.
@Singleton
class ImportEntries implements ImportKind<ImportEntries.Draft> {

  private static final String REFERENCE = "reference";
  private static final String STREAM = "streamId";
  private static final String KIND = "kind";
  private static final String QUANTITY = "quantityT";
  private static final String DAY = "occurredOn";
  private static final String YEAR = "generationYear";
  private static final String METHOD = "method";
  private static final String TO = "toStreamId";
  private static final String PARTY = "counterparty.name";
  private static final String PARTY_CODE = "counterparty.uscc";
  private static final String NOTE = "note";

  private static final About ABOUT =
      new About(
          "entries",
          "台账记录",
          "Records",
          2,
          true,
          List.of(
              ImportColumn.text(REFERENCE, "单据号", "Own number")
                  .needed()
                  .noted("贵单位台账中的编号，不重复", "The number in your own ledger, not twice"),
              ImportColumn.stream(STREAM),
              ImportColumn.choice(
                      KIND,
                      "事项",
                      "Kind",
                      choice("generation", "产生量", "generation"),
                      choice("opening-stock", "期初存量", "opening stock"),
                      choice("own-use", "自行利用", "own use"),
                      choice("own-disposal", "自行处置", "own disposal"),
                      choice("dumping", "倾倒丢弃", "dumping"),
                      choice("related-transfer", "关联方转移", "transfer to a related party"),
                      choice("related-use", "关联方利用", "use by a related party"),
                      choice("site-move", "厂内移库", "move between sites"))
                  .needed(),
              ImportColumn.tonnes(QUANTITY, "数量（吨）", "Quantity (t)").needed(),
              ImportColumn.date(DAY, "日期", "Day").needed(),
              ImportColumn.number(YEAR, "产生年份", "Year of generation")
                  .noted("仅期初存量", "Opening stock only"),
              ImportColumn.choice(
                  METHOD,
                  "计量方法",
                  "Method",
                  choice("truck-scale", "汽车衡", "truck scale"),
                  choice("belt-scale", "皮带秤", "belt scale"),
                  choice("rail-scale", "轨道衡", "rail scale"),
                  choice("draft-survey", "水尺", "draft survey"),
                  choice("monthly-statement", "月度报表", "monthly statement"),
                  choice("estimate", "估算", "estimate")),
              ImportColumn.text(TO, "转入固废流", "To stream")
                  .noted("仅厂内移库：另一厂址的固废流名称", "Moves only: name of the stream at the other site"),
              ImportColumn.text(PARTY, "关联方名称", "Related party")
                  .noted("仅关联方事项", "Related parties only"),
              ImportColumn.text(PARTY_CODE, "关联方统一社会信用代码", "Credit code of the related party"),
              ImportColumn.text(NOTE, "备注", "Note")));

  private final RecordEntry record;
  private final Streams streams;

  ImportEntries(RecordEntry record, Streams streams) {
    this.record = record;
    this.streams = streams;
  }

  /// A line as the use case takes it.
  @Serdeable
  record Draft(Id streamId, @Valid RecordEntry.Command command) {}

  private static ImportColumn.Choice choice(String code, String nameZh, String nameEn) {
    return new ImportColumn.Choice(code, nameZh, nameEn);
  }

  @Override
  public About about() {
    return ABOUT;
  }

  @Override
  public Function<Line, Draft> reader(Caller caller) {
    Map<String, StreamRef> byName = streams.byName(caller.organisationId());
    return line -> {
      StreamRef stream = line.named(STREAM, byName::get, Line.NamedThing.STREAM);
      StreamRef to = line.named(TO, byName::get, Line.NamedThing.STREAM);
      String method = line.optionalChoice(METHOD);
      return new Draft(
          stream == null ? Line.NO_ID : stream.id(),
          new RecordEntry.Command(
              EntryKind.ofCode(line.choice(KIND)),
              line.kilograms(QUANTITY),
              line.date(DAY),
              line.optionalWhole(YEAR),
              method == null ? null : MeasuringMethod.ofCode(method),
              line.optionalText(NOTE),
              party(line),
              to == null ? null : to.id()));
    };
  }

  private static @Nullable Counterparty party(Line line) {
    String name = line.optionalText(PARTY);
    String uscc = line.optionalText(PARTY_CODE);
    return name == null && uscc == null ? null : new Counterparty(null, name, uscc);
  }

  @Override
  public Outcome<Id> create(Caller caller, Draft draft) {
    return record
        .handle(caller, draft.streamId(), draft.command())
        .map(StreamViews.Entry::subjectId);
  }
}
