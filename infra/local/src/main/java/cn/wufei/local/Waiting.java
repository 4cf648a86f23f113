package cn.wufei.local;

import java.time.Duration;

/// Pauses between two looks at a server that is starting.
final class Waiting {

  private Waiting() {}

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalServicesException("Interrupted while a local server was starting", e);
    }
  }
}
