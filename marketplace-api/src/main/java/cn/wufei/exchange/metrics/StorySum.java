package cn.wufei.exchange.metrics;

import cn.wufei.exchange.ledger.AccountKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What all postings between accounts of two kinds moved.
///
/// @param reversal whether they take earlier ones back
/// @param occurredOn when the last of them happened
/// @param recordedAt when the last of them was recorded
record StorySum(
    AccountKind from,
    AccountKind to,
    boolean reversal,
    @Nullable Integer generationYear,
    long amount,
    LocalDate occurredOn,
    Instant recordedAt) {

  @Nullable StoryStep step() {
    return StoryStep.of(from, to, reversal);
  }

  long kg() {
    return StoryStep.signed(from, to, reversal, amount);
  }
}
