package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

@Singleton
class AwardTender {
  Outcome<Tender> handle(Caller caller, Id id, long version) {
    throw new UnsupportedOperationException(caller + " " + id + version);
  }
}
