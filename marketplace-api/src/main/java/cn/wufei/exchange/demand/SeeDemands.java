package cn.wufei.exchange.demand;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Who may read which demand.
@Singleton
class SeeDemands {

  private final Demands demands;
  private final VisibleDemands visible;

  SeeDemands(Demands demands, VisibleDemands visible) {
    this.demands = demands;
    this.visible = visible;
  }

  Outcome<Demand> one(Caller caller, Id id) {
    Demand demand = demands.find(id);
    return demand != null && visible.maySee(caller, demand)
        ? Outcome.done(demand)
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Demand> own(Caller caller, @Nullable DemandStatus status, @Nullable Id before, int limit) {
    return demands.page(caller.organisationId(), status, before, limit);
  }
}
