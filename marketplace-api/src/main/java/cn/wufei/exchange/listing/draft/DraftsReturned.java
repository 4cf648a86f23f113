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

/// Drafts that an administrator gave back with a reason. Who only trades for the firm may go on
/// with any of them; an administrator, who may have given them back, is shown his own.
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
    return WorkCount.of(store.count(caller.organisationId(), DraftStatus.RETURNED, whose(caller)));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<DraftHead> page =
        Page.ofSurplus(
            store.oldest(
                caller.organisationId(), DraftStatus.RETURNED, whose(caller), after, limit + 1),
            limit,
            head -> head.id().toString());
    return new Page<>(
        views.listed(page.items()).stream().map(DraftsReturned::item).toList(), page.next());
  }

  private static @Nullable Id whose(Caller caller) {
    return caller.may(Role.ORG_ADMIN) ? caller.memberId() : null;
  }

  /// When it was given back is not known once somebody has gone on writing.
  private static WorkItem item(SavedDraft draft) {
    return WorkItem.of(
            WorkKind.LOT_RETURNED, draft.id(), draft.title() == null ? "" : draft.title())
        .note(draft.returnReason())
        .build();
  }
}
