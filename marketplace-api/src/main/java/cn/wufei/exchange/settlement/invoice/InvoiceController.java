package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.http.Responses;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.http.Writes;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Page;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/// Invoices as they were issued elsewhere.
@Controller("/api/v1/invoices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("reader")
@Tag(name = "settlement")
class InvoiceController {

  private final RecordInvoice record;
  private final WithdrawInvoice withdraw;
  private final SeeInvoices see;
  private final Writes writes;

  InvoiceController(
      RecordInvoice record, WithdrawInvoice withdraw, SeeInvoices see, Writes writes) {
    this.record = record;
    this.withdraw = withdraw;
    this.see = see;
    this.writes = writes;
  }

  /// Records an invoice that the caller's organisation issued or received.
  @Post
  @Secured("trader")
  @Status(HttpStatus.CREATED)
  HttpResponse<Invoice> record(
      Caller caller, HttpRequest<?> request, @Body @Valid InvoiceDraft draft) {
    return writes.create(caller, request, draft, () -> record.handle(caller, draft));
  }

  /// The invoices that the caller's organisation issued or received, newest first.
  @Get
  Page<Invoice> list(
      Caller caller,
      @QueryValue @Nullable Id statementId,
      @QueryValue @Nullable Id cursor,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return see.page(caller, statementId, cursor, limit);
  }

  /// One invoice.
  @Get("/{id}")
  Invoice read(Caller caller, Id id) {
    return Responses.valueOf(see.one(caller, id));
  }

  /// Takes back an invoice that the caller's organisation recorded.
  @Post("/{id}/withdrawal")
  @Secured("trader")
  HttpResponse<Invoice> withdraw(Caller caller, HttpRequest<?> request, Id id, Version version) {
    return writes.act(caller, request, id, () -> withdraw.handle(caller, id, version.number()));
  }
}
