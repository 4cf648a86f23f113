package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who may read which statement and report: the two parties, and nobody else, authorities included.
@Singleton
@Connectable
class SeeStatements {

  private final StatementStore statements;
  private final StatementViews views;
  private final AssayStore assays;

  SeeStatements(StatementStore statements, StatementViews views, AssayStore assays) {
    this.statements = statements;
    this.views = views;
    this.assays = assays;
  }

  Outcome<Statement> one(Caller caller, Id id) {
    StatementRow row = statements.find(id);
    return row != null && row.isParty(caller)
        ? Outcome.done(views.of(row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Statement> page(
      Caller caller, @Nullable StatementStatus status, @Nullable Id before, int limit) {
    Page<StatementRow> page =
        Page.ofSurplus(
            statements.page(caller, status, before, limit + 1), limit, row -> row.id().toString());
    return new Page<>(views.ofAll(page.items()), page.next());
  }

  /// In their order; the cursor is the place of the last one shown.
  Outcome<Page<StatementLine>> lines(Caller caller, Id id, int after, int limit) {
    StatementRow row = statements.find(id);
    if (row == null || !row.isParty(caller)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return Outcome.done(
        Page.ofSurplus(
            statements.lines(id, after, limit + 1), limit, line -> Integer.toString(line.place())));
  }

  Outcome<AssayBatch> assay(Caller caller, Id id) {
    AssayBatch assay = assays.find(id);
    return assay != null && assay.isParty(caller)
        ? Outcome.done(assay)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<AssayBatch> assays(Caller caller, @Nullable Id agreement, @Nullable Id before, int limit) {
    return Page.ofSurplus(
        assays.page(caller, agreement, before, limit + 1), limit, assay -> assay.id().toString());
  }
}
