package cn.wufei.exchange.correction;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.csv.Pieces;
import cn.wufei.exchange.kernel.Caller;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The corrections that the organisation proposed or answers, and the values that they change.
@Factory
class CorrectionTables {

  private final CorrectionStore store;
  private final CorrectionViews views;

  CorrectionTables(CorrectionStore store, CorrectionViews views) {
    this.store = store;
    this.views = views;
  }

  @Singleton
  ExportTable<Correction> corrections() {
    return OwnTable.ofMoment(
        new ExportTable.Title(550, "corrections", "更正", "Corrections"),
        new Columns<Correction>()
            .id("id", "标识", "Id", Correction::id)
            .text("status", "状态", "Status", correction -> correction.status().code())
            .text("kind", "对象类型", "Kind", correction -> correction.kind().code())
            .id("subjectId", "对象标识", "Subject id", Correction::subjectId)
            .text("subjectLabel", "对象", "Subject", Correction::subjectLabel)
            .id("parentId", "所属标识", "Belongs to", Correction::parentId)
            .text("proposer", "提出方", "Proposer", correction -> correction.proposer().name())
            .text("approver", "确认方", "Approver", correction -> correction.approver().name())
            .yesNo("voids", "作废", "Voids", Correction::voids)
            .text("reason", "原因", "Reason", Correction::reason)
            .time("proposedAt", "提出时间", "Proposed", Correction::proposedAt)
            .time("expiresAt", "到期时间", "Expires", Correction::expiresAt)
            .text("decider", "答复方", "Decided by", CorrectionTables::decider)
            .time("decidedAt", "答复时间", "Decided", Correction::decidedAt)
            .text("decisionNote", "答复说明", "Note of the decision", Correction::decisionNote),
        this::corrections);
  }

  /// A value that a correction changes.
  record Changed(Correction correction, Correction.Change change) {}

  @Singleton
  ExportTable<Changed> correctionChanges() {
    return OwnTable.ofMoment(
        new ExportTable.Title(560, "correction-changes", "更正：数值", "Corrections: values"),
        new Columns<Changed>()
            .id("correctionId", "更正标识", "Correction id", row -> row.correction().id())
            .text("field", "字段", "Field", row -> row.change().field())
            .text("before", "更正前", "Before", row -> row.change().before())
            .text("after", "更正后", "After", row -> row.change().after()),
        (caller, at, sink) ->
            corrections(
                caller,
                at,
                correction ->
                    correction
                        .changes()
                        .forEach(change -> sink.accept(new Changed(correction, change)))));
  }

  private static @Nullable String decider(Correction correction) {
    return correction.decider() == null ? null : correction.decider().name();
  }

  /// As they are when the snapshot was taken.
  private void corrections(Caller caller, Instant at, Consumer<Correction> sink) {
    CorrectionQuery own = new CorrectionQuery(caller, null, null, null);
    Pieces.each(
        (before, limit) -> views.ofAll(caller, store.page(own, at, before, limit), at),
        Correction::id,
        sink);
  }
}
