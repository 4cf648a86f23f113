package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/// What became of a member, told to its caller only once the block is committed.
record Settled<R>(
    Member<R> member, @Nullable Outcome<R> outcome, @Nullable RuntimeException failure) {

  static <R> Settled<R> of(Member<R> member, Outcome<R> outcome) {
    return new Settled<>(member, outcome, null);
  }

  static <R> Settled<R> failed(Member<R> member, RuntimeException failure) {
    return new Settled<>(member, null, failure);
  }

  void answer() {
    if (failure != null) {
      member.answer().completeExceptionally(failure);
    } else {
      member.answer().complete(java.util.Objects.requireNonNull(outcome));
    }
  }
}
