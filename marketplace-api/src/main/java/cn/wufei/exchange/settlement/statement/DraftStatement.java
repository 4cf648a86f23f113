package cn.wufei.exchange.settlement.statement;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.settlement.NumberStore;
import cn.wufei.exchange.settlement.VatRateStore;
import cn.wufei.exchange.transfer.Load;
import cn.wufei.exchange.transfer.Loads;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Either side gathers what was received in a month and is on no statement that counts: the first
/// loads, as many as a statement holds; what is left is for another one.
@Singleton
class DraftStatement {

  /// More than a hundred trucks a day.
  static final int LOADS_MAX = 4_000;

  static final String NUMBER_PREFIX = "S";

  private final StatementStore store;
  private final StatementLines lines;
  private final StatementViews views;
  private final Organisations organisations;
  private final Loads loads;
  private final VatRateStore vatRates;
  private final NumberStore numbers;
  private final AuditLog audit;
  private final Clock clock;

  DraftStatement(
      StatementStore store,
      StatementLines lines,
      StatementViews views,
      Organisations organisations,
      Loads loads,
      VatRateStore vatRates,
      NumberStore numbers,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.lines = lines;
    this.views = views;
    this.organisations = organisations;
    this.loads = loads;
    this.vatRates = vatRates;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the other party is there and another, the month has begun, at least one
  /// of the month's loads is on no statement, of each of these can be told what it costs.
  Outcome<Statement> handle(Caller caller, StatementDraft draft) {
    if (organisations.find(draft.counterpartyId()) == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "counterpartyId");
    }
    if (draft.counterpartyId().equals(caller.organisationId())) {
      return Outcome.refused(StatementRefusal.SAME_PARTY, "counterpartyId");
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    YearMonth month = YearMonth.parse(draft.month());
    if (month.isAfter(LocalCalendar.monthOf(now))) {
      return Outcome.refused(StatementRefusal.MONTH_NOT_BEGUN, "month");
    }
    boolean iSell = draft.side() == Side.SELLER;
    Id seller = iSell ? caller.organisationId() : draft.counterpartyId();
    Id buyer = iSell ? draft.counterpartyId() : caller.organisationId();
    List<Load> open = open(seller, buyer, month);
    if (open.isEmpty()) {
      return Outcome.refused(StatementRefusal.NOTHING_TO_STATE);
    }
    Id id = Id.next();
    return lines
        .of(id, open, draft.freight())
        .map(gathered -> draft(caller, draft, id, seller, buyer, month, gathered, now));
  }

  private List<Load> open(Id seller, Id buyer, YearMonth month) {
    return loads.unstatedBetween(
        seller,
        buyer,
        LocalCalendar.startOf(month.atDay(1)),
        LocalCalendar.startOf(month.plusMonths(1).atDay(1)),
        LOADS_MAX);
  }

  private Statement draft(
      Caller caller,
      StatementDraft draft,
      Id id,
      Id seller,
      Id buyer,
      YearMonth month,
      List<StatementLine> gathered,
      Instant now) {
    Integer rateBp = rateOfWhoIsPaid(gathered, seller, buyer);
    var statement =
        new StatementRow(
            id,
            numbers.next(NUMBER_PREFIX, LocalCalendar.dayOf(now).getYear()),
            1,
            StatementStatus.PROPOSED,
            seller,
            buyer,
            draft.side(),
            month,
            null,
            new StatementTerms(
                draft.taxIncluded(), rateBp, draft.usePrepayment(), draft.freight(), draft.note()),
            StatementTotals.of(gathered, draft.taxIncluded(), rateBp),
            0,
            now,
            null,
            null,
            null);
    store.insert(statement, gathered);
    audit.record(caller, "statement-drafted", "statement", id, facts(statement));
    return views.of(statement);
  }

  /// Who is paid invoices: the seller, or the buyer where the sum is negative.
  private @Nullable Integer rateOfWhoIsPaid(List<StatementLine> gathered, Id seller, Id buyer) {
    long sumFen = StatementTotals.of(gathered, true, null).grossFen();
    return vatRates.find(sumFen < 0 ? buyer : seller).rateBp();
  }

  static Map<String, Object> facts(StatementRow statement) {
    return Map.of(
        "number",
        statement.number(),
        "loads",
        statement.totals().loads(),
        "grossFen",
        statement.totals().grossFen());
  }
}
