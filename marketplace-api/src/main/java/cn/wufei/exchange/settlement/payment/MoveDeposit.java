package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.settlement.MoneyMoves;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// What the holder of a deposit does alone, for a reason that the other side sees: it keeps a part,
/// or sets it against what is owed.
@Singleton
class MoveDeposit {

  private final DepositDesk desk;
  private final DepositStore store;
  private final MoneyMoves money;
  private final Journal journal;

  MoveDeposit(DepositDesk desk, DepositStore store, MoneyMoves money, Journal journal) {
    this.desk = desk;
    this.store = store;
    this.money = money;
    this.journal = journal;
  }

  /// Checked in this order: the caller is a party, it is the holder, the deposit was confirmed, the
  /// version, the day, as much is left.
  Outcome<Deposit> forfeit(Caller caller, Id id, long version, DepositMoveDraft draft) {
    return left(caller, id, version, draft)
        .then(row ->
            post(
                caller,
                row,
                DepositMoveKind.FORFEIT,
                TransferKind.DEPOSIT_FORFEITED,
                draft,
                MoneyMoves.forfeit(
                    row.lodgerId(), row.holderId(), row.agreementId(), draft.amountFen())));
  }

  /// Checked as [#forfeit], and then that as much is owed.
  Outcome<Deposit> offset(Caller caller, Id id, long version, DepositMoveDraft draft) {
    return left(caller, id, version, draft)
        .then(row -> {
          long owedFen = money.owedFen(row.lodgerId(), row.holderId());
          if (draft.amountFen() > owedFen) {
            return Outcome.<Deposit>refused(DepositRefusal.NOTHING_DUE, "amountFen")
                .with("owedFen", owedFen);
          }
          List<Move> moves =
              new ArrayList<>(
                  MoneyMoves.takeOut(
                      AccountKind.DEPOSIT,
                      row.lodgerId(),
                      row.holderId(),
                      row.agreementId(),
                      draft.amountFen()));
          moves.addAll(money.settleOwed(row.lodgerId(), row.holderId(), draft.amountFen()).moves());
          return post(
              caller, row, DepositMoveKind.OFFSET, TransferKind.DEPOSIT_OFFSET, draft, moves);
        });
  }

  private Outcome<DepositRow> left(Caller caller, Id id, long version, DepositMoveDraft draft) {
    return desk.ofHolder(caller, id)
        .then(row -> desk.requireLeft(row, version, draft.occurredOn(), draft.amountFen()));
  }

  private Outcome<Deposit> post(
      Caller caller,
      DepositRow row,
      DepositMoveKind kind,
      TransferKind transfer,
      DepositMoveDraft draft,
      List<Move> moves) {
    var move =
        new DepositMove(
            Id.next(),
            kind,
            null,
            draft.amountFen(),
            draft.occurredOn(),
            null,
            draft.reason().strip(),
            desk.now(),
            null,
            null);
    return journal
        .post(
            new TransferDraft(
                transfer,
                transfer.code() + ":" + move.id(),
                caller.organisationId(),
                row.id(),
                desk.postedAt(row, draft.occurredOn()),
                moves))
        .map(_ -> {
          store.insertMove(row.id(), move);
          return desk.end(
              caller, row.less(move.amountFen()), "deposit-" + kind.code(), move.amountFen());
        });
  }
}
