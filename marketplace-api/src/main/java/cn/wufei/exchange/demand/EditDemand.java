package cn.wufei.exchange.demand;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// The owner changes what it looks for. A demand promises nothing, so its quantity may change too,
/// though not below what agreements cover already.
@Singleton
class EditDemand {

  private final Organisations organisations;
  private final DemandStore store;
  private final DemandScreening screening;
  private final DemandCommitments commitments;
  private final Demands demands;
  private final AuditLog audit;

  EditDemand(
      Organisations organisations,
      DemandStore store,
      DemandScreening screening,
      DemandCommitments commitments,
      Demands demands,
      AuditLog audit) {
    this.organisations = organisations;
    this.store = store;
    this.screening = screening;
    this.commitments = commitments;
    this.demands = demands;
    this.audit = audit;
  }

  /// Checked in this order: the organisation may trade, the demand is its own, it is published, the
  /// version is the present one, the terms hold, agreements do not cover more.
  Outcome<Demand> handle(Caller caller, Id id, long version, DemandTerms wanted) {
    return organisations
        .requireTrading(caller)
        .then(_ -> ownPublished(caller, id, version))
        .then(row ->
            screening
                .check(wanted)
                .then(terms -> coverable(row, terms))
                .map(terms -> change(caller, row, terms)));
  }

  private Outcome<DemandRow> ownPublished(Caller caller, Id id, long version) {
    DemandRow row = store.lockDemand(id);
    if (row == null || !row.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (row.status() != DemandStatus.PUBLISHED) {
      return Outcome.refused(DemandRefusal.DEMAND_NOT_PUBLISHED);
    }
    return row.version() == version
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }

  private Outcome<DemandTerms> coverable(DemandRow row, DemandTerms terms) {
    long coveredKg = commitments.ofDemands(List.of(row.id())).getOrDefault(row.id(), 0L);
    return terms.quantityKg() >= coveredKg
        ? Outcome.done(terms)
        : Outcome.<DemandTerms>refused(DemandRefusal.QUANTITY_BELOW_AGREED, "quantityKg")
            .with("agreedKg", coveredKg);
  }

  private Demand change(Caller caller, DemandRow row, DemandTerms terms) {
    DemandRow changed = row.withTerms(terms);
    store.replaceParts(changed, row.terms());
    audit.record(
        caller,
        "demand-changed",
        "demand",
        row.id(),
        Map.of("quantityKgBefore", row.terms().quantityKg(), "quantityKg", terms.quantityKg()));
    return demands.refresh(changed);
  }
}
