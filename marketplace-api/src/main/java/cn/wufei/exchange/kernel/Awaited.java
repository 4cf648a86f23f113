package cn.wufei.exchange.kernel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// An answer that is worked out beside the one who will need it.
///
/// @param <T> what the answer is
public final class Awaited<T> {

  private final CompletableFuture<T> answer;

  private Awaited(CompletableFuture<T> answer) {
    this.answer = answer;
  }

  /// Begins at once, on a thread and in a connection to the database of its own: what the caller
  /// has not committed yet is not seen.
  public static <T> Awaited<T> begin(Supplier<T> work, Executor executor) {
    return new Awaited<>(CompletableFuture.supplyAsync(work, executor));
  }

  /// Waits for the answer. Fails as the work does.
  public T get() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
