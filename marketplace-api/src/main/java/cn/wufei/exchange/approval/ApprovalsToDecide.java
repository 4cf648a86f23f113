package cn.wufei.exchange.approval;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What others of the firm asked for, for an administrator to approve or refuse.
@Singleton
@Connectable
class ApprovalsToDecide implements WorkSource {

  private final ApprovalStore store;
  private final ApprovalViews views;

  ApprovalsToDecide(ApprovalStore store, ApprovalViews views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.APPROVAL;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.ORG_ADMIN);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(
        store.countToDecide(caller.organisationId(), caller.memberId(), views.today()));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<ApprovalRow> page =
        Page.ofSurplus(
            store.pageToDecide(
                caller.organisationId(), caller.memberId(), views.today(), after, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(
        views.listed(caller, page.items()).stream().map(ApprovalsToDecide::item).toList(),
        page.next());
  }

  private static WorkItem item(Approval approval) {
    return WorkItem.of(WorkKind.APPROVAL, approval.id(), approval.title())
        .aspect(approval.act().code())
        .partner(approval.partner())
        .mass(approval.quantityKg())
        .price(approval.priceYuanPerT())
        .note(approval.asker())
        .since(approval.askedAt())
        .due(approval.lastDay())
        .build();
  }
}
