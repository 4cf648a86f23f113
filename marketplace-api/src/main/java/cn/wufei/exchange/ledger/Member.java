package cn.wufei.exchange.ledger;

import cn.wufei.exchange.kernel.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A caller that waits for its block, and what it wants recorded.
final class Member<R> {

  private final @Nullable Together<Object, R> together;
  private final @Nullable Object command;
  private final @Nullable Supplier<Outcome<R>> alone;
  private final CompletableFuture<Outcome<R>> answer = new CompletableFuture<>();

  private Member(
      @Nullable Together<Object, R> together,
      @Nullable Object command,
      @Nullable Supplier<Outcome<R>> alone) {
    this.together = together;
    this.command = command;
    this.alone = alone;
  }

  static <R> Member<R> alone(Supplier<Outcome<R>> work) {
    return new Member<>(null, null, work);
  }

  @SuppressWarnings("unchecked")
  static <C, R> Member<R> together(Together<C, R> useCase, C command) {
    return new Member<>((Together<Object, R>) useCase, command, null);
  }

  /// The use case that takes many commands at once, or null for work of its own.
  @Nullable Together<Object, R> useCase() {
    return together;
  }

  Object command() {
    return java.util.Objects.requireNonNull(command);
  }

  Outcome<R> run() {
    return java.util.Objects.requireNonNull(alone).get();
  }

  CompletableFuture<Outcome<R>> answer() {
    return answer;
  }
}
