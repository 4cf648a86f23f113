package cn.wufei.exchange.demand;

import cn.wufei.exchange.kernel.Id;
import java.util.Collection;
import java.util.Map;

/// What agreements cover of demands. Agreements come after demands in the chain, so the feature
/// that makes them answers this for the one that asks.
public interface DemandCommitments {

  /// The kilograms reserved or fulfilled for each demand; demands without any agreement may be
  /// absent.
  Map<Id, Long> ofDemands(Collection<Id> demands);
}
