package cn.wufei.indexer;

import io.micronaut.context.ApplicationContext;
import java.util.concurrent.CountDownLatch;

/// Runs the indexer alone, beside an exchange that has `wufei.indexer.enabled=false`. Reads its
/// settings from `application-indexer.yml` and the environment; ends on SIGTERM.
public final class IndexerApplication {

  private IndexerApplication() {}

  public static void main(String[] args) throws InterruptedException {
    ApplicationContext context =
        ApplicationContext.builder(IndexerApplication.class, "indexer").args(args).start();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              context.close();
              ended.countDown();
            }));
    ended.await();
  }
}
