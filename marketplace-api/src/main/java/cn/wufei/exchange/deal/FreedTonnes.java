package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Where tonnes go that an agreement no longer holds: back to the lot while that is on the market,
/// otherwise they are released.
@Singleton
class FreedTonnes {

  private final Lots lots;

  FreedTonnes(Lots lots) {
    this.lots = lots;
  }

  AccountKey destination(Parties parties, Instant now) {
    Lot lot = lots.find(parties.lotId());
    boolean onMarket = lot != null && lot.isOpenOn(LocalCalendar.dayOf(now));
    return AccountKey.commitment(
        onMarket ? AccountKind.AVAILABLE : AccountKind.RELEASED,
        parties.sellerId(),
        parties.lotId());
  }
}
