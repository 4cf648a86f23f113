package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

@Singleton
class InviteBids {
  Outcome<Tender> handle(Caller caller, TenderDraft draft) {
    throw new UnsupportedOperationException(caller + " " + draft);
  }
}
