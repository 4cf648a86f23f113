package cn.wufei.exchange.ledger.book;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One posting: how much of a unit went from one account to another, and what each held then.
///
/// @param number of the posting
/// @param block in which it is sealed; absent while no block covers it
/// @param kind code of the transfer's kind
/// @param reversesId the transfer that it takes back
public record StatementLine(
    long number,
    @Nullable Long block,
    Id transferId,
    String kind,
    String reference,
    Id organisationId,
    Id subjectId,
    Instant occurredAt,
    LocalDate occurredOn,
    Instant recordedAt,
    @Nullable Id reversesId,
    String unit,
    long amount,
    Side from,
    Side to) {

  /// One of the two accounts.
  ///
  /// @param after what it held after the posting
  public record Side(
      Id accountId,
      String kind,
      Id ownerId,
      @Nullable Id counterpartyId,
      @Nullable Id streamId,
      @Nullable Integer generationYear,
      long after) {

    public boolean isOf(Id organisation) {
      return ownerId.equals(organisation) || organisation.equals(counterpartyId);
    }
  }
}
