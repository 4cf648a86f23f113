package cn.wufei.exchange.stream.quality;

import cn.wufei.exchange.bulk.ImportColumn;
import cn.wufei.exchange.bulk.ImportKind;
import cn.wufei.exchange.bulk.Line;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What laboratories found, from a table: a line for each report and stream, a column for each
/// parameter. One with a mistake is withdrawn where it stands and imported with another number.
@Singleton
class ImportQualityReports implements ImportKind<ImportQualityReports.Draft> {

  private static final String REFERENCE = "reference";
  private static final String STREAM = "streamId";
  private static final String LABORATORY = "laboratory";
  private static final String NUMBER = "reportNumber";
  private static final String METHOD = "method";
  private static final String SAMPLED = "sampledOn";
  private static final String REPORTED = "reportedOn";
  private static final String VALID = "validTo";
  private static final String SHARED = "shared";
  private static final String NOTE = "note";

  private static final About ABOUT =
      new About(
          "quality-reports",
          "质检报告",
          "Quality reports",
          4,
          false,
          List.of(
              ImportColumn.ownNumber(REFERENCE, "编号"),
              ImportColumn.stream(STREAM),
              ImportColumn.text(LABORATORY, "检测机构", "Laboratory").needed(),
              ImportColumn.text(NUMBER, "报告编号", "Report number").needed(),
              ImportColumn.text(METHOD, "检测方法", "Method"),
              ImportColumn.date(SAMPLED, "采样日期", "Sampled on").needed(),
              ImportColumn.date(REPORTED, "报告日期", "Reported on").needed(),
              ImportColumn.date(VALID, "有效期至", "Valid to")
                  .noted("不填为长期有效", "Without end when empty"),
              ImportColumn.yesNo(SHARED, "对买方公开", "Shown to buyers").needed(),
              ImportColumn.text(NOTE, "备注", "Note"),
              ImportColumn.ranges(
                  "每个指标一列，列名用目录中的名称；填一个值或范围，如 38-42",
                  "A column for each parameter, named as in the catalog; a value or a range, such"
                      + " as 38-42")));

  private final RecordQualityReport record;
  private final Streams streams;

  ImportQualityReports(RecordQualityReport record, Streams streams) {
    this.record = record;
    this.streams = streams;
  }

  /// A line as the use case takes it.
  @Serdeable
  record Draft(Id streamId, @Valid QualityReportDraft report) {}

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
          new QualityReportDraft(
              line.text(LABORATORY),
              line.text(NUMBER),
              line.optionalText(METHOD),
              line.date(SAMPLED),
              line.date(REPORTED),
              line.optionalDate(VALID),
              line.yesNo(SHARED),
              line.optionalText(NOTE),
              line.bounded().stream()
                  .map(range ->
                      new MeasuredRange(range.parameter(), range.min(), range.max(), range.basis()))
                  .toList()));
    };
  }

  @Override
  public Outcome<Id> create(Caller caller, Draft draft) {
    return record.handle(caller, draft.streamId(), draft.report()).map(QualityReport::id);
  }
}
