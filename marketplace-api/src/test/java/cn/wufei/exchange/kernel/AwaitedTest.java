package cn.wufei.exchange.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AwaitedTest {

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    executor.close();
  }

  @Test
  void the_work_goes_on_beside_the_one_who_asked() {
    CountDownLatch asked = new CountDownLatch(1);
    Awaited<String> answer =
        Awaited.begin(
            () -> {
              awaitQuietly(asked);
              return "done";
            },
            executor);

    asked.countDown();

    assertThat(answer.get()).isEqualTo("done");
    assertThat(answer.get()).isEqualTo("done");
  }

  @Test
  void it_fails_as_the_work_does() {
    IllegalStateException failure = new IllegalStateException("no");
    Awaited<String> answer =
        Awaited.begin(
            () -> {
              throw failure;
            },
            executor);

    assertThatThrownBy(answer::get).isSameAs(failure);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
