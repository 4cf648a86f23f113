package cn.wufei.exchange.demand;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// The owner stops looking. Agreements that were made go on.
@Singleton
class WithdrawDemand {

  private final DemandStore store;
  private final Demands demands;
  private final AuditLog audit;

  WithdrawDemand(DemandStore store, Demands demands, AuditLog audit) {
    this.store = store;
    this.demands = demands;
    this.audit = audit;
  }

  /// Checked in this order: the demand is the caller's own, it is published, the version is the
  /// present one. An organisation that was suspended may still withdraw.
  Outcome<Demand> handle(Caller caller, Id id, long version) {
    DemandRow row = store.lockDemand(id);
    if (row == null || !row.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (row.status() != DemandStatus.PUBLISHED) {
      return Outcome.refused(DemandRefusal.DEMAND_NOT_PUBLISHED);
    }
    if (row.version() != version) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    audit.record(caller, "demand-withdrawn", "demand", id, Map.of());
    return Outcome.done(demands.refresh(row.withStatus(DemandStatus.WITHDRAWN)));
  }
}
