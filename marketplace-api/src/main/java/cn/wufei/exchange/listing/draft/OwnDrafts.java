package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

/// The draft of the caller's firm that is about to be changed.
@Singleton
class OwnDrafts {

  private final DraftStore store;

  OwnDrafts(DraftStore store) {
    this.store = store;
  }

  /// Held until the transaction ends. Checked in this order: it is the firm's own, it is being
  /// written, the version is the present one.
  Outcome<DraftRow> heldToWrite(Caller caller, Id id, long version) {
    return held(caller, id, version, false);
  }

  /// Held until the transaction ends. Checked in this order: it is the firm's own, it is being
  /// reviewed, the version is the present one.
  Outcome<DraftRow> heldInReview(Caller caller, Id id, long version) {
    return held(caller, id, version, true);
  }

  private Outcome<DraftRow> held(Caller caller, Id id, long version, boolean inReview) {
    DraftRow row = store.lockDraft(caller.organisationId(), id);
    if (row == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if ((row.status() == DraftStatus.IN_REVIEW) != inReview) {
      return Outcome.refused(
          inReview ? DraftRefusal.DRAFT_NOT_IN_REVIEW : DraftRefusal.DRAFT_IN_REVIEW);
    }
    return row.version() == version
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }
}
