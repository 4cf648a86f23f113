package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;

/// Which lots bids are sealed for. Nobody changes such a lot, takes it from the market or sells it
/// in another way. Tenders come after lots in the chain, so the feature that holds them answers
/// this for the one that offers.
public interface LotsInTender {

  /// Whether a tender binds the lot now. Who goes on by the answer holds the lot ([Lots#hold]).
  boolean isInTender(Id lot);

  /// Refused when one does.
  default Outcome<Id> requireNone(Id lot) {
    return isInTender(lot) ? Outcome.refused(LotRefusal.LOT_IN_TENDER, "lotId") : Outcome.done(lot);
  }
}
