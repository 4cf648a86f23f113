package cn.wufei.exchange.listing;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.partner.Partners;
import jakarta.inject.Singleton;

/// Which lots are there for whom. A published lot that is kept from the caller is not there, just
/// as one that has left the market: by a block of either side, or because it is for buyers that its
/// owner has approved.
@Singleton
public class VisibleLots {

  private final Partners partners;

  VisibleLots(Partners partners) {
    this.partners = partners;
  }

  /// The owner and the authorities see it in any status, others while it is published for them.
  public boolean maySee(Caller caller, Lot lot) {
    return caller.maySee(lot.organisation().id())
        || (lot.status() == LotStatus.PUBLISHED && lot.isShownIn(partners.circleOf(caller)));
  }
}
