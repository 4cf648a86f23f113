package cn.wufei.verify;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Checks signatures beside the walk, as each takes as long as a dozen postings. They are waited
/// for in the order of their blocks, so that the first violation stays the first.
final class SignatureChecks implements AutoCloseable {

  private static final int WAITING_MAX = 1_000;

  private final Keys keys;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("signatures-", 0).daemon().factory());
  private final Deque<Check> waiting = new ArrayDeque<>();

  SignatureChecks(Keys keys) {
    this.keys = keys;
  }

  void add(BlockHeader block) throws SQLException, Violation {
    if (waiting.size() == WAITING_MAX) {
      awaitFirst();
    }
    waiting.add(new Check(block, threads.submit(() -> keys.hasSigned(block))));
  }

  /// Waits for all that were added.
  void await() throws SQLException, Violation {
    while (!waiting.isEmpty()) {
      awaitFirst();
    }
  }

  private void awaitFirst() throws SQLException, Violation {
    Check first = waiting.remove();
    try {
      if (!first.isSigned().get()) {
        throw Violation.inBlock(
            first.block().number(),
            "column signature is not one of key %s".formatted(first.block().keyId()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private record Check(BlockHeader block, Future<Boolean> isSigned) {}
}
