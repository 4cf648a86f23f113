package cn.wufei.exchange.listing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// The owner takes a lot off the market for a while and puts it back. Nobody else sees a paused
/// lot, and no offer on it is made or accepted. Nothing is posted: what it promised stays promised,
/// and agreements that were made go on.
@Singleton
class PauseLot {

  private final Organisations organisations;
  private final ReviewRule review;
  private final OwnLots own;
  private final LotScreening screening;
  private final Lots lots;
  private final AuditLog audit;

  PauseLot(
      Organisations organisations,
      ReviewRule review,
      OwnLots own,
      LotScreening screening,
      Lots lots,
      AuditLog audit) {
    this.organisations = organisations;
    this.review = review;
    this.own = own;
    this.screening = screening;
    this.lots = lots;
    this.audit = audit;
  }

  /// Checked in this order: the lot is the caller's own, it is published, no tender binds it, the
  /// version is the present one. An organisation that was suspended may still pause.
  Outcome<Lot> pause(Caller caller, Id id, long version) {
    return own.held(caller, id, version, LotStatus.PUBLISHED::equals, LotRefusal.LOT_NOT_PUBLISHED)
        .map(row -> change(caller, row, LotStatus.PAUSED, "lot-paused"));
  }

  /// Checked in this order: the organisation may trade, its policy lets the caller publish, since a
  /// lot may have been paused by who reviewed it, the lot is its own, it is paused, the version is
  /// the present one, its terms still hold (its window may be over and not swept up yet), the
  /// hazard gate is still clear.
  Outcome<Lot> resume(Caller caller, Id id, long version) {
    return organisations
        .requireTrading(caller)
        .then(_ -> review.requireNone(caller))
        .then(
            _ -> own.held(caller, id, version, LotStatus.PAUSED::equals, LotRefusal.LOT_NOT_PAUSED))
        .then(row ->
            screening
                .check(row.terms(), row)
                .map(_ -> change(caller, row, LotStatus.PUBLISHED, "lot-resumed")));
  }

  private Lot change(Caller caller, LotRow row, LotStatus status, String act) {
    audit.record(caller, act, "lot", row.id(), Map.of());
    return lots.refresh(row.withStatus(status));
  }
}
