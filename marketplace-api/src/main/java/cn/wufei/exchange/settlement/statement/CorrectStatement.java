package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.settlement.NumberStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Corrects an agreed statement by another: each line that was wrong once more with the opposite
/// sign, and as it should have been. The other side agrees to it like to any statement.
@Singleton
class CorrectStatement {

  private final StatementStore store;
  private final StatementViews views;
  private final NumberStore numbers;
  private final AuditLog audit;
  private final Clock clock;

  CorrectStatement(
      StatementStore store,
      StatementViews views,
      NumberStore numbers,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.views = views;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the caller is a party, the statement is agreed, each line is one of its
  /// lines, says something else, and no other statement takes it back.
  Outcome<Statement> handle(Caller caller, Id id, CorrectionDraft draft) {
    StatementRow first = store.lockStatement(id);
    if (first == null || !first.isParty(caller)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (first.status() != StatementStatus.AGREED) {
      return Outcome.refused(StatementRefusal.STATEMENT_NOT_AGREED);
    }
    List<Id> ids = draft.lines().stream().map(CorrectionDraft.Line::lineId).toList();
    Map<Id, StatementLine> found =
        store.findLines(id, ids).stream()
            .collect(Collectors.toMap(StatementLine::id, line -> line));
    Set<Id> corrected = store.corrected(ids);
    Set<Id> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      StatementLine line = found.get(ids.get(i));
      String at = "lines[" + i + "]";
      if (line == null || line.kind() == LineKind.REVERSAL || !seen.add(line.id())) {
        return Outcome.refused(StatementRefusal.LINE_UNKNOWN, at + ".lineId");
      }
      if (saysThatAlready(line, draft.lines().get(i))) {
        return Outcome.refused(StatementRefusal.NOTHING_CORRECTED, at);
      }
      if (corrected.contains(line.id())) {
        return Outcome.refused(StatementRefusal.LINE_CORRECTED_ALREADY, at + ".lineId");
      }
    }
    return Outcome.done(correct(caller, first, found, draft));
  }

  private static boolean saysThatAlready(StatementLine line, CorrectionDraft.Line wanted) {
    return line.acceptedKg() == wanted.acceptedKg()
        && line.settledKg() == wanted.settledKg()
        && line.priceYuanPerT().compareTo(wanted.priceYuanPerT()) == 0
        && line.freightFen() == wanted.freightFen();
  }

  private Statement correct(
      Caller caller, StatementRow first, Map<Id, StatementLine> found, CorrectionDraft draft) {
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Id id = Id.next();
    List<StatementLine> lines = new ArrayList<>();
    for (CorrectionDraft.Line wanted : draft.lines()) {
      StatementLine line = Objects.requireNonNull(found.get(wanted.lineId()));
      lines.add(line.reversed(id, lines.size() + 1));
      lines.add(line.replaced(id, lines.size() + 1, wanted));
    }
    StatementTerms before = first.terms();
    var terms =
        new StatementTerms(
            before.taxIncluded(),
            before.vatRateBp(),
            draft.usePrepayment(),
            before.freight(),
            draft.reason());
    boolean iSell = caller.organisationId().equals(first.sellerId());
    var statement =
        new StatementRow(
            id,
            numbers.next(DraftStatement.NUMBER_PREFIX, LocalCalendar.dayOf(now).getYear()),
            1,
            StatementStatus.PROPOSED,
            first.sellerId(),
            first.buyerId(),
            iSell ? Side.SELLER : Side.BUYER,
            first.month(),
            first.id(),
            terms,
            StatementTotals.of(lines, terms.taxIncluded(), terms.vatRateBp()),
            0,
            now,
            null,
            null,
            null);
    store.insert(statement, lines);
    audit.record(caller, "statement-drafted", "statement", id, DraftStatement.facts(statement));
    return views.of(statement);
  }
}
