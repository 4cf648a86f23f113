package cn.wufei.exchange.identity;

import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whose key a secret is. The database is asked each time, so that a key which is revoked on one
/// instance works on none from then on.
@Singleton
class KnownKeys {

  /// By which programs that look for lost secrets know one of ours, and we a key from a token.
  static final String PREFIX = "wfk_";

  private static final int LENGTH = PREFIX.length() + Secrets.LENGTH;
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  private final KeyStore keys;
  private final Clock clock;

  KnownKeys(KeyStore keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// Whether it wants to be a key; whether it is one is another question.
  static boolean isKey(String token) {
    return token.startsWith(PREFIX);
  }

  /// What an access token of the key's program would say, or nothing when no key that works has
  /// that secret.
  @Nullable Authentication authenticationOf(String secret) {
    if (secret.length() != LENGTH) {
      return null;
    }
    Instant now = Instant.now(clock);
    KeyStore.Working key = keys.findWorking(Secrets.hashOf(secret), now);
    if (key == null) {
      return null;
    }
    Instant noted = now.minus(USE_NOTED_EVERY);
    if (key.lastUsedAt() == null || !key.lastUsedAt().isAfter(noted)) {
      keys.noteUse(key.id(), noted, now);
    }
    return Authentication.build(
        key.memberId().toString(),
        key.role().grantedCodes(),
        Map.of(
            AccessTokens.ORGANISATION,
            key.organisationId().toString(),
            AccessTokens.ROLE,
            key.role().code(),
            AccessTokens.SESSION,
            key.sessionId().toString(),
            AccessTokens.UNTIL,
            key.expiresAt().getEpochSecond(),
            AccessTokens.KEY,
            key.id().toString()));
  }
}
