package cn.wufei.exchange.metrics;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A posting as the story of a lot reads it.
///
/// @param reversal whether its transfer takes an earlier one back
record StoryPosting(
    long number,
    Id transferId,
    Id subjectId,
    LocalDate occurredOn,
    Instant recordedAt,
    boolean reversal,
    long amount,
    Side from,
    Side to) {

  /// What it means; what takes back means what it takes back.
  @Nullable StoryStep step() {
    return reversal ? StoryStep.of(to.kind(), from.kind()) : StoryStep.of(from.kind(), to.kind());
  }

  /// What it adds to its step. The difference between two scales counts what was lost.
  long kg() {
    boolean found = from.kind() == AccountKind.DIFFERENCE || to.kind() == AccountKind.DIFFERENCE;
    boolean negative = found ? from.kind() == AccountKind.DIFFERENCE : reversal;
    return negative ? -amount : amount;
  }

  boolean isOf(Id organisation) {
    return from.ownerId().equals(organisation) || to.ownerId().equals(organisation);
  }

  record Side(Id accountId, AccountKind kind, Id ownerId, @Nullable Integer generationYear) {}
}
