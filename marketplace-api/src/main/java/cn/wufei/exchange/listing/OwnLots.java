package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/// The lot that its owner is about to change.
@Singleton
class OwnLots {

  private final LotStore store;
  private final LotsInTender tenders;

  OwnLots(LotStore store, LotsInTender tenders) {
    this.store = store;
    this.tenders = tenders;
  }

  /// The lot, held until the transaction ends. Checked in this order: it is the caller's own, it
  /// stands as it has to, no tender binds it, the version is the present one.
  ///
  /// @param otherwise why not, when it stands otherwise
  Outcome<LotRow> held(
      Caller caller, Id id, long version, Predicate<LotStatus> stands, LotRefusal otherwise) {
    LotRow row = store.lockLot(id);
    if (row == null || !row.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (!stands.test(row.status())) {
      return Outcome.refused(otherwise);
    }
    if (tenders.isInTender(id)) {
      return Outcome.refused(LotRefusal.LOT_IN_TENDER);
    }
    return row.version() == version
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }

  /// The same of one that is published or paused.
  Outcome<LotRow> heldUnlessOver(Caller caller, Id id, long version) {
    return held(caller, id, version, status -> !status.isOver(), LotRefusal.LOT_NOT_PUBLISHED);
  }
}
