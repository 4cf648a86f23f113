package planted.stream;

import java.time.Instant;

/// Takes the time from the wall.
@SuppressWarnings("JavaTimeDefaultTimeZone")
final class StreamWithWallClock {

  private StreamWithWallClock() {}

  static Instant now() {
    return Instant.now();
  }
}
