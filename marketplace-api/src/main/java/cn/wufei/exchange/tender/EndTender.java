package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

@Singleton
class EndTender {
  Outcome<Tender> cancel(Caller caller, Id id, long version, String reason) {
    throw new UnsupportedOperationException(caller + " " + id + version + reason);
  }

  Outcome<Tender> end(Caller caller, Id id, long version, String reason) {
    throw new UnsupportedOperationException(caller + " " + id + version + reason);
  }
}
