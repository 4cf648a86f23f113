package cn.wufei.exchange.deal.offer;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// Takes hold of an offer that somebody is about to answer or withdraw.
@Singleton
class OpenOffers {

  private final OfferStore store;
  private final Clock clock;

  OpenOffers(OfferStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The offer as it is before the act, and after it. Checked in this order: the caller is a party,
  /// the offer is open today, the act is the caller's to do ([OfferProcess]), the version is the
  /// present one.
  Outcome<Answered> lock(Caller caller, Id id, long version, OfferAct act) {
    OfferRow row = store.lockOffer(id);
    Side side = row == null ? null : row.parties().sideOf(caller);
    if (row == null || side == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return OfferProcess.of(row.process())
        .after(
            row.statusOn(LocalCalendar.dayOf(Instant.now(clock))),
            act,
            side == row.proposer() ? OfferProcess.Actor.PROPOSER : OfferProcess.Actor.OTHER_SIDE)
        .then(status ->
            row.version() == version
                ? Outcome.done(new Answered(row, row.next(status), side))
                : Outcome.refused(CommonRefusal.VERSION_STALE));
  }

  record Answered(OfferRow before, OfferRow after, Side actor) {}
}
