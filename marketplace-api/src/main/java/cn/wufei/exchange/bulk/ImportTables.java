package cn.wufei.exchange.bulk;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The imports of the organisation, what became of their lines, and which of its own numbers name
/// what.
@Factory
class ImportTables {

  private static final int NUMBERS_AT_ONCE = 1_000;
  private static final int LINES_AT_ONCE = 1_000;

  @Singleton
  ExportTable<ImportRow> imports(ImportStore store) {
    return new OwnTable<>(
        new ExportTable.Title(810, "imports", "导入", "Imports"),
        new Columns<ImportRow>()
            .id("id", "标识", "Id", ImportRow::id)
            .id("memberId", "成员标识", "Member id", row -> row.caller().memberId())
            .text("kind", "类型", "Kind", ImportRow::kind)
            .yesNo("dryRun", "仅检查", "Check only", ImportRow::dryRun)
            .text("status", "状态", "Status", row -> row.status().code())
            .text("problem", "问题", "Problem", ImportRow::problem)
            .whole("created", "新建行数", "Created", row -> row.counts().of(LineResult.CREATED))
            .whole("changed", "更新行数", "Changed", row -> row.counts().of(LineResult.CHANGED))
            .whole("ignored", "忽略行数", "Ignored", row -> row.counts().of(LineResult.IGNORED))
            .whole("refused", "拒绝行数", "Refused", row -> row.counts().of(LineResult.REFUSED))
            .time("createdAt", "提交时间", "Sent", ImportRow::createdAt)
            .time("endedAt", "结束时间", "Ended", ImportRow::endedAt),
        OwnTable.pieces(
            (caller, before, limit) -> store.page(caller.organisationId(), before, limit),
            ImportRow::id));
  }

  /// A line of an import and what became of it. What stood in the line is in the file, which the
  /// import has as its attachment.
  record OwnLine(Id importId, ImportLine line) {}

  @Singleton
  ExportTable<OwnLine> importLines(ImportStore imports, LineStore lines) {
    return new OwnTable<>(
        new ExportTable.Title(815, "import-lines", "导入：各行结果", "Imports: lines"),
        new Columns<OwnLine>()
            .id("importId", "导入标识", "Import id", OwnLine::importId)
            .text("sheet", "工作表", "Sheet", row -> row.line().sheet())
            .whole("line", "行号", "Line", row -> row.line().line())
            .text("kind", "类型", "Kind", row -> row.line().kind())
            .text("reference", "自有编号", "Own number", row -> row.line().reference())
            .text("result", "结果", "Result", row -> row.line().result().code())
            .id("subjectId", "对象标识", "Subject id", row -> row.line().subjectId())
            .text("faults", "问题", "Faults", ImportTables::faults),
        (caller, sink) ->
            Pieces.each(
                (before, limit) -> imports.page(caller.organisationId(), before, limit),
                ImportRow::id,
                row -> lines(row, lines, sink)));
  }

  private static void lines(ImportRow of, LineStore store, Consumer<OwnLine> sink) {
    ImportLine.Place last = null;
    List<LineStore.Dealt> piece;
    do {
      piece = store.page(of, null, last, LINES_AT_ONCE);
      piece.forEach(dealt -> sink.accept(new OwnLine(of.id(), dealt.line())));
      last = piece.isEmpty() ? last : piece.getLast().place();
    } while (piece.size() == LINES_AT_ONCE);
  }

  /// A line for each: the column as the file calls it, where it is one, the code and what it means.
  private static @Nullable String faults(OwnLine row) {
    List<LineFault> faults = row.line().faults();
    return faults.isEmpty()
        ? null
        : faults.stream()
            .map(fault ->
                (fault.header().isEmpty() ? "" : fault.header() + ": ")
                    + fault.code()
                    + ": "
                    + fault.message())
            .collect(Collectors.joining("\n"));
  }

  @Singleton
  ExportTable<LineStore.OwnNumber> ownNumbers(LineStore store) {
    return new OwnTable<>(
        new ExportTable.Title(820, "own-numbers", "自有编号对照", "Own numbers"),
        new Columns<LineStore.OwnNumber>()
            .text("kind", "类型", "Kind", LineStore.OwnNumber::kind)
            .text("reference", "自有编号", "Own number", LineStore.OwnNumber::reference)
            .id("subjectId", "对象标识", "Subject id", LineStore.OwnNumber::subjectId),
        (caller, sink) -> {
          List<LineStore.OwnNumber> piece;
          LineStore.OwnNumber last = null;
          do {
            piece = store.ownNumbers(caller.organisationId(), last, NUMBERS_AT_ONCE);
            piece.forEach(sink);
            last = piece.isEmpty() ? last : piece.getLast();
          } while (piece.size() == NUMBERS_AT_ONCE);
        });
  }
}
