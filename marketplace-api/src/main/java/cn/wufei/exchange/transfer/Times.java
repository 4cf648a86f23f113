package cn.wufei.exchange.transfer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Instants as the database keeps them.
final class Times {

  private Times() {}

  static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
