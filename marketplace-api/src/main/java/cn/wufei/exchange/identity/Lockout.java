package cn.wufei.exchange.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The failed sign-ins of one login. An attempt counts as failed from its start and is forgiven
/// when it turns out right, so that attempts made at once cannot slip past the limit.
record Lockout(int failures, int locks, @Nullable Instant lockedUntil, Instant lastAttemptAt) {

  private static final int DOUBLINGS_MAX = 20;

  static Lockout none(Instant now) {
    return new Lockout(0, 0, null, now);
  }

  boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /// The state with one more attempt, made while not locked.
  Lockout attempted(Instant now, LockoutSettings settings) {
    Lockout start =
        now.isAfter(lastAttemptAt.plus(settings.forgetAfter())) && !isLocked(now)
            ? none(now)
            : this;
    int count = start.failures + 1;
    if (count < settings.failuresMax()) {
      return new Lockout(count, start.locks, null, now);
    }
    return new Lockout(0, start.locks + 1, now.plus(lockFor(start.locks, settings)), now);
  }

  private static Duration lockFor(int earlierLocks, LockoutSettings settings) {
    Duration lock = settings.firstLock().multipliedBy(1L << Math.min(earlierLocks, DOUBLINGS_MAX));
    return lock.compareTo(settings.longestLock()) < 0 ? lock : settings.longestLock();
  }
}
