package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

@Singleton
class AnswerTenderDeposit {
  Outcome<TenderDeposit> confirm(Caller caller, Id id, Id depositId, long version) {
    throw new UnsupportedOperationException(caller + " " + id + depositId + version);
  }

  Outcome<TenderDeposit> reject(Caller caller, Id id, Id depositId, long version, String reason) {
    throw new UnsupportedOperationException(caller + " " + id + depositId + version + reason);
  }
}
