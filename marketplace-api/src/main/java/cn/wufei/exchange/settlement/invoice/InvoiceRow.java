package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An invoice as it is stored.
record InvoiceRow(
    Id id,
    Id issuerId,
    Id receiverId,
    Id recordedById,
    InvoiceKind kind,
    @Nullable String code,
    String number,
    String uniqueNumber,
    LocalDate issuedOn,
    long netFen,
    @Nullable Integer vatRateBp,
    long vatFen,
    long grossFen,
    @Nullable Id reversesId,
    Instant recordedAt) {

  boolean isParty(Caller caller) {
    return caller.organisationId().equals(issuerId) || caller.organisationId().equals(receiverId);
  }
}
