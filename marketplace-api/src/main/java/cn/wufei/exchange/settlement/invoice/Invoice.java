package cn.wufei.exchange.settlement.invoice;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invoice as it was issued elsewhere.
///
/// @param recordedByIssuer who recorded it, and may withdraw it
/// @param vatDifferenceFen how far the stated tax is from net times rate; nothing without a rate
/// @param reversesNumber number of the invoice that this red-letter one takes back
/// @param withdrawnAt when who recorded it took that back; absent while it counts
@Serdeable
record Invoice(
    Id id,
    long version,
    OrganisationRef issuer,
    OrganisationRef receiver,
    InvoiceKind kind,
    @Nullable String code,
    String number,
    LocalDate issuedOn,
    long netFen,
    @Nullable Integer vatRateBp,
    long vatFen,
    long grossFen,
    @Nullable Long vatDifferenceFen,
    @Nullable Id reversesId,
    @Nullable String reversesNumber,
    List<Part> statements,
    boolean recordedByIssuer,
    Instant recordedAt,
    @Nullable Instant withdrawnAt) {

  Invoice {
    statements = List.copyOf(statements);
  }

  /// What of the invoice is for a statement.
  @Serdeable
  record Part(Id statementId, String statementNumber, long grossFen) {}
}
