package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.Id;
import java.util.Collection;
import java.util.Map;

/// The loads that left under agreements. Loads come after agreements in the chain, so the feature
/// that moves them answers this for the one that agrees.
public interface AgreementLoads {

  /// The loads of each agreement; agreements without any may be absent.
  Map<Id, LoadTotals> ofAgreements(Collection<Id> agreements);

  /// @param inTransit how many of them are on their way
  /// @param movedKg what the receiver accepted of them
  record LoadTotals(long loads, long inTransit, long movedKg) {

    public static final LoadTotals NONE = new LoadTotals(0, 0, 0);
  }
}
