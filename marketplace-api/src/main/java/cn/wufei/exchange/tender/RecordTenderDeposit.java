package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

@Singleton
class RecordTenderDeposit {
  Outcome<TenderDeposit> handle(Caller caller, Id id, TenderDepositDraft draft) {
    throw new UnsupportedOperationException(caller + " " + id + draft);
  }
}
