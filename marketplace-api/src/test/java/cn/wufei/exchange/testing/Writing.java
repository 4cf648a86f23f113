package cn.wufei.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Somebody who writes fifty times a second while a test does something else: enough to be in its
/// way, and little to catch up with, however long the machine makes it last.
public final class Writing implements AutoCloseable {

  private static final long EVERY_MS = 20;
  private static final long PATIENCE_S = 60;

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger written = new AtomicInteger();
  private final ScheduledFuture<?> work;

  /// @param write is told which time it is, from one on
  public Writing(IntConsumer write) {
    this.work =
        thread.scheduleAtFixedRate(
            () -> write.accept(written.incrementAndGet()), 0, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  public int written() {
    return written.get();
  }

  /// Returns when nothing is under way any more; fails when a write did.
  @Override
  public void close() {
    work.cancel(false);
    thread.shutdown();
    try {
      assertThat(thread.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
      work.get();
    } catch (CancellationException _) {
      // It went on until it was told to stop.
    } catch (ExecutionException e) {
      throw new AssertionError("a write failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
