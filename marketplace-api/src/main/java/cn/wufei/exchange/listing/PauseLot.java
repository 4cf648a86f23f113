package cn.wufei.exchange.listing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// The owner takes a lot off the market for a while and puts it back. Nobody else sees a paused
/// lot, and no offer on it is made or accepted. Nothing is posted: what it promised stays promised,
/// and agreements that were made go on.
@Singleton
class PauseLot {

  private final Organisations organisations;
  private final LotStore store;
  private final Lots lots;
  private final AuditLog audit;
  private final Clock clock;

  PauseLot(Organisations organisations, LotStore store, Lots lots, AuditLog audit, Clock clock) {
    this.organisations = organisations;
    this.store = store;
    this.lots = lots;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the lot is the caller's own, it is published, the version is the
  /// present one. An organisation that was suspended may still pause.
  Outcome<Lot> pause(Caller caller, Id id, long version) {
    return own(caller, id, version, LotStatus.PUBLISHED, LotRefusal.LOT_NOT_PUBLISHED)
        .map(row -> change(caller, row, LotStatus.PAUSED, "lot-paused"));
  }

  /// Checked in this order: the organisation may trade, the lot is its own, it is paused, the
  /// version is the present one, its window is not over.
  Outcome<Lot> resume(Caller caller, Id id, long version) {
    return organisations
        .requireTrading(caller)
        .then(_ -> own(caller, id, version, LotStatus.PAUSED, LotRefusal.LOT_NOT_PAUSED))
        .then(this::notOver)
        .map(row -> change(caller, row, LotStatus.PUBLISHED, "lot-resumed"));
  }

  private Outcome<LotRow> own(
      Caller caller, Id id, long version, LotStatus status, LotRefusal otherwise) {
    LotRow row = store.lockLot(id);
    if (row == null || !row.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (row.status() != status) {
      return Outcome.refused(otherwise);
    }
    return row.version() == version
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }

  /// It may be over and not be swept up yet.
  private Outcome<LotRow> notOver(LotRow row) {
    return row.terms().availableTo().isBefore(LocalCalendar.dayOf(Instant.now(clock)))
        ? Outcome.refused(LotRefusal.WINDOW_OVER, "availableTo")
        : Outcome.done(row);
  }

  private Lot change(Caller caller, LotRow row, LotStatus status, String act) {
    audit.record(caller, act, "lot", row.id(), Map.of());
    return lots.refresh(row.withStatus(status));
  }
}
