package cn.wufei.exchange;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The one clock that everything asks, so that a test can give another.
@Factory
class SystemClock {

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
