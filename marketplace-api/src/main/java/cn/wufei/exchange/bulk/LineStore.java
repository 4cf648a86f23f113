package cn.wufei.exchange.bulk;

import static cn.wufei.exchange.db.Tables.BULK_LINE;
import static cn.wufei.exchange.db.Tables.BULK_REFERENCE;

import cn.wufei.exchange.db.tables.records.BulkLineRecord;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.ManyRows;
import io.micronaut.core.type.Argument;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What has become of lines, and which own numbers name what, as rows.
@Singleton
@Connectable
class LineStore {

  private static final List<String> COLUMNS =
      List.of(
          "import_id",
          "run",
          "sheet",
          "line",
          "sheet_name",
          "kind",
          "reference",
          "result",
          "subject_id",
          "faults");
  private static final Argument<List<LineFault>> FAULTS = Argument.listOf(LineFault.class);

  private final DSLContext sql;
  private final ObjectMapper json;

  LineStore(DSLContext sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /// What an own number names.
  record Known(Id subjectId, String contentSha256) {}

  @Nullable Known known(Id organisation, String kind, String reference) {
    return sql.select(BULK_REFERENCE.SUBJECT_ID, BULK_REFERENCE.CONTENT_SHA256)
        .from(BULK_REFERENCE)
        .where(BULK_REFERENCE.ORGANISATION_ID.eq(organisation))
        .and(BULK_REFERENCE.KIND.eq(kind))
        .and(BULK_REFERENCE.REFERENCE.eq(reference))
        .fetchOne(row -> new Known(row.value1(), row.value2()));
  }

  /// An own number, and what it names.
  record OwnNumber(String kind, String reference, Id subjectId) {}

  /// The own numbers of an organisation after one, by their kinds.
  List<OwnNumber> ownNumbers(Id organisation, @Nullable OwnNumber after, int limit) {
    return sql.select(BULK_REFERENCE.KIND, BULK_REFERENCE.REFERENCE, BULK_REFERENCE.SUBJECT_ID)
        .from(BULK_REFERENCE)
        .where(BULK_REFERENCE.ORGANISATION_ID.eq(organisation))
        .and(
            after == null
                ? DSL.noCondition()
                : BULK_REFERENCE
                    .KIND
                    .gt(after.kind())
                    .or(
                        BULK_REFERENCE
                            .KIND
                            .eq(after.kind())
                            .and(BULK_REFERENCE.REFERENCE.gt(after.reference()))))
        .orderBy(BULK_REFERENCE.KIND, BULK_REFERENCE.REFERENCE)
        .limit(limit)
        .fetch(row -> new OwnNumber(row.value1(), row.value2(), row.value3()));
  }

  /// Fails with a duplicate key when another import has recorded the same number meanwhile.
  void insertKnown(Id organisation, String kind, String reference, Known known) {
    sql.insertInto(BULK_REFERENCE)
        .set(BULK_REFERENCE.ORGANISATION_ID, organisation)
        .set(BULK_REFERENCE.KIND, kind)
        .set(BULK_REFERENCE.REFERENCE, reference)
        .set(BULK_REFERENCE.SUBJECT_ID, known.subjectId())
        .set(BULK_REFERENCE.CONTENT_SHA256, known.contentSha256())
        .execute();
  }

  void changeKnown(Id organisation, String kind, String reference, String contentSha256) {
    sql.update(BULK_REFERENCE)
        .set(BULK_REFERENCE.CONTENT_SHA256, contentSha256)
        .where(BULK_REFERENCE.ORGANISATION_ID.eq(organisation))
        .and(BULK_REFERENCE.KIND.eq(kind))
        .and(BULK_REFERENCE.REFERENCE.eq(reference))
        .execute();
  }

  /// Fails with a duplicate key when a line has been dealt with already.
  void insert(ImportRow of, List<Dealt> lines) {
    insert(of, lines, "");
  }

  /// Leaves those as they are that have been dealt with already.
  void insertNew(ImportRow of, List<Dealt> lines) {
    insert(of, lines, "on duplicate key update line = values(line)");
  }

  private void insert(ImportRow of, List<Dealt> lines, String tail) {
    ManyRows rows = new ManyRows("bulk_line", COLUMNS, tail);
    for (Dealt dealt : lines) {
      ImportLine line = dealt.line();
      rows.add(
          of.id(),
          of.run(),
          dealt.place().sheet(),
          dealt.place().line(),
          line.sheet(),
          line.kind(),
          line.reference(),
          line.result().code(),
          line.subjectId(),
          line.faults().isEmpty() ? null : jsonOf(line.faults()));
    }
    sql.connection(rows::execute);
  }

  /// A line that has been dealt with, and where it stands.
  record Dealt(ImportLine.Place place, ImportLine line) {}

  /// Which lines of which sheet have been dealt with.
  Map<Integer, BitSet> done(ImportRow of) {
    Map<Integer, BitSet> done = new HashMap<>();
    sql.select(BULK_LINE.SHEET, BULK_LINE.LINE)
        .from(BULK_LINE)
        .where(of(of))
        .forEach(
            row -> done.computeIfAbsent((int) row.value1(), _ -> new BitSet()).set(row.value2()));
    return done;
  }

  /// The own numbers of lines that were created, or would be.
  List<String> created(ImportRow of, String kind) {
    return sql.select(BULK_LINE.REFERENCE)
        .from(BULK_LINE)
        .where(of(of))
        .and(BULK_LINE.KIND.eq(kind))
        .and(BULK_LINE.RESULT.eq(LineResult.CREATED.code()))
        .and(BULK_LINE.REFERENCE.isNotNull())
        .fetch(BULK_LINE.REFERENCE);
  }

  Counts counts(ImportRow of) {
    Map<LineResult, Integer> counts = new HashMap<>();
    sql.select(BULK_LINE.RESULT, DSL.count())
        .from(BULK_LINE)
        .where(of(of))
        .groupBy(BULK_LINE.RESULT)
        .forEach(row -> counts.put(LineResult.ofCode(row.value1()), row.value2()));
    return new Counts(counts);
  }

  /// Lines in the order of the file.
  List<Dealt> page(
      ImportRow of, @Nullable LineResult result, ImportLine.@Nullable Place after, int limit) {
    return sql.selectFrom(BULK_LINE)
        .where(of(of))
        .and(result == null ? DSL.noCondition() : BULK_LINE.RESULT.eq(result.code()))
        .and(
            after == null
                ? DSL.noCondition()
                : BULK_LINE
                    .SHEET
                    .gt((short) after.sheet())
                    .or(
                        BULK_LINE
                            .SHEET
                            .eq((short) after.sheet())
                            .and(BULK_LINE.LINE.gt(after.line()))))
        .orderBy(BULK_LINE.SHEET, BULK_LINE.LINE)
        .limit(limit)
        .fetch(this::dealt);
  }

  /// What has become of a line, when it has been dealt with.
  @Nullable ImportLine find(ImportRow of, ImportLine.Place place) {
    BulkLineRecord row =
        sql.selectFrom(BULK_LINE)
            .where(of(of))
            .and(BULK_LINE.SHEET.eq((short) place.sheet()))
            .and(BULK_LINE.LINE.eq(place.line()))
            .fetchOne();
    return row == null ? null : dealt(row).line();
  }

  /// Lines of the present run: what one that was taken over writes late belongs to its own.
  private static Condition of(ImportRow row) {
    return BULK_LINE.IMPORT_ID.eq(row.id()).and(BULK_LINE.RUN.eq((short) row.run()));
  }

  private Dealt dealt(BulkLineRecord row) {
    String faults = row.getFaults();
    return new Dealt(
        new ImportLine.Place(row.getSheet(), row.getLine()),
        new ImportLine(
            row.getSheetName(),
            row.getLine(),
            row.getKind(),
            row.getReference(),
            LineResult.ofCode(row.getResult()),
            row.getSubjectId(),
            faults == null ? List.of() : faultsOf(faults)));
  }

  private String jsonOf(List<LineFault> faults) {
    try {
      return json.writeValueAsString(FAULTS, faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<LineFault> faultsOf(String text) {
    try {
      List<LineFault> faults = json.readValue(text, FAULTS);
      return faults == null ? List.of() : faults;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
