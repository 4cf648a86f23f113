package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Keeps a login from being guessed, in the database, so that it holds over restarts and for all
/// instances together.
@Singleton
class SignInGuard {

  private final SignInGuardStore guards;
  private final LockoutSettings settings;
  private final Clock clock;

  SignInGuard(SignInGuardStore guards, LockoutSettings settings, Clock clock) {
    this.guards = guards;
    this.settings = settings;
    this.clock = clock;
  }

  /// Counts one attempt, or refuses it while the login is locked.
  @Transactional
  Outcome<Lockout> admit(String login) {
    Instant now = Instant.now(clock);
    byte[] key = Secrets.hashOf(login);
    Lockout state = guards.lockGuard(key, now);
    if (state.lockedUntil() != null && state.isLocked(now)) {
      long waitSeconds = Duration.between(now, state.lockedUntil()).toSeconds() + 1;
      return Outcome.<Lockout>refused(IdentityRefusal.SIGN_IN_LOCKED)
          .with("retryAfterSeconds", waitSeconds);
    }
    Lockout next = state.attempted(now, settings);
    guards.keep(key, next);
    return Outcome.done(next);
  }

  /// The attempt was right: earlier failures are forgiven.
  @Transactional
  void forgive(String login) {
    guards.clear(Secrets.hashOf(login));
  }
}
