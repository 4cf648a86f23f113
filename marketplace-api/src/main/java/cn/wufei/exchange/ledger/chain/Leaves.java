package cn.wufei.exchange.ledger.chain;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What of an account, a posting with its transfer, and a closing is sealed: every column, in the
/// order of `docs/ledger.md`.
public final class Leaves {

  private Leaves() {}

  public static byte[] content(Account row) {
    return new Content('A')
        .i64(row.number())
        .i64(row.id().value())
        .text(row.key())
        .text(row.unit())
        .text(row.kind())
        .i64(row.ownerId().value())
        .optional64(value(row.subjectId()))
        .optional64(value(row.counterpartyId()))
        .optional64(value(row.siteId()))
        .optional64(value(row.streamId()))
        .optionalText(row.materialKey())
        .optional16(row.generationYear())
        .i16(row.limited() ? 1 : 0)
        .instant(row.openedAt())
        .bytes();
  }

  public static byte[] content(Posting row, Transfer transfer) {
    return new Content('P')
        .i64(row.number())
        .i64(transfer.id().value())
        .i16(row.line())
        .text(row.unit())
        .i64(row.debitAccountId().value())
        .i64(row.creditAccountId().value())
        .i64(row.amount())
        .i64(row.debitAfter())
        .i64(row.creditAfter())
        .text(transfer.kind())
        .text(transfer.reference())
        .i64(transfer.organisationId().value())
        .i64(transfer.subjectId().value())
        .instant(transfer.occurredAt())
        .date(transfer.occurredOn())
        .instant(transfer.recordedAt())
        .optional64(value(transfer.reversesId()))
        .bytes();
  }

  public static byte[] content(Closing row) {
    return new Content('C')
        .i64(row.accountId().value())
        .i64(row.blockNumber())
        .instant(row.closedAt())
        .bytes();
  }

  private static @Nullable Long value(@Nullable Id id) {
    return id == null ? null : id.value();
  }

  /// A row of `ledger_account`.
  public record Account(
      long number,
      Id id,
      String key,
      String unit,
      String kind,
      Id ownerId,
      @Nullable Id subjectId,
      @Nullable Id counterpartyId,
      @Nullable Id siteId,
      @Nullable Id streamId,
      @Nullable String materialKey,
      @Nullable Integer generationYear,
      boolean limited,
      Instant openedAt) {}

  /// A row of `ledger_transfer`.
  public record Transfer(
      Id id,
      String kind,
      String reference,
      Id organisationId,
      Id subjectId,
      Instant occurredAt,
      LocalDate occurredOn,
      Instant recordedAt,
      @Nullable Id reversesId) {}

  /// A row of `ledger_posting`; `number` is its id.
  public record Posting(
      long number,
      int line,
      String unit,
      Id debitAccountId,
      Id creditAccountId,
      long amount,
      long debitAfter,
      long creditAfter) {}

  /// A row of `ledger_closing`.
  public record Closing(Id accountId, long blockNumber, Instant closedAt) {}
}
