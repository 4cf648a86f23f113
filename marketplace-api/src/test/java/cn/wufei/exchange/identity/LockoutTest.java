package cn.wufei.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LockoutTest {

  private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
  private static final LockoutSettings SETTINGS =
      new LockoutSettings(5, Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofHours(24));

  @Test
  void the_fifth_failure_locks_for_a_quarter_of_an_hour() {
    Lockout four = failing(4, Lockout.none(NOON), NOON);

    assertThat(four.isLocked(NOON)).isFalse();
    Lockout five = four.attempted(NOON, SETTINGS);
    assertThat(five).isEqualTo(new Lockout(0, 1, NOON.plus(Duration.ofMinutes(15)), NOON));
    assertThat(five.isLocked(NOON.plus(Duration.ofMinutes(15)).minusNanos(1))).isTrue();
    assertThat(five.isLocked(NOON.plus(Duration.ofMinutes(15)))).isFalse();
  }

  @Test
  void each_further_lock_lasts_twice_as_long_up_to_a_day() {
    Lockout state = Lockout.none(NOON);
    Instant now = NOON;
    long[] minutes = {15, 30, 60, 120, 240, 480, 960, 1440, 1440};
    for (long expected : minutes) {
      state = failing(5, state, now);
      assertThat(state.lockedUntil()).isEqualTo(now.plus(Duration.ofMinutes(expected)));
      now = now.plus(Duration.ofMinutes(expected));
    }
  }

  @Test
  void a_login_left_alone_for_a_day_starts_anew() {
    Lockout locked = failing(5, Lockout.none(NOON), NOON);

    Lockout later = locked.attempted(NOON.plus(Duration.ofHours(24)).plusNanos(1), SETTINGS);

    assertThat(later.locks()).isZero();
    assertThat(later.failures()).isEqualTo(1);
  }

  private static Lockout failing(int times, Lockout start, Instant now) {
    Lockout state = start;
    for (int i = 0; i < times; i++) {
      state = state.attempted(now, SETTINGS);
    }
    return state;
  }
}
