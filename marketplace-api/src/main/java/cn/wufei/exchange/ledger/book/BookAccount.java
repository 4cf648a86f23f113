package cn.wufei.exchange.ledger.book;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One account and what it holds now.
///
/// @param number in the order in which accounts were opened
/// @param unit the code of a [cn.wufei.exchange.ledger.Unit]
/// @param kind the code of an [cn.wufei.exchange.ledger.AccountKind]
/// @param limited whether it never holds less than nothing
/// @param closed whether it takes nothing any more
/// @param cameIn all debits
/// @param wentOut all credits
public record BookAccount(
    Id id,
    long number,
    String unit,
    String kind,
    Id ownerId,
    @Nullable Id counterpartyId,
    @Nullable Id subjectId,
    @Nullable Id siteId,
    @Nullable Id streamId,
    @Nullable String materialKey,
    @Nullable Integer generationYear,
    boolean limited,
    boolean closed,
    Instant openedAt,
    long cameIn,
    long wentOut) {

  /// Debits less credits.
  public long held() {
    return cameIn - wentOut;
  }

  /// Whether the organisation owns it, or is who it is held against.
  public boolean isOf(Id organisation) {
    return ownerId.equals(organisation) || organisation.equals(counterpartyId);
  }
}
