package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Outcome;

/// What can be done about an open offer, and by whom: the other side accepts, declines or counters
/// it, its proposer withdraws it.
enum OfferAnswer {
  ACCEPT(OfferStatus.ACCEPTED, false),
  DECLINE(OfferStatus.DECLINED, false),
  COUNTER(OfferStatus.COUNTERED, false),
  WITHDRAW(OfferStatus.WITHDRAWN, true);

  private final OfferStatus result;
  private final boolean proposers;

  OfferAnswer(OfferStatus result, boolean proposers) {
    this.result = result;
    this.proposers = proposers;
  }

  /// The status that an offer of that status and proposer has after `actor` gave this answer.
  Outcome<OfferStatus> to(OfferStatus status, Side proposer, Side actor) {
    if (status != OfferStatus.OPEN) {
      return Outcome.refused(OfferRefusal.OFFER_NOT_OPEN);
    }
    if (proposers && actor != proposer) {
      return Outcome.refused(OfferRefusal.NOT_YOUR_OFFER);
    }
    if (!proposers && actor == proposer) {
      return Outcome.refused(OfferRefusal.NOT_YOUR_TURN);
    }
    return Outcome.done(result);
  }
}
