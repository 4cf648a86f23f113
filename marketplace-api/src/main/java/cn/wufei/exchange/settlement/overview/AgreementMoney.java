package cn.wufei.exchange.settlement.overview;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The money of one agreement. Dues and prepayment are those between the two parties: they are not
/// kept apart by agreement.
///
/// @param version of the pickup limit; 0 while it was never set
/// @param pickupLimited whether the seller ties dispatch to what the buyer paid ahead
/// @param dueFen positive when the buyer owes
/// @param prepaidFen what the buyer paid ahead
/// @param depositsBySellerFen held by the buyer under this agreement
/// @param depositsByBuyerFen held by the seller under this agreement
/// @param unstatedLoads loads between the two that left and are on no agreed statement
/// @param unstatedFen what they come to, by receipt or else by the weight at departure, at the
///   price of their month where that is known
/// @param unstatedIndicative whether some of it is a guess: at the indicative price, as the month's
///   is not known yet, or for a wet mass whose water is not known
/// @param coverage what the prepayment still covers; absent where the buyer does not pay
@Serdeable
record AgreementMoney(
    Id agreementId,
    String agreementNumber,
    OrganisationRef seller,
    OrganisationRef buyer,
    BigDecimal priceYuanPerT,
    long version,
    boolean pickupLimited,
    long dueFen,
    long prepaidFen,
    long depositsBySellerFen,
    long depositsByBuyerFen,
    long unstatedLoads,
    long unstatedFen,
    boolean unstatedIndicative,
    @Nullable Coverage coverage) {

  /// @param remainingFen prepaid less due less unstated; below zero trucks left uncovered
  /// @param remainingKg what may still leave at this agreement's price
  /// @param beyond the loads that went beyond it, oldest first
  @Serdeable
  record Coverage(long remainingFen, long remainingKg, List<LoadBeyond> beyond) {

    Coverage {
      beyond = List.copyOf(beyond);
    }
  }

  /// @param beyondFen how much of the load's amount was not covered
  @Serdeable
  record LoadBeyond(Id loadId, String loadNumber, long beyondFen) {}
}
