package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Id;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// What agreements hold of lots. Agreements come after lots in the chain, so the feature that makes
/// them answers this for the one that offers.
public interface LotCommitments {

  /// The commitments of each lot; lots without any agreement may be absent.
  Map<Id, Committed> ofLots(Collection<Id> lots);

  /// Those of a stream's lots on which an agreement goes on.
  Set<Id> lotsAgreedOn(Id stream);

  /// Sums over all agreements on a lot, from the ledger.
  record Committed(long reservedKg, long fulfilledKg) {

    public static final Committed NOTHING = new Committed(0, 0);
  }
}
