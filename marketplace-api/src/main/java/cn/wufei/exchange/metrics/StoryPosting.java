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

  @Nullable StoryStep step() {
    return StoryStep.of(from.kind(), to.kind(), reversal);
  }

  long kg() {
    return StoryStep.signed(from.kind(), to.kind(), reversal, amount);
  }

  @Nullable Integer generationYear() {
    return Giver.of(reversal, from.generationYear(), to.generationYear());
  }

  boolean isOf(Id organisation) {
    return from.ownerId().equals(organisation) || to.ownerId().equals(organisation);
  }

  record Side(Id accountId, AccountKind kind, Id ownerId, @Nullable Integer generationYear) {}
}
