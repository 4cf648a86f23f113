package cn.wufei.exchange.settlement.payment;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deposit under an agreement, as the parties record it.
///
/// @param heldFen what of it the holder still has
@Serdeable
record Deposit(
    Id id,
    long version,
    DepositStatus status,
    Id agreementId,
    String agreementNumber,
    OrganisationRef lodger,
    OrganisationRef holder,
    long amountFen,
    long heldFen,
    LocalDate lodgedOn,
    String bankReference,
    Instant recordedAt,
    @Nullable Instant answeredAt,
    @Nullable String rejectionReason,
    List<DepositMove> moves) {

  Deposit {
    moves = List.copyOf(moves);
  }
}
