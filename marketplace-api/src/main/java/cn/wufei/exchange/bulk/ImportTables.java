package cn.wufei.exchange.bulk;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/// The imports of the organisation, and which of its own numbers name what.
@Factory
class ImportTables {

  private static final int NUMBERS_AT_ONCE = 1_000;

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
