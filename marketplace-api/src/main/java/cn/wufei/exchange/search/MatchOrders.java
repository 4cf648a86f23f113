package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;

/// Gives the order by match. The search knows nothing of matching, which stands above it and fills
/// this in.
public interface MatchOrders {

  /// Lots by how they fit one of the caller's demands.
  Outcome<MatchOrder> ofDemand(Caller caller, Id demand);

  /// Demands by how one of the caller's lots fits them.
  Outcome<MatchOrder> ofLot(Caller caller, Id lot);
}
