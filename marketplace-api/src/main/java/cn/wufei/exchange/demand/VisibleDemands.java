package cn.wufei.exchange.demand;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;

/// Which demands are there for whom. A published demand of a firm from which the caller keeps
/// apart, or which keeps apart from it, is not there, just as one that has left the market.
@Singleton
public class VisibleDemands {

  private final Partners partners;

  VisibleDemands(Partners partners) {
    this.partners = partners;
  }

  /// The owner and the authorities see it in any status, others while it is published for them.
  public boolean maySee(Caller caller, Demand demand) {
    return caller.maySee(demand.organisation().id())
        || (demand.status() == DemandStatus.PUBLISHED
            && partners.circleOf(caller).meets(demand.organisation().id()));
  }
}
