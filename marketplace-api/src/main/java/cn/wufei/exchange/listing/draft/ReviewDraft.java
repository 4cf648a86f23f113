package cn.wufei.exchange.listing.draft;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.EditLot;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotDraft;
import cn.wufei.exchange.listing.LotRefusal;
import cn.wufei.exchange.listing.LotStatus;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.listing.PublishLot;
import cn.wufei.exchange.notify.NewNotice;
import cn.wufei.exchange.notify.Notices;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A draft is submitted, and an administrator of the firm publishes it or gives it back.
@Singleton
class ReviewDraft {

  private static final String SUBJECT = "lot-draft";
  private static final String LOT_VERSION = "lotVersion";

  private final OwnDrafts own;
  private final DraftStore store;
  private final DraftContents contents;
  private final DraftViews views;
  private final PublishLot publish;
  private final EditLot edit;
  private final Lots lots;
  private final Organisations organisations;
  private final Notices notices;
  private final AuditLog audit;
  private final Clock clock;

  ReviewDraft(
      OwnDrafts own,
      DraftStore store,
      DraftContents contents,
      DraftViews views,
      PublishLot publish,
      EditLot edit,
      Lots lots,
      Organisations organisations,
      Notices notices,
      AuditLog audit,
      Clock clock) {
    this.own = own;
    this.store = store;
    this.contents = contents;
    this.views = views;
    this.publish = publish;
    this.edit = edit;
    this.lots = lots;
    this.organisations = organisations;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the draft is the firm's own, it is being written, the version is the
  /// present one; for a change, that the lot is on the market, or paused, and keeps what is fixed.
  ///
  /// @param lot the whole lot; what was typed before no longer counts
  Outcome<SavedDraft> submit(Caller caller, Id id, long version, LotDraft lot) {
    return own.heldToWrite(caller, id, version)
        .then(row ->
            possible(row, lot)
                .map(_ -> {
                  Instant now = Instant.now(clock);
                  DraftRow submitted =
                      row.submitted(lot.title(), contents.textOf(lot), caller.memberId(), now);
                  store.update(submitted);
                  audit.record(caller, "lot-draft-submitted", SUBJECT, id, facts(submitted, null));
                  tell(
                      "lot-submitted",
                      submitted,
                      Map.of("draft", id),
                      Map.of("member", nameOf(caller)));
                  return views.of(submitted);
                }));
  }

  private Outcome<DraftRow> possible(DraftRow row, LotDraft wanted) {
    return row.lotId() == null
        ? Outcome.done(row)
        : lotToChange(row, row.lotId(), wanted).map(_ -> row);
  }

  private Outcome<Lot> lotToChange(DraftRow row, Id lotId, LotDraft wanted) {
    Lot lot = lots.find(lotId);
    if (lot == null || !lot.organisation().id().equals(row.head().organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (lot.status() != LotStatus.PUBLISHED && lot.status() != LotStatus.PAUSED) {
      return Outcome.refused(LotRefusal.LOT_NOT_PUBLISHED);
    }
    if (!lot.streamId().equals(wanted.streamId())) {
      return Outcome.refused(DraftRefusal.FIXED_ONCE_PUBLISHED, "streamId");
    }
    if (lot.quantityKg() != wanted.quantityKg()) {
      return Outcome.refused(DraftRefusal.FIXED_ONCE_PUBLISHED, "quantityKg");
    }
    if (lot.quantityKind() != wanted.quantityKind()) {
      return Outcome.refused(DraftRefusal.FIXED_ONCE_PUBLISHED, "quantityKind");
    }
    if (lot.saleMethod() != wanted.saleMethod()) {
      return Outcome.refused(DraftRefusal.FIXED_ONCE_PUBLISHED, "saleMethod");
    }
    return Outcome.done(lot);
  }

  /// Whoever trades for the firm takes a submitted draft back to go on writing it.
  Outcome<SavedDraft> recall(Caller caller, Id id, long version) {
    return own.heldInReview(caller, id, version)
        .map(row -> {
          DraftRow recalled = row.recalled(Instant.now(clock));
          store.update(recalled);
          audit.record(caller, "lot-draft-recalled", SUBJECT, id, facts(row, null));
          return views.of(recalled);
        });
  }

  Outcome<SavedDraft> giveBack(Caller caller, Id id, long version, String reason) {
    return own.heldInReview(caller, id, version)
        .map(row -> {
          DraftRow returned = row.returned(reason, Instant.now(clock));
          store.update(returned);
          audit.record(caller, "lot-draft-returned", SUBJECT, id, facts(row, reason));
          tell(
              "lot-returned",
              returned,
              Map.of("draft", id),
              Map.of("member", nameOf(caller), "reason", reason));
          return views.of(returned);
        });
  }

  /// Publishes what was submitted, or changes the lot that it is about. Refused as that is refused;
  /// then the draft stays in review. Must run in a posting write. Of a change checked after the
  /// draft itself: the version of the lot is given, the lot is as for submitting; that it is the
  /// present version is checked as [EditLot] does.
  ///
  /// @param lotVersion the version of the lot that the caller saw beside the change; nothing for a
  ///   new lot
  Outcome<Lot> publish(Caller caller, Id id, long version, @Nullable Long lotVersion) {
    return own.heldInReview(caller, id, version)
        .then(row ->
            contents
                .lotOf(row.content())
                .then(lot -> published(caller, row, lotVersion, lot))
                .map(lot -> {
                  store.delete(row);
                  Map<String, Object> facts = facts(row, null);
                  facts.put("publishedAs", lot.id().toString());
                  audit.record(caller, "lot-draft-published", SUBJECT, id, facts);
                  tell(
                      "lot-draft-published",
                      row,
                      Map.of("lot", lot.id()),
                      Map.of("member", nameOf(caller)));
                  return lot;
                }));
  }

  private Outcome<Lot> published(
      Caller caller, DraftRow row, @Nullable Long lotVersion, LotDraft wanted) {
    Id lotId = row.lotId();
    if (lotId == null) {
      return publish.handle(caller, wanted);
    }
    if (lotVersion == null) {
      return Outcome.refused(DraftRefusal.LOT_VERSION_MISSING, LOT_VERSION);
    }
    return lotToChange(row, lotId, wanted)
        .then(_ -> namingLot(edit.handle(caller, lotId, lotVersion, wanted)));
  }

  /// The draft's own version was the present one; a stale one is the lot's.
  private static Outcome<Lot> namingLot(Outcome<Lot> changed) {
    return changed instanceof Outcome.Refused<Lot> refused
            && refused.refusal() == CommonRefusal.VERSION_STALE
        ? refused.at(LOT_VERSION)
        : changed;
  }

  private void tell(String kind, DraftRow row, Map<String, Id> subjects, Map<String, Object> more) {
    Map<String, Object> facts = new LinkedHashMap<>(more);
    facts.put("title", titleOf(row));
    notices.send(
        List.of(
            new NewNotice(
                row.head().organisationId(),
                kind,
                "lot-draft:" + row.id() + ":" + row.version(),
                subjects,
                facts)));
  }

  private static String titleOf(DraftRow row) {
    String title = row.head().title();
    return title == null ? "" : title;
  }

  private String nameOf(Caller caller) {
    return organisations
        .actorNames(List.of(caller.memberId()), caller.organisationId())
        .getOrDefault(caller.memberId(), "");
  }

  private static Map<String, Object> facts(DraftRow row, @Nullable String reason) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("title", titleOf(row));
    if (row.lotId() != null) {
      facts.put("lotId", row.lotId().toString());
    }
    DraftHead.Submission submission = row.head().submission();
    if (submission != null) {
      facts.put("submitterId", submission.memberId().toString());
    }
    if (reason != null) {
      facts.put("reason", reason);
    }
    return facts;
  }
}
