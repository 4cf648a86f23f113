package cn.wufei.exchange.notify.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long a message waits after each failed attempt: eleven attempts within a day, the first few
/// within minutes for a receiver that is started anew, the last ones for people who have to notice
/// first. Up to a tenth is added, so that what failed together does not come back together.
final class RetryPauses {

  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(8));

  private static final int SPREAD = 100;
  private static final int SPREAD_OF_PAUSE = 1_000;

  private RetryPauses() {}

  /// The pause before the next attempt, or null when there is none.
  ///
  /// @param failed how many attempts have failed before the one that failed now
  /// @param spread any number that differs from message to message
  static @Nullable Duration after(int failed, long spread) {
    if (failed >= PAUSES.size()) {
      return null;
    }
    Duration pause = PAUSES.get(failed);
    return pause.plus(pause.multipliedBy(Math.floorMod(spread, SPREAD)).dividedBy(SPREAD_OF_PAUSE));
  }
}
