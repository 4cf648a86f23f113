package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.settlement.statement.LineKind;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/// One line of the buyer's ledger of purchases.
///
/// @param amountFen what was agreed for it, with loading and without freight; negative when the
///   supplier pays
/// @param invoiceNumbers of the invoices for the statement
/// @param vatEligibility what the catalog knows about relief for the material; `unknown` mostly
@Serdeable
record Purchase(
    Id lineId,
    LocalDate receivedOn,
    OrganisationRef supplier,
    String materialKey,
    String vatEligibility,
    LineKind kind,
    String loadNumber,
    String ticketNumber,
    long acceptedKg,
    long settledKg,
    long amountFen,
    Id statementId,
    String statementNumber,
    List<String> invoiceNumbers) {

  Purchase {
    invoiceNumbers = List.copyOf(invoiceNumbers);
  }
}
