package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who may read which draft: its own firm, and nobody else, authorities included.
@Singleton
@Connectable
class SeeDrafts {

  private final DraftStore store;
  private final DraftViews views;

  SeeDrafts(DraftStore store, DraftViews views) {
    this.store = store;
    this.views = views;
  }

  Outcome<SavedDraft> one(Caller caller, Id id) {
    return Outcome.found(store.find(caller.organisationId(), id)).map(views::of);
  }

  Page<SavedDraft> page(
      Caller caller, @Nullable DraftStatus status, @Nullable Id before, int limit) {
    Page<DraftHead> page =
        Page.ofSurplus(
            store.pageHeads(caller.organisationId(), status, before, limit + 1),
            limit,
            head -> head.id().toString());
    return new Page<>(views.listed(page.items()), page.next());
  }
}
