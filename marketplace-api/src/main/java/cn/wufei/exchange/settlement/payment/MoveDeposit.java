package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.settlement.MoneyMoves;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The holder confirms a deposit or does not find it, and later gives it back, keeps it or sets it
/// against what is owed. All of this the other side sees.
@Singleton
class MoveDeposit {

  private final DepositStore store;
  private final SeeDeposits see;
  private final MoneyMoves money;
  private final Journal journal;
  private final AuditLog audit;
  private final Clock clock;

  MoveDeposit(
      DepositStore store,
      SeeDeposits see,
      MoneyMoves money,
      Journal journal,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.see = see;
    this.money = money;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party, it is the holder, the deposit is not answered,
  /// the version.
  Outcome<Deposit> confirm(Caller caller, Id id, long version) {
    return mine(caller, id)
        .then(row -> unanswered(row, version))
        .then(row -> {
          DepositRow confirmed = row.confirmed(now());
          return journal
              .post(
                  TransferDraft.once(
                      TransferKind.DEPOSIT_LODGED,
                      caller.organisationId(),
                      id,
                      LocalCalendar.startOf(row.lodgedOn()),
                      MoneyMoves.lodge(
                          AccountKind.DEPOSIT,
                          row.lodgerId(),
                          row.holderId(),
                          row.agreementId(),
                          row.amountFen())))
              .map(_ -> end(caller, confirmed, "deposit-confirmed", row.amountFen()));
        });
  }

  /// Checked as [#confirm].
  Outcome<Deposit> reject(Caller caller, Id id, long version, String reason) {
    return mine(caller, id)
        .then(row -> unanswered(row, version))
        .map(row ->
            end(caller, row.rejected(reason.strip(), now()), "deposit-rejected", row.amountFen()));
  }

  /// Checked in this order: the caller is a party, it is the holder, the deposit was confirmed, the
  /// version, the day, as much is left, and to be set against a due as much is owed.
  Outcome<Deposit> move(
      Caller caller, Id id, long version, DepositMoveKind kind, DepositMoveDraft draft) {
    return mine(caller, id)
        .then(row -> {
          if (row.status() != DepositStatus.HELD) {
            return Outcome.refused(DepositRefusal.DEPOSIT_NOT_HELD);
          }
          if (row.version() != version) {
            return Outcome.refused(CommonRefusal.VERSION_STALE);
          }
          if (draft.occurredOn().isBefore(row.lodgedOn())
              || draft.occurredOn().isAfter(LocalCalendar.dayOf(now()))) {
            return Outcome.refused(DepositRefusal.MOVED_BEFORE_LODGED, "occurredOn");
          }
          if (draft.amountFen() > row.heldFen()) {
            return Outcome.<Deposit>refused(DepositRefusal.DEPOSIT_SHORT, "amountFen")
                .with("heldFen", row.heldFen());
          }
          long owedFen = money.owedFen(row.lodgerId(), row.holderId());
          if (kind == DepositMoveKind.OFFSET && draft.amountFen() > owedFen) {
            return Outcome.<Deposit>refused(DepositRefusal.NOTHING_DUE, "amountFen")
                .with("owedFen", owedFen);
          }
          return post(caller, row, kind, draft);
        });
  }

  private Outcome<Deposit> post(
      Caller caller, DepositRow row, DepositMoveKind kind, DepositMoveDraft draft) {
    var move =
        new DepositMove(
            Id.next(), kind, draft.amountFen(), draft.occurredOn(), draft.reason().strip(), now());
    return journal
        .post(
            new TransferDraft(
                kind.transfer(),
                kind.transfer().code() + ":" + move.id(),
                caller.organisationId(),
                row.id(),
                LocalCalendar.startOf(draft.occurredOn()),
                moves(row, kind, draft.amountFen())))
        .map(_ -> {
          store.insertMove(row.id(), move);
          return end(
              caller, row.less(move.amountFen()), "deposit-" + kind.code(), move.amountFen());
        });
  }

  private List<Move> moves(DepositRow row, DepositMoveKind kind, long fen) {
    List<Move> back =
        MoneyMoves.takeOut(
            AccountKind.DEPOSIT, row.lodgerId(), row.holderId(), row.agreementId(), fen);
    return switch (kind) {
      case RELEASE -> back;
      case FORFEIT -> MoneyMoves.forfeit(row.lodgerId(), row.holderId(), row.agreementId(), fen);
      case OFFSET -> {
        List<Move> moves = new ArrayList<>(back);
        moves.addAll(money.settleOwed(row.lodgerId(), row.holderId(), fen).moves());
        yield moves;
      }
    };
  }

  private Outcome<DepositRow> mine(Caller caller, Id id) {
    DepositRow row = store.lockDeposit(id);
    if (row == null || !row.isParty(caller)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return row.isHolder(caller)
        ? Outcome.done(row)
        : Outcome.refused(DepositRefusal.NOT_THE_HOLDER);
  }

  private static Outcome<DepositRow> unanswered(DepositRow row, long version) {
    if (row.status() != DepositStatus.RECORDED) {
      return Outcome.refused(DepositRefusal.DEPOSIT_ANSWERED);
    }
    return row.version() == version
        ? Outcome.done(row)
        : Outcome.refused(CommonRefusal.VERSION_STALE);
  }

  private Deposit end(Caller caller, DepositRow row, String action, long fen) {
    store.update(row);
    audit.record(caller, action, "deposit", row.id(), Map.of("amountFen", fen));
    return see.view(row);
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
