package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
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
import java.util.TreeMap;

/// The other side agrees to a statement, which makes its sum due, or disputes it; its author, or
/// after a dispute either side, withdraws it.
@Singleton
class AnswerStatement {

  private final StatementStore store;
  private final StatementLines lines;
  private final StatementViews views;
  private final MoneyMoves money;
  private final Journal journal;
  private final AuditLog audit;
  private final Clock clock;

  AnswerStatement(
      StatementStore store,
      StatementLines lines,
      StatementViews views,
      MoneyMoves money,
      Journal journal,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.lines = lines;
    this.views = views;
    this.money = money;
    this.journal = journal;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party, the statement is open, it is the other side's,
  /// the version, its lines are still what receipts and assays say.
  Outcome<Statement> agree(Caller caller, Id id, long version) {
    return open(caller, id)
        .then(row -> {
          if (row.isDrafter(caller)) {
            return Outcome.refused(StatementRefusal.NOT_YOURS_TO_ANSWER);
          }
          if (row.version() != version) {
            return Outcome.refused(CommonRefusal.VERSION_STALE);
          }
          List<StatementLine> stated = store.lines(id, 0, DraftStatement.LOADS_MAX);
          if (!lines.areCurrent(stated, row.terms().freight())) {
            return Outcome.refused(StatementRefusal.STATEMENT_OUTDATED);
          }
          return charge(caller, row);
        });
  }

  /// Checked as [#agree], but for the lines.
  Outcome<Statement> dispute(Caller caller, Id id, long version, String reason) {
    return open(caller, id)
        .then(row -> {
          if (row.isDrafter(caller)) {
            return Outcome.refused(StatementRefusal.NOT_YOURS_TO_ANSWER);
          }
          if (row.version() != version) {
            return Outcome.refused(CommonRefusal.VERSION_STALE);
          }
          StatementRow disputed = row.disputed(reason.strip());
          store.update(disputed);
          Map<String, Object> facts = new TreeMap<>(DraftStatement.facts(disputed));
          facts.put("reason", reason.strip());
          audit.record(caller, "statement-disputed", "statement", id, facts);
          return Outcome.done(views.of(disputed));
        });
  }

  /// Checked in this order: the caller is a party, the statement is open, it is the caller's or was
  /// disputed, the version.
  Outcome<Statement> withdraw(Caller caller, Id id, long version) {
    return open(caller, id)
        .then(row -> {
          if (!row.isDrafter(caller) && row.status() != StatementStatus.DISPUTED) {
            return Outcome.refused(StatementRefusal.NOT_YOURS_TO_WITHDRAW);
          }
          if (row.version() != version) {
            return Outcome.refused(CommonRefusal.VERSION_STALE);
          }
          StatementRow withdrawn = row.withdrawn(Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
          store.update(withdrawn);
          store.releaseLines(id);
          audit.record(caller, "statement-withdrawn", "statement", id, DraftStatement.facts(row));
          return Outcome.done(views.of(withdrawn));
        });
  }

  private Outcome<StatementRow> open(Caller caller, Id id) {
    StatementRow row = store.lockStatement(id);
    if (row == null || !row.isParty(caller)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    return row.status().isOpen()
        ? Outcome.done(row)
        : Outcome.refused(StatementRefusal.STATEMENT_NOT_OPEN);
  }

  private Outcome<Statement> charge(Caller caller, StatementRow row) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    long prepaidFen = row.terms().usePrepayment() ? usablePrepaidFen(row) : 0;
    StatementRow agreed = row.agreed(now, prepaidFen);
    List<Move> moves = moves(agreed);
    if (moves.isEmpty()) {
      return Outcome.done(end(caller, agreed));
    }
    return journal
        .post(
            TransferDraft.once(
                TransferKind.STATEMENT_AGREED, caller.organisationId(), row.id(), now, moves))
        .map(_ -> end(caller, agreed));
  }

  private Statement end(Caller caller, StatementRow agreed) {
    store.update(agreed);
    audit.record(
        caller, "statement-agreed", "statement", agreed.id(), DraftStatement.facts(agreed));
    return views.of(agreed);
  }

  /// What the debtor paid ahead, as far as the statement and what is then due reach.
  private long usablePrepaidFen(StatementRow row) {
    long grossFen = row.totals().grossFen();
    long dueFen = money.dueFen(row.sellerId(), row.buyerId()) + grossFen;
    boolean buyerPays = grossFen > 0;
    long openFen = Math.min(Math.abs(grossFen), buyerPays ? dueFen : -dueFen);
    Id debtor = buyerPays ? row.buyerId() : row.sellerId();
    Id creditor = buyerPays ? row.sellerId() : row.buyerId();
    return Math.max(0, Math.min(openFen, money.prepaidFen(debtor, creditor)));
  }

  private static List<Move> moves(StatementRow row) {
    long grossFen = row.totals().grossFen();
    boolean buyerPays = grossFen > 0;
    Id debtor = buyerPays ? row.buyerId() : row.sellerId();
    Id creditor = buyerPays ? row.sellerId() : row.buyerId();
    List<Move> moves = new ArrayList<>(MoneyMoves.charge(row.sellerId(), row.buyerId(), grossFen));
    moves.addAll(
        MoneyMoves.settle(
            row.sellerId(), row.buyerId(), buyerPays ? row.prepaidFen() : -row.prepaidFen()));
    moves.addAll(MoneyMoves.takeOut(AccountKind.PREPAID, debtor, creditor, null, row.prepaidFen()));
    return moves;
  }
}
