package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

@Singleton
class ReturnTenderDeposit {
  Outcome<TenderDeposit> release(
      Caller caller, Id id, Id depositId, long version, TenderDepositRelease release) {
    throw new UnsupportedOperationException(caller + " " + id + depositId + version + release);
  }

  Outcome<TenderDeposit> forfeit(Caller caller, Id id, Id depositId, long version, String reason) {
    throw new UnsupportedOperationException(caller + " " + id + depositId + version + reason);
  }
}
