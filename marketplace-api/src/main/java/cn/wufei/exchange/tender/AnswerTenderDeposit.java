package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;

/// The seller confirms that a deposit came, or does not find it. After the closing too: the money
/// has to be given back, but the bid does not count by it any more.
@Singleton
class AnswerTenderDeposit {

  private final TenderDepositDesk desk;

  AnswerTenderDeposit(TenderDepositDesk desk) {
    this.desk = desk;
  }

  /// Checked in the order of [TenderDepositDesk#hold].
  Outcome<TenderDeposit> confirm(Caller caller, Id tender, Id id, long version) {
    return recorded(caller, tender, id, version)
        .map(held ->
            desk.end(
                caller,
                held,
                held.deposit().answered(null, held.course().asOf()),
                Map.of("amountFen", held.deposit().amountFen())));
  }

  /// The same.
  Outcome<TenderDeposit> reject(Caller caller, Id tender, Id id, long version, String reason) {
    return recorded(caller, tender, id, version)
        .map(held ->
            desk.end(
                caller,
                held,
                held.deposit().answered(reason, held.course().asOf()),
                Map.of("amountFen", held.deposit().amountFen(), "reason", reason)));
  }

  private Outcome<TenderDepositDesk.Held> recorded(Caller caller, Id tender, Id id, long version) {
    return desk.hold(
        caller,
        tender,
        id,
        version,
        TenderDepositStatus.RECORDED,
        TenderDepositRefusal.TENDER_DEPOSIT_ANSWERED);
  }
}
