package cn.wufei.exchange.search;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.partner.Circle;

/// Gives the order by match. The search knows nothing of matching, which stands above it and fills
/// this in.
public interface MatchOrders {

  /// Lots by how they fit one of the caller's demands.
  ///
  /// @param circle the caller's
  Outcome<MatchOrder> ofDemand(Caller caller, Circle circle, Id demand);

  /// Demands by how one of the caller's lots fits them.
  ///
  /// @param circle the caller's
  Outcome<MatchOrder> ofLot(Caller caller, Circle circle, Id lot);
}
