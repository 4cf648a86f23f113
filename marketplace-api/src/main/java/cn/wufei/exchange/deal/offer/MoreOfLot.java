package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import jakarta.inject.Singleton;

/// What must hold for an agreement to take more of its lot than was agreed on: what must hold for
/// accepting an offer on it, as it would be one.
@Singleton
public class MoreOfLot {

  private final Lots lots;
  private final OfferConditions conditions;

  MoreOfLot(Lots lots, OfferConditions conditions) {
    this.lots = lots;
    this.conditions = conditions;
  }

  /// Checked in this order: the lot is still on offer between the two and goes to the buyer's site,
  /// it is published, its window has not ended and no tender binds it, both sides may trade, the
  /// hazard gate is clear, the lot has that much available. Holds the lot; in a posting write what
  /// is found available stays so.
  public Outcome<Lot> check(Agreement agreement, long moreKg) {
    Lot lot = lots.hold(agreement.lotId());
    if (lot == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return conditions
        .stillOffered(lot, agreement.buyer().id(), agreement.buyerSite().id())
        .then(_ -> conditions.open(lot))
        .then(_ -> conditions.verified(agreement.seller().id()))
        .then(_ -> conditions.verified(agreement.buyer().id()))
        .then(_ -> conditions.clear(lot))
        .then(_ -> available(lot, agreement, moreKg));
  }

  private static Outcome<Lot> available(Lot lot, Agreement agreement, long moreKg) {
    return moreKg <= lot.availableKg()
        ? Outcome.done(lot)
        : Outcome.<Lot>refused(OfferRefusal.MORE_THAN_AVAILABLE)
            .with("availableKg", lot.availableKg())
            .with("quantityMaxKg", agreement.quantityKg() + lot.availableKg());
  }
}
