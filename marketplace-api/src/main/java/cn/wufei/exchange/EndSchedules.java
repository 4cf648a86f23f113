package cn.wufei.exchange;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends what runs by the clock while there still is a database. Beans are destroyed in an order
/// that does not know what a method asks for when it is called for the first time: a task that came
/// after the pool of connections was closed had a new one made, which nobody closed.
///
/// For the same reason threads of our own stop with this event and not when their bean is
/// destroyed.
@Singleton
class EndSchedules {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final ExecutorService schedules;

  EndSchedules(@Named(TaskExecutors.SCHEDULED) ExecutorService schedules) {
    this.schedules = schedules;
  }

  @EventListener
  void end(ShutdownEvent event) throws InterruptedException {
    schedules.shutdown();
    schedules.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
