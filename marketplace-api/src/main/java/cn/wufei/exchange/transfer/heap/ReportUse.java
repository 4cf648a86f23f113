package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.AccountKey;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Journal;
import cn.wufei.exchange.ledger.Move;
import cn.wufei.exchange.ledger.Periods;
import cn.wufei.exchange.ledger.TransferDraft;
import cn.wufei.exchange.ledger.TransferKind;
import cn.wufei.exchange.transfer.heap.UseReportRow.Book;
import cn.wufei.exchange.transfer.heap.UseReportRow.HeapKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A receiver reports how much of a heap it used in a month. The consumption is allocated to the
/// heap's origins by the declared rule, in proportion to what each had there when the month ended;
/// what goes beyond the heap is recorded without an origin and shown. No origin gives more than it
/// has now, so a consumption is never refused for want of tonnes.
///
/// Months of a heap are reported in their order, each once: a later report has already allocated
/// what the earlier one would take, and its opening would change under it. A month may be left out;
/// what was used in it is reported with the next one. The report is posted as of the month's last
/// instant, or of now while the month still runs.
@Singleton
class ReportUse {

  private final Organisations organisations;
  private final Catalog catalog;
  private final HeapBooks books;
  private final UseReportStore store;
  private final HeapViews views;
  private final Journal journal;
  private final Periods periods;
  private final AuditLog audit;
  private final Clock clock;

  ReportUse(
      Organisations organisations,
      Catalog catalog,
      HeapBooks books,
      UseReportStore store,
      HeapViews views,
      Journal journal,
      Periods periods,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.catalog = catalog;
    this.books = books;
    this.store = store;
    this.views = views;
    this.journal = journal;
    this.periods = periods;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the site is the caller's own, material and use are in the catalog, the
  /// month has begun, it is not reported yet and no later one is, its books are open. An
  /// organisation that was suspended still reports: the duty does not end with the right to trade.
  Outcome<UseReport> handle(Caller caller, UseDraft draft) {
    SiteRef site = organisations.findSite(draft.siteId());
    if (site == null || !site.organisationId().equals(caller.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND, "siteId");
    }
    if (catalog.materialEver(draft.materialKey()) == null) {
      return Outcome.refused(UseRefusal.MATERIAL_UNKNOWN, "materialKey");
    }
    if (!catalog.hasUse(draft.use())) {
      return Outcome.refused(UseRefusal.USE_UNKNOWN, "use");
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    var heap = new HeapKey(caller.organisationId(), site.id(), draft.materialKey());
    return reportable(heap, draft.yearMonth(), now)
        .then(month -> report(caller, heap, month, draft, now));
  }

  private Outcome<YearMonth> reportable(HeapKey heap, YearMonth month, Instant now) {
    if (month.isAfter(LocalCalendar.monthOf(now))) {
      return Outcome.refused(UseRefusal.MONTH_IN_FUTURE, "month");
    }
    if (store.find(heap, month) != null) {
      return Outcome.refused(UseRefusal.MONTH_ALREADY_REPORTED, "month");
    }
    YearMonth latest = store.latestMonth(heap);
    return latest == null || latest.isBefore(month)
        ? Outcome.done(month)
        : Outcome.<YearMonth>refused(UseRefusal.LATER_MONTH_REPORTED, "month")
            .with("latestMonth", latest.toString());
  }

  private Outcome<UseReport> report(
      Caller caller, HeapKey heap, YearMonth month, UseDraft draft, Instant now) {
    Book before = books.of(heap, month);
    Allocation allocation = Allocation.proRata(draft.consumedKg(), books.heldAtEnd(heap, month));
    var row =
        new UseReportRow(
            Id.next(),
            heap,
            month,
            new Book(before.openingKg(), before.receivedKg(), draft.consumedKg()),
            draft.declaredClosingKg(),
            draft.use(),
            AllocationRule.PRO_RATA,
            allocation,
            draft.note(),
            now);
    return post(caller, row)
        .map(_ -> {
          store.insert(row);
          audit.record(
              caller,
              "use-reported",
              "use-report",
              row.id(),
              Map.of(
                  "siteId",
                  heap.site().toString(),
                  "materialKey",
                  heap.material(),
                  "month",
                  month.toString(),
                  "consumedKg",
                  draft.consumedKg(),
                  "beyondHeapKg",
                  allocation.beyondHeapKg()));
          return views.report(row);
        });
  }

  /// Nothing is posted for a month in which nothing was used; its books must be open all the same.
  private Outcome<Boolean> post(Caller caller, UseReportRow row) {
    List<Move> moves = moves(row);
    Instant at = occurredAt(row.month(), row.reportedAt());
    return moves.isEmpty()
        ? periods.requireOpen(List.of(row.heap().owner()), LocalCalendar.dayOf(at)).map(_ -> true)
        : journal
            .post(
                TransferDraft.once(
                    TransferKind.USE_REPORTED, caller.organisationId(), row.id(), at, moves))
            .map(_ -> true);
  }

  static List<Move> moves(UseReportRow row) {
    HeapKey heap = row.heap();
    List<Move> moves = new ArrayList<>();
    row.parts()
        .forEach((origin, kg) ->
            moves.add(
                new Move(
                    account(AccountKind.HEAP, heap, origin),
                    account(AccountKind.USED, heap, origin),
                    kg)));
    if (row.allocation().beyondHeapKg() > 0) {
      moves.add(
          new Move(
              AccountKey.withoutOrigin(
                  AccountKind.HEAP_UNRECONCILED, heap.owner(), heap.site(), heap.material()),
              AccountKey.withoutOrigin(
                  AccountKind.USED, heap.owner(), heap.site(), heap.material()),
              row.allocation().beyondHeapKg()));
    }
    return moves;
  }

  private static AccountKey account(AccountKind kind, HeapKey heap, OriginYear origin) {
    return AccountKey.received(
        kind, heap.owner(), heap.site(), heap.material(), origin.stream(), origin.generationYear());
  }

  /// The month's last instant that the database can hold, or now.
  static Instant occurredAt(YearMonth month, Instant now) {
    Instant last = LocalCalendar.startOf(month.plusMonths(1).atDay(1)).minus(1, ChronoUnit.MICROS);
    return last.isAfter(now) ? now : last;
  }
}
