package cn.wufei.exchange.export;

import cn.wufei.exchange.csv.Column;
import cn.wufei.exchange.csv.Columns;
import cn.wufei.exchange.csv.ExportTable;
import cn.wufei.exchange.kernel.Caller;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A table whose reading a test holds, in an instance of its own: the first one, so that everything
/// else is read after it is let go.
@Singleton
@Requires(property = HeldTable.PROPERTY)
public final class HeldTable implements ExportTable<String> {

  static final String PROPERTY = "wufei.test.held-table";
  private static final int PATIENCE_S = 60;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @Override
  public Title title() {
    return new Title(0, "held", "测试", "Held");
  }

  @Override
  public List<Column<String>> columns() {
    return new Columns<String>().text("text", "文字", "Text", row -> row).list();
  }

  @Override
  public void rows(Caller caller, Instant at, Consumer<String> sink) {
    begun.countDown();
    await(released);
  }

  void awaitBegun() {
    await(begun);
  }

  void release() {
    released.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
