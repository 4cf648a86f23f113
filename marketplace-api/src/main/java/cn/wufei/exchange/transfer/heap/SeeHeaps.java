package cn.wufei.exchange.transfer.heap;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.transfer.heap.UseReportRow.Book;
import cn.wufei.exchange.transfer.heap.UseReportRow.HeapKey;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Who may read which heap and report: the receiver, and the authorities.
@Singleton
@Connectable
class SeeHeaps {

  private final Organisations organisations;
  private final HeapBooks books;
  private final UseReportStore reports;
  private final HeapViews views;

  SeeHeaps(Organisations organisations, HeapBooks books, UseReportStore reports, HeapViews views) {
    this.organisations = organisations;
    this.books = books;
    this.reports = reports;
    this.views = views;
  }

  HeapList own(Caller caller) {
    return new HeapList(views.heapsOf(caller.organisationId()));
  }

  Outcome<HeapMonth> month(Caller caller, Id siteId, String material, YearMonth month) {
    SiteRef site = organisations.findSite(siteId);
    if (site == null || !caller.maySee(site.organisationId())) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    var heap = new HeapKey(site.organisationId(), siteId, material);
    Book book = books.of(heap, month);
    UseReportRow report = reports.find(heap, month);
    return Outcome.done(
        new HeapMonth(
            month.toString(),
            book.openingKg(),
            book.receivedKg(),
            book.consumedKg(),
            book.closingKg(),
            report == null ? null : views.report(report)));
  }

  Page<UseReport> reports(Caller caller, @Nullable Id before, int limit) {
    Page<UseReportRow> page =
        Page.ofSurplus(reports.page(caller, before, limit + 1), limit, row -> row.id().toString());
    return new Page<>(views.reports(page.items()), page.next());
  }
}
