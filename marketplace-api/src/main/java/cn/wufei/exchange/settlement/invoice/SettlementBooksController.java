package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.settlement.Bounds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What tickets, statements and invoices say of a month, and the ledger of purchases.
@Controller("/api/v1/settlement")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "settlement")
class SettlementBooksController {

  private static final String CSV = "text/csv";

  private final ComparisonViews comparisons;
  private final PurchaseViews purchases;
  private final Catalog catalog;

  SettlementBooksController(ComparisonViews comparisons, PurchaseViews purchases, Catalog catalog) {
    this.comparisons = comparisons;
    this.purchases = purchases;
    this.catalog = catalog;
  }

  /// Ticket, statement and invoice of a month beside each other.
  @Get("/comparison")
  Comparison comparison(
      Caller caller, @QueryValue @NotNull @Pattern(regexp = Bounds.MONTH) String month) {
    return comparisons.of(caller, YearMonth.parse(month));
  }

  /// What the caller's organisation bought in a month by agreed statements.
  @Get("/purchases")
  Page<Purchase> purchases(
      Caller caller,
      @QueryValue @NotNull @Pattern(regexp = Bounds.MONTH) String month,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return Page.ofSurplus(
        purchases.of(caller, YearMonth.parse(month), cursor, limit + 1),
        limit,
        row -> row.lineId().toString());
  }

  /// The same as a file for spreadsheets.
  @Get("/purchases.csv")
  @Produces(CSV)
  HttpResponse<String> csv(
      Caller caller, @QueryValue @NotNull @Pattern(regexp = Bounds.MONTH) String month) {
    List<Purchase> rows = purchases.all(caller, YearMonth.parse(month));
    return HttpResponse.ok(PurchaseCsv.of(rows, catalog))
        .contentType(CSV + ";charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"purchases-" + month + ".csv\"");
  }
}
