package cn.wufei.exchange.identity;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Deletes what no longer says anything: sessions past their end and failed sign-ins that have been
/// forgotten. Deleting twice does no harm, so every instance may do it.
@Singleton
class ForgetExpired {

  private static final int ROWS_MAX = 1_000;

  private final SessionStore sessions;
  private final SignInGuardStore guards;
  private final LockoutSettings lockout;
  private final Clock clock;

  ForgetExpired(
      SessionStore sessions, SignInGuardStore guards, LockoutSettings lockout, Clock clock) {
    this.sessions = sessions;
    this.guards = guards;
    this.lockout = lockout;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = "5m", initialDelay = "1m")
  @Transactional
  void run() {
    Instant now = Instant.now(clock);
    sessions.deleteExpired(now, ROWS_MAX);
    guards.deleteUntouchedSince(
        now.minus(lockout.forgetAfter()).minus(lockout.longestLock()), ROWS_MAX);
  }
}
