package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.settlement.Vat;
import cn.wufei.exchange.settlement.statement.Statement;
import cn.wufei.exchange.settlement.statement.Statements;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may read which invoice: issuer and receiver, and nobody else.
@Singleton
@Connectable
class SeeInvoices {

  private final InvoiceStore invoices;
  private final Statements statements;
  private final Organisations organisations;

  SeeInvoices(InvoiceStore invoices, Statements statements, Organisations organisations) {
    this.invoices = invoices;
    this.statements = statements;
    this.organisations = organisations;
  }

  Outcome<Invoice> one(Caller caller, Id id) {
    InvoiceRow row = invoices.find(id);
    return row != null && row.isParty(caller)
        ? Outcome.done(view(row))
        : Outcome.refused(CommonRefusal.NOT_FOUND);
  }

  Page<Invoice> page(Caller caller, @Nullable Id statement, @Nullable Id before, int limit) {
    Page<InvoiceRow> page =
        Page.ofSurplus(
            invoices.page(caller, statement, before, limit + 1), limit, row -> row.id().toString());
    return new Page<>(views(page.items()), page.next());
  }

  Invoice view(InvoiceRow row) {
    return views(List.of(row)).getFirst();
  }

  List<Invoice> views(List<InvoiceRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Id, OrganisationRef> parties =
        organisations.findAll(
            rows.stream()
                .flatMap(row -> Stream.of(row.issuerId(), row.receiverId()))
                .collect(Collectors.toSet()));
    Map<Id, List<InvoiceDraft.Part>> parts =
        invoices.parts(rows.stream().map(InvoiceRow::id).toList());
    Map<Id, Statement> named =
        statements.findAll(
            parts.values().stream()
                .flatMap(List::stream)
                .map(InvoiceDraft.Part::statementId)
                .collect(Collectors.toSet()));
    Map<Id, InvoiceRow> originals =
        invoices
            .findAll(rows.stream().map(InvoiceRow::reversesId).filter(Objects::nonNull).toList())
            .stream()
            .collect(Collectors.toMap(InvoiceRow::id, Function.identity()));
    return rows.stream()
        .map(row ->
            view(
                row,
                Objects.requireNonNull(parties.get(row.issuerId())),
                Objects.requireNonNull(parties.get(row.receiverId())),
                row.reversesId() == null ? null : originals.get(row.reversesId()),
                parts.getOrDefault(row.id(), List.of()).stream()
                    .map(part ->
                        new Invoice.Part(
                            part.statementId(),
                            Objects.requireNonNull(named.get(part.statementId())).number(),
                            part.grossFen()))
                    .toList()))
        .toList();
  }

  private static Invoice view(
      InvoiceRow row,
      OrganisationRef issuer,
      OrganisationRef receiver,
      @Nullable InvoiceRow original,
      List<Invoice.Part> parts) {
    Long expectedFen = Vat.of(row.netFen(), false, row.vatRateBp()).vatFen();
    return new Invoice(
        row.id(),
        row.version(),
        issuer,
        receiver,
        row.kind(),
        row.code(),
        row.number(),
        row.issuedOn(),
        row.netFen(),
        row.vatRateBp(),
        row.vatFen(),
        row.grossFen(),
        expectedFen == null ? null : row.vatFen() - expectedFen,
        row.reversesId(),
        original == null ? null : original.number(),
        parts,
        row.recordedById().equals(row.issuerId()),
        row.recordedAt(),
        row.withdrawnAt());
  }
}
