package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Periods;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.settlement.MoneyMoves;
import jakarta.inject.Singleton;
import java.util.List;

/// The holder confirms that a deposit came, or does not find it; until then who lodged it may
/// withdraw what it recorded. Where the day lies in a month that is closed by now, the ledger moves
/// today.
@Singleton
class AnswerDeposit {

  private final DepositDesk desk;
  private final Journal journal;
  private final Periods periods;

  AnswerDeposit(DepositDesk desk, Journal journal, Periods periods) {
    this.desk = desk;
    this.journal = journal;
    this.periods = periods;
  }

  /// Checked in this order: the caller is a party, it is the holder, the deposit is not answered,
  /// the version.
  Outcome<Deposit> confirm(Caller caller, Id id, long version) {
    return desk.ofHolder(caller, id)
        .then(row -> unanswered(row, version))
        .then(row ->
            journal
                .post(
                    TransferDraft.once(
                        TransferKind.DEPOSIT_LODGED,
                        caller.organisationId(),
                        id,
                        periods.openDate(
                            List.of(row.lodgerId(), row.holderId()),
                            LocalCalendar.startOf(row.lodgedOn())),
                        MoneyMoves.lodge(
                            AccountKind.DEPOSIT,
                            row.lodgerId(),
                            row.holderId(),
                            row.agreementId(),
                            row.amountFen())))
                .map(_ ->
                    desk.end(
                        caller, row.confirmed(desk.now()), "deposit-confirmed", row.amountFen())));
  }

  /// Checked as [#confirm].
  Outcome<Deposit> reject(Caller caller, Id id, long version, String reason) {
    return desk.ofHolder(caller, id)
        .then(row -> unanswered(row, version))
        .map(row ->
            desk.end(
                caller,
                row.rejected(reason.strip(), desk.now()),
                "deposit-rejected",
                row.amountFen(),
                reason.strip()));
  }

  /// Checked in this order: the caller is a party, it lodged the deposit, the deposit is not
  /// answered, the version.
  Outcome<Deposit> withdraw(Caller caller, Id id, long version) {
    return desk.ofLodger(caller, id)
        .then(row -> unanswered(row, version))
        .map(row ->
            desk.end(caller, row.withdrawn(desk.now()), "deposit-withdrawn", row.amountFen()));
  }

  private static Outcome<DepositRow> unanswered(DepositRow row, long version) {
    if (row.status() != DepositStatus.RECORDED) {
      return Outcome.refused(DepositRefusal.DEPOSIT_ANSWERED);
    }
    return row.version() == version
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }
}
