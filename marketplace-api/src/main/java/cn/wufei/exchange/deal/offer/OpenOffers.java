package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

/// Takes hold of an offer that somebody is about to answer.
@Singleton
class OpenOffers {

  private final OfferStore store;

  OpenOffers(OfferStore store) {
    this.store = store;
  }

  /// The offer as it is before the answer, and its status after it. Checked in this order: the
  /// caller is a party, the offer is open, the answer is the caller's to give, the version is the
  /// present one.
  Outcome<Answered> lock(Caller caller, Id id, long version, OfferAnswer answer) {
    OfferRow row = store.lockOffer(id);
    Side side = row == null ? null : row.parties().sideOf(caller);
    if (row == null || side == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return answer
        .to(row.status(), row.proposer(), side)
        .then(status ->
            row.version() == version
                ? Outcome.done(new Answered(row, row.next(status), side))
                : Outcome.refused(CommonRefusal.VERSION_STALE));
  }

  record Answered(OfferRow before, OfferRow after, Side actor) {}
}
