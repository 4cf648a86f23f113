package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.listing.Producers;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody of the firm writes a draft. What is being written is no fact of any trade, so nothing
/// of it is audited until it is submitted.
@Singleton
class KeepDrafts {

  private static final int DRAFTS_MAX = 500;

  private final Organisations organisations;
  private final DraftStore store;
  private final OwnDrafts own;
  private final DraftContents contents;
  private final DraftViews views;
  private final Lots lots;
  private final Clock clock;

  KeepDrafts(
      Organisations organisations,
      DraftStore store,
      OwnDrafts own,
      DraftContents contents,
      DraftViews views,
      Lots lots,
      Clock clock) {
    this.organisations = organisations;
    this.store = store;
    this.own = own;
    this.contents = contents;
    this.views = views;
    this.lots = lots;
    this.clock = clock;
  }

  /// Checked in this order: the firm produces waste, the lot to be changed is its own, the draft is
  /// not too large, there is room for it. A firm that waits to be verified may prepare.
  ///
  /// @param lotId the lot that is to be changed; nothing for a new one
  Outcome<SavedDraft> begin(Caller caller, @Nullable Id lotId, Map<String, Object> content) {
    return Outcome.found(organisations.find(caller.organisationId()))
        .then(Producers::require)
        .then(_ ->
            lotId == null || isOwn(caller, lotId)
                ? contents.textOf(content)
                : Outcome.refused(CommonRefusal.NOT_FOUND, "lotId"))
        .then(text -> {
          if (store.count(caller.organisationId()) >= DRAFTS_MAX) {
            return Outcome.refused(DraftRefusal.DRAFTS_FULL);
          }
          Instant now = Instant.now(clock);
          var head =
              new DraftHead(
                  Id.next(),
                  1,
                  caller.organisationId(),
                  DraftStatus.DRAFT,
                  lotId,
                  contents.titleOf(content),
                  caller.memberId(),
                  null,
                  null,
                  now,
                  now);
          var row = new DraftRow(head, text);
          store.insert(row);
          return Outcome.done(views.of(row));
        });
  }

  private boolean isOwn(Caller caller, Id lotId) {
    Lot lot = lots.find(lotId);
    return lot != null && lot.organisation().id().equals(caller.organisationId());
  }

  Outcome<SavedDraft> change(Caller caller, Id id, long version, Map<String, Object> content) {
    return own.heldToWrite(caller, id, version)
        .then(row ->
            contents
                .textOf(content)
                .map(text -> {
                  DraftRow changed =
                      row.saying(contents.titleOf(content), text, Instant.now(clock));
                  store.update(changed);
                  return views.of(changed);
                }));
  }

  Outcome<SavedDraft> delete(Caller caller, Id id, long version) {
    return own.heldToWrite(caller, id, version)
        .map(row -> {
          store.delete(row);
          return views.of(row);
        });
  }
}
