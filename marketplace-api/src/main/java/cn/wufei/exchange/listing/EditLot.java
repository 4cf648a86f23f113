package cn.wufei.exchange.listing;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// The owner changes what a lot says, never how much it promised.
@Singleton
class EditLot {

  private final Organisations organisations;
  private final LotStore store;
  private final LotScreening screening;
  private final Lots lots;
  private final AuditLog audit;

  EditLot(
      Organisations organisations,
      LotStore store,
      LotScreening screening,
      Lots lots,
      AuditLog audit) {
    this.organisations = organisations;
    this.store = store;
    this.screening = screening;
    this.lots = lots;
    this.audit = audit;
  }

  /// Checked in this order: the organisation may trade, the lot is its own, it is published or
  /// paused, the version is the present one, the terms hold, the hazard gate is clear, the months
  /// hold.
  Outcome<Lot> handle(Caller caller, Id id, long version, LotTerms wanted) {
    return organisations
        .requireTrading(caller)
        .then(_ -> ownStanding(caller, id, version))
        .then(row ->
            screening
                .check(wanted, row.materialKey(), row.classCode(), row.code(), row.codeScheme())
                .then(terms -> terms.withMonthsOf(row.quantityKg()))
                .map(terms -> change(caller, row, terms)));
  }

  private Outcome<LotRow> ownStanding(Caller caller, Id id, long version) {
    LotRow row = store.lockLot(id);
    if (row == null || !row.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (row.status().isOver()) {
      return Outcome.refused(LotRefusal.LOT_NOT_PUBLISHED);
    }
    return row.version() == version
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }

  private Lot change(Caller caller, LotRow row, LotTerms terms) {
    LotRow changed = row.withTerms(terms);
    store.replaceParts(changed, row.terms());
    audit.record(
        caller,
        "lot-changed",
        "lot",
        row.id(),
        Map.of(
            "priceYuanPerTBefore",
            row.terms().priceYuanPerT(),
            "priceYuanPerT",
            terms.priceYuanPerT()));
    return lots.refresh(changed);
  }
}
