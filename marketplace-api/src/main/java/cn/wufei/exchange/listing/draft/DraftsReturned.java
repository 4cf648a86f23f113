package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Drafts that an administrator gave back with a reason.
@Singleton
class DraftsReturned implements WorkSource {

  private final DraftStore store;
  private final DraftViews views;

  DraftsReturned(DraftStore store, DraftViews views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.LOT_RETURNED;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.count(caller.organisationId(), DraftStatus.RETURNED));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<DraftRow> page =
        Page.ofSurplus(
            store.oldest(caller.organisationId(), DraftStatus.RETURNED, after, limit + 1),
            limit,
            row -> row.id().toString());
    return new Page<>(
        views.listed(page.items()).stream().map(DraftsReturned::item).toList(), page.next());
  }

  private static WorkItem item(SavedDraft draft) {
    return WorkItem.of(
            WorkKind.LOT_RETURNED, draft.id(), draft.title() == null ? "" : draft.title())
        .note(draft.returnReason())
        .since(draft.changedAt())
        .build();
  }
}
