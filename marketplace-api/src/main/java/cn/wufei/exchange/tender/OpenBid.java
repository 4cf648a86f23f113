package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

@Singleton
class OpenBid {
  Outcome<OwnBid> handle(Caller caller, Id id, BidOpening opening) {
    throw new UnsupportedOperationException(caller + " " + id + opening);
  }
}
