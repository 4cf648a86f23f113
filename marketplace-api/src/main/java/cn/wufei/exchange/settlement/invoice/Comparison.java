package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.haul.FreightInvoice;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What weighbridge tickets, statements and invoices say of one month, beside each other. Tickets
/// and statements meet by agreement, statements and invoices by pair of parties.
@Serdeable
record Comparison(String month, List<ByAgreement> agreements, List<ByPair> pairs) {

  Comparison {
    agreements = List.copyOf(agreements);
    pairs = List.copyOf(pairs);
  }

  /// @param freightInvoice who invoices the freight where the agreement's price is delivered
  /// @param freightYuanPerT what of that price the freight was reckoned to be
  /// @param ticketLoads loads received in the month
  /// @param ticketSettledKg as the receipts say
  /// @param unstatedLoads how many of them are on no statement that counts
  /// @param openLoads how many loads are on a statement that is not agreed yet
  /// @param statedLoads how many are on agreed ones
  /// @param statedSettledKg as assays and corrections left it
  @Serdeable
  record ByAgreement(
      Id agreementId,
      String agreementNumber,
      String materialKey,
      @Nullable FreightInvoice freightInvoice,
      @Nullable BigDecimal freightYuanPerT,
      OrganisationRef seller,
      OrganisationRef buyer,
      long ticketLoads,
      long ticketAcceptedKg,
      long ticketSettledKg,
      long unstatedLoads,
      long openLoads,
      long statedLoads,
      long statedAcceptedKg,
      long statedSettledKg,
      long statedFen) {}

  /// Amounts are positive when the buyer pays.
  ///
  /// @param statedGrossFen of agreed statements
  /// @param invoicedGrossFen of invoices for them
  @Serdeable
  record ByPair(
      OrganisationRef seller,
      OrganisationRef buyer,
      long statedGrossFen,
      long invoicedGrossFen,
      long differenceFen) {}
}
