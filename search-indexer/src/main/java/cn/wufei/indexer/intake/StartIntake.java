package cn.wufei.indexer.intake;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/// Runs an intake for as long as the process runs.
@Singleton
@Requires(
    property = "wufei.indexer.enabled",
    notEquals = StringUtils.FALSE,
    defaultValue = StringUtils.TRUE)
class StartIntake {

  private final Intake intake;

  StartIntake(Intake intake) {
    this.intake = intake;
  }

  @EventListener
  void start(StartupEvent event) {
    intake.start();
  }

  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    intake.stop();
  }
}
