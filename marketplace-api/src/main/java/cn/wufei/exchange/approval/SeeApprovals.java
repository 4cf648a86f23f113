package cn.wufei.exchange.approval;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who may read which request: its own firm, and nobody else, authorities included.
@Singleton
@Connectable
class SeeApprovals {

  private final ApprovalStore store;
  private final ApprovalViews views;

  SeeApprovals(ApprovalStore store, ApprovalViews views) {
    this.store = store;
    this.views = views;
  }

  Outcome<Approval> one(Caller caller, Id id) {
    return Outcome.found(store.find(caller.organisationId(), id)).map(row -> views.of(caller, row));
  }

  Page<Approval> page(
      Caller caller,
      @Nullable ApprovalStatus status,
      @Nullable Id subject,
      @Nullable Id before,
      int limit) {
    Page<ApprovalRow> page =
        Page.ofSurplus(
            store.page(caller.organisationId(), status, subject, views.today(), before, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(views.listed(caller, page.items()), page.next());
  }
}
