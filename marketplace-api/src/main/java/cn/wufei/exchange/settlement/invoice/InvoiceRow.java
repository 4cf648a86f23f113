package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An invoice as it is stored.
///
/// @param withdrawnAt when who recorded it took that back; absent while it counts
record InvoiceRow(
    Id id,
    long version,
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
    Instant recordedAt,
    @Nullable Instant withdrawnAt) {

  boolean isParty(Caller caller) {
    return caller.organisationId().equals(issuerId) || caller.organisationId().equals(receiverId);
  }

  boolean counts() {
    return withdrawnAt == null;
  }

  InvoiceRow withdrawn(Instant now) {
    return new InvoiceRow(
        id,
        version + 1,
        issuerId,
        receiverId,
        recordedById,
        kind,
        code,
        number,
        uniqueNumber,
        issuedOn,
        netFen,
        vatRateBp,
        vatFen,
        grossFen,
        reversesId,
        recordedAt,
        now);
  }
}
