package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.ledger.Periods;
import cn.wufei.exchange.transfer.heap.UseReportRow.HeapKey;
import cn.wufei.exchange.worklist.WholeWork;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Heaps that held something when the last full month ended, which nobody has reported.
@Singleton
class MonthsToReport extends WholeWork {

  private final HeapBooks books;
  private final UseReportStore reports;
  private final Periods periods;
  private final Organisations organisations;
  private final Clock clock;

  MonthsToReport(
      HeapBooks books,
      UseReportStore reports,
      Periods periods,
      Organisations organisations,
      Clock clock) {
    this.books = books;
    this.reports = reports;
    this.periods = periods;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public WorkKind kind() {
    return WorkKind.USE_REPORT;
  }

  @Override
  public boolean isFor(Caller caller) {
    return caller.may(Role.TRADER);
  }

  /// A month whose books are closed is not reported any more, unless an authority reopens it.
  @Override
  protected List<WorkItem> all(Caller caller) {
    Id own = caller.organisationId();
    YearMonth month = LocalCalendar.monthOf(Instant.now(clock)).minusMonths(1);
    Periods.ClosedPeriod closed = periods.find(own, month);
    if (closed != null && closed.isLocked()) {
      return List.of();
    }
    Map<HeapKey, Long> held = books.allHeldAtEnd(own, month);
    held.keySet().removeAll(reports.reportedSince(own, month));
    Map<Id, SiteRef> sites =
        organisations.findSites(held.keySet().stream().map(HeapKey::site).distinct().toList());
    return held.entrySet().stream()
        .map(heap -> item(heap.getKey(), heap.getValue(), sites, month))
        .toList();
  }

  private static WorkItem item(HeapKey heap, long heldKg, Map<Id, SiteRef> sites, YearMonth month) {
    String site = Objects.requireNonNull(sites.get(heap.site())).name();
    return WorkItem.of(WorkKind.USE_REPORT, heap.site(), site)
        .key(heap.site() + "/" + heap.material())
        .site(heap.site(), site)
        .material(heap.material())
        .mass(heldKg)
        .month(month)
        .build();
  }
}
