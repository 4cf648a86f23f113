package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.identity.OrganisationRef;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Who owes whom, seen from the caller's organisation.
///
/// @param statementsWaiting of others, for our answer, and our own that were disputed
/// @param depositsWaiting that we hold, and what was released to us, for our answer
@Serdeable
@Schema(name = "MoneyOverview")
record Overview(
    List<WithCounterparty> counterparties,
    long statementsWaiting,
    long paymentsWaiting,
    long depositsWaiting) {

  Overview {
    counterparties = List.copyOf(counterparties);
  }

  /// The exchange sets nothing against anything: the two may owe each other at the same time.
  ///
  /// @param receivableFen they owe us
  /// @param payableFen we owe them
  /// @param prepaidByUsFen we paid ahead, with them
  /// @param prepaidByThemFen they paid ahead, with us
  /// @param depositsWithThemFen we lodged
  /// @param depositsWithUsFen they lodged
  @Serdeable
  @Schema(name = "MoneyWithCounterparty")
  record WithCounterparty(
      OrganisationRef counterparty,
      long receivableFen,
      long payableFen,
      Ageing receivable,
      Ageing payable,
      long prepaidByUsFen,
      long prepaidByThemFen,
      long depositsWithThemFen,
      long depositsWithUsFen) {}
}
