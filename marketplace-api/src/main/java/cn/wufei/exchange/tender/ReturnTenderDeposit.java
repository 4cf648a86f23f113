package cn.wufei.exchange.tender;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;

/// The seller pays a deposit back, or keeps it, when the tender is over. Not before: it would have
/// to be said whose deposit can go, and with that who bids.
@Singleton
class ReturnTenderDeposit {

  private final TenderDepositDesk desk;

  ReturnTenderDeposit(TenderDepositDesk desk) {
    this.desk = desk;
  }

  /// Checked in this order: [TenderDepositDesk#hold], the tender is over, the day.
  Outcome<TenderDeposit> release(
      Caller caller, Id tender, Id id, long version, TenderDepositRelease release) {
    return confirmed(caller, tender, id, version)
        .then(held -> {
          LocalDate day = release.releasedOn();
          boolean isPossible =
              !day.isBefore(held.deposit().paidOn())
                  && !day.isAfter(LocalCalendar.dayOf(held.course().asOf()));
          return isPossible
              ? Outcome.done(held)
              : Outcome.refused(TenderDepositRefusal.RELEASED_BEFORE_PAID, "releasedOn");
        })
        .map(held ->
            desk.end(
                caller,
                held,
                held.deposit().released(release, held.course().asOf()),
                Map.of("amountFen", held.deposit().amountFen())));
  }

  /// Checked in this order: [TenderDepositDesk#hold], the tender is over, it is the winner's or
  /// that of a bidder who did not open a bid that counted.
  Outcome<TenderDeposit> forfeit(Caller caller, Id tender, Id id, long version, String reason) {
    return confirmed(caller, tender, id, version)
        .then(held ->
            held.course().mayKeep(held.deposit())
                ? Outcome.done(held)
                : Outcome.refused(TenderDepositRefusal.NOT_FORFEITABLE))
        .map(held ->
            desk.end(
                caller,
                held,
                held.deposit().forfeited(reason, held.course().asOf()),
                Map.of("amountFen", held.deposit().amountFen(), "reason", reason)));
  }

  private Outcome<TenderDepositDesk.Held> confirmed(Caller caller, Id tender, Id id, long version) {
    return desk.hold(
            caller,
            tender,
            id,
            version,
            TenderDepositStatus.CONFIRMED,
            TenderDepositRefusal.TENDER_DEPOSIT_NOT_HELD)
        .then(held ->
            held.course().tender().status().isLive()
                ? Outcome.refused(TenderDepositRefusal.TENDER_NOT_OVER)
                : Outcome.done(held));
  }
}
