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

/// Drafts that somebody submitted, for an administrator to publish or give back.
@Singleton
class DraftsToReview implements WorkSource {

  private final DraftStore store;
  private final DraftViews views;

  DraftsToReview(DraftStore store, DraftViews views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.LOT_REVIEW;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.ORG_ADMIN);
  }

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(store.count(caller.organisationId(), DraftStatus.IN_REVIEW, null));
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    Page<DraftHead> page =
        Page.ofSurplus(
            store.oldest(caller.organisationId(), DraftStatus.IN_REVIEW, null, after, limit + 1),
            limit,
            head -> head.id().toString());
    return new Page<>(
        views.listed(page.items()).stream().map(DraftsToReview::item).toList(), page.next());
  }

  private static WorkItem item(SavedDraft draft) {
    return WorkItem.of(WorkKind.LOT_REVIEW, draft.id(), draft.title() == null ? "" : draft.title())
        .note(draft.submitter())
        .since(draft.submittedAt() == null ? draft.changedAt() : draft.submittedAt())
        .build();
  }
}
