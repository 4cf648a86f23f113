package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.csv.OwnTable;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The invoices that the organisation issued or received, and which statements they are for.
@Factory
class InvoiceTables {

  private static final int BP_DECIMALS = 2;

  private final InvoiceStore store;
  private final SeeInvoices see;

  InvoiceTables(InvoiceStore store, SeeInvoices see) {
    this.store = store;
    this.see = see;
  }

  @Singleton
  ExportTable<Invoice> invoices() {
    return new OwnTable<>(
        new ExportTable.Title(680, "invoices", "发票", "Invoices"),
        new Columns<Invoice>()
            .id("id", "标识", "Id", Invoice::id)
            .text("kind", "类型", "Kind", invoice -> invoice.kind().code())
            .text("code", "发票代码", "Code", Invoice::code)
            .text("number", "发票号码", "Number", Invoice::number)
            .id("issuerId", "开票方标识", "Issuer id", invoice -> invoice.issuer().id())
            .text("issuer", "开票方", "Issuer", invoice -> invoice.issuer().name())
            .id("receiverId", "受票方标识", "Receiver id", invoice -> invoice.receiver().id())
            .text("receiver", "受票方", "Receiver", invoice -> invoice.receiver().name())
            .day("issuedOn", "开票日期", "Issued on", Invoice::issuedOn)
            .yuan("net", "不含税", "Net", Invoice::netFen)
            .percent("vatRatePct", "税率", "VAT rate", InvoiceTables::ratePct)
            .yuan("vat", "税额", "VAT", Invoice::vatFen)
            .yuan("gross", "价税合计", "Gross", Invoice::grossFen)
            .text("reversesNumber", "所红冲发票", "Reverses", Invoice::reversesNumber)
            .yesNo("recordedByIssuer", "开票方录入", "Recorded by issuer", Invoice::recordedByIssuer)
            .time("recordedAt", "录入时间", "Recorded", Invoice::recordedAt)
            .time("withdrawnAt", "撤回时间", "Withdrawn", Invoice::withdrawnAt),
        OwnTable.pieces(this::invoicesBefore, Invoice::id));
  }

  /// What of an invoice is for a statement.
  record InvoicePart(Invoice invoice, Invoice.Part part) {}

  @Singleton
  ExportTable<InvoicePart> invoiceStatements() {
    return new OwnTable<>(
        new ExportTable.Title(690, "invoice-statements", "发票：所涉对账单", "Invoices: statements"),
        new Columns<InvoicePart>()
            .id("invoiceId", "发票标识", "Invoice id", row -> row.invoice().id())
            .text("invoiceNumber", "发票号码", "Invoice", row -> row.invoice().number())
            .id("statementId", "对账单标识", "Statement id", row -> row.part().statementId())
            .text("statementNumber", "对账单号", "Statement", row -> row.part().statementNumber())
            .yuan("gross", "价税合计", "Gross", row -> row.part().grossFen()),
        OwnTable.partsOf(
            this::invoicesBefore,
            Invoice::id,
            invoice ->
                invoice.statements().stream()
                    .map(part -> new InvoicePart(invoice, part))
                    .toList()));
  }

  private List<Invoice> invoicesBefore(Caller caller, @Nullable Id before, int limit) {
    return see.views(store.page(caller, null, before, limit));
  }

  private static @Nullable BigDecimal ratePct(Invoice invoice) {
    return invoice.vatRateBp() == null
        ? null
        : BigDecimal.valueOf(invoice.vatRateBp(), BP_DECIMALS);
  }
}
