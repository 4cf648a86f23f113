package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
class SeeTenders {
  Page<TenderSummary> page(
      Caller caller,
      @Nullable TenderStatus status,
      @Nullable Id lotId,
      @Nullable MyTenders mine,
      @Nullable Id before,
      int limit) {
    throw new UnsupportedOperationException(caller + "" + status + lotId + mine + before + limit);
  }

  Outcome<Tender> one(Caller caller, Id id) {
    throw new UnsupportedOperationException(caller + " " + id);
  }

  Outcome<OwnBid> ownBid(Caller caller, Id id) {
    throw new UnsupportedOperationException(caller + " " + id);
  }

  Outcome<List<TenderDeposit>> deposits(Caller caller, Id id) {
    throw new UnsupportedOperationException(caller + " " + id);
  }

  Outcome<TenderRecord> record(Caller caller, Id id) {
    throw new UnsupportedOperationException(caller + " " + id);
  }
}
