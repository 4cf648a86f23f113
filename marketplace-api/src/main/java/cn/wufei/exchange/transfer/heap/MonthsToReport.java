package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.ledger.Balances;
import cn.wufei.exchange.transfer.heap.UseReportRow.HeapKey;
import cn.wufei.exchange.worklist.WorkCount;
import cn.wufei.exchange.worklist.WorkItem;
import cn.wufei.exchange.worklist.WorkKind;
import cn.wufei.exchange.worklist.WorkPages;
import cn.wufei.exchange.worklist.WorkSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Heaps that held something when the last full month ended, which nobody has reported.
@Singleton
class MonthsToReport implements WorkSource {

  private final Balances balances;
  private final HeapBooks books;
  private final UseReportStore reports;
  private final Organisations organisations;
  private final Clock clock;

  MonthsToReport(
      Balances balances,
      HeapBooks books,
      UseReportStore reports,
      Organisations organisations,
      Clock clock) {
    this.balances = balances;
    this.books = books;
    this.reports = reports;
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

  @Override
  public WorkCount count(Caller caller) {
    return WorkCount.of(all(caller).size());
  }

  @Override
  public Page<WorkItem> page(Caller caller, @Nullable Id after, int limit) {
    return WorkPages.of(all(caller), after, limit);
  }

  private List<WorkItem> all(Caller caller) {
    Id own = caller.organisationId();
    YearMonth month = LocalCalendar.monthOf(Instant.now(clock)).minusMonths(1);
    Set<HeapKey> heaps =
        balances.ofHeaps(own, null, null).stream()
            .map(part -> new HeapKey(own, part.site(), part.material()))
            .collect(Collectors.toSet());
    heaps.removeAll(reports.reportedSince(own, month));
    Map<Id, SiteRef> sites =
        organisations.findSites(heaps.stream().map(HeapKey::site).distinct().toList());
    return heaps.stream()
        .map(heap -> item(heap, sites, month))
        .filter(item -> Objects.requireNonNull(item.massKg()) > 0)
        .toList();
  }

  private WorkItem item(HeapKey heap, Map<Id, SiteRef> sites, YearMonth month) {
    String site = Objects.requireNonNull(sites.get(heap.site())).name();
    long heldKg = books.heldAtEnd(heap, month).values().stream().mapToLong(Long::longValue).sum();
    return WorkItem.of(WorkKind.USE_REPORT, heap.site(), site)
        .key(heap.site() + "/" + heap.material())
        .site(heap.site(), site)
        .material(heap.material())
        .mass(heldKg)
        .month(month)
        .build();
  }
}
