package cn.wufei.exchange.matching.standing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.FindMatches;
import cn.wufei.exchange.matching.Match;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One side of a match says that it does not want it, and why. A later reason for the same pair
/// takes the place of the earlier one.
@Singleton
class DismissMatch {

  private final Lots lots;
  private final Demands demands;
  private final FindMatches find;
  private final Partners partners;
  private final DismissalStore store;
  private final SeeDismissals see;
  private final AuditLog audit;
  private final Clock clock;

  DismissMatch(
      Lots lots,
      Demands demands,
      FindMatches find,
      Partners partners,
      DismissalStore store,
      SeeDismissals see,
      AuditLog audit,
      Clock clock) {
    this.lots = lots;
    this.demands = demands;
    this.find = find;
    this.partners = partners;
    this.store = store;
    this.see = see;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: one side of the pair is the caller's and the two have something to do
  /// with each other now; the reason `other` has its note.
  Outcome<DismissalView> handle(Caller caller, DismissalDraft draft) {
    Match match = find(caller.organisationId(), draft);
    if (match == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (draft.reason() == DismissalReason.OTHER && draft.note() == null) {
      return Outcome.refused(DismissalRefusal.NOTE_MISSING, "note");
    }
    Dismissal dismissal =
        new Dismissal(
            Id.next(),
            caller.organisationId(),
            caller.memberId(),
            draft.lotId(),
            draft.demandId(),
            Dismissals.partnerOf(caller.organisationId(), match),
            draft.reason(),
            draft.note(),
            Circumstances.of(match),
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    store.replace(dismissal);
    audit.record(
        caller,
        "match-dismissed",
        "dismissal",
        dismissal.id(),
        Map.of(
            "lotId", draft.lotId().toString(),
            "demandId", draft.demandId().toString(),
            "reason", draft.reason().code()));
    return Outcome.done(see.one(dismissal));
  }

  private @Nullable Match find(Id organisation, DismissalDraft draft) {
    Lot lot = lots.find(draft.lotId());
    Demand demand = demands.find(draft.demandId());
    if (lot == null || demand == null) {
      return null;
    }
    boolean isOwn =
        lot.organisation().id().equals(organisation)
            || demand.organisation().id().equals(organisation);
    return isOwn ? find.judge(lot, demand, partners.circleOf(organisation)) : null;
  }
}
