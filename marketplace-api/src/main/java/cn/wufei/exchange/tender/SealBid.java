package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

@Singleton
class SealBid {
  Outcome<OwnBid> seal(Caller caller, Id id, BidDraft draft) {
    throw new UnsupportedOperationException(caller + " " + id + draft);
  }

  Outcome<OwnBid> replace(Caller caller, Id id, long version, BidDraft draft) {
    throw new UnsupportedOperationException(caller + " " + id + version + draft);
  }

  Outcome<OwnBid> withdraw(Caller caller, Id id, long version) {
    throw new UnsupportedOperationException(caller + " " + id + version);
  }
}
