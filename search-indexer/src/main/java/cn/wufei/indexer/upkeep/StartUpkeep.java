package cn.wufei.indexer.upkeep;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/// Looks after the indices for as long as the process runs.
@Singleton
@Requires(
    property = "wufei.indexer.enabled",
    notEquals = StringUtils.FALSE,
    defaultValue = StringUtils.TRUE)
class StartUpkeep {

  private final Upkeep upkeep;

  StartUpkeep(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  @EventListener
  void start(StartupEvent event) {
    upkeep.start();
  }

  @EventListener
  void stop(ShutdownEvent event) throws InterruptedException {
    upkeep.stop();
  }
}
