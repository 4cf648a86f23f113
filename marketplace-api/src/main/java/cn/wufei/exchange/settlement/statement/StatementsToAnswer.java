package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Statements of the other side that are not answered, and our own that were disputed; when these
/// were is not kept.
@Singleton
class StatementsToAnswer implements WorkSource {

  private final StatementStore store;
  private final StatementViews views;

  StatementsToAnswer(StatementStore store, StatementViews views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.STATEMENT;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.waitingFor(caller.organisationId()));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<StatementRow> page =
        Page.ofSurplus(
            store.pageWaiting(caller.organisationId(), after, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(
        views.ofAll(page.items()).stream().map(statement -> item(caller, statement)).toList(),
        page.next());
  }

  private static WorkItem item(Caller caller, Statement statement) {
    boolean sells = caller.organisationId().equals(statement.seller().id());
    boolean disputed = statement.status() == StatementStatus.DISPUTED;
    return WorkItem.of(WorkKind.STATEMENT, statement.id(), statement.number())
        .aspect(disputed ? "disputed" : "agree")
        .partner(sells ? statement.buyer() : statement.seller())
        .amount(statement.totals().grossFen())
        .month(YearMonth.parse(statement.month()))
        .since(disputed ? null : statement.draftedAt())
        .build();
  }
}
