package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// Whether an access token that came with a request still counts while that request is being
/// answered, for answers that go on for long.
@Singleton
public class HeldTokens {

  private final LiveSessions sessions;
  private final Clock clock;

  HeldTokens(LiveSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  public HeldToken of(Authentication authentication) {
    Object session = authentication.getAttributes().get(AccessTokens.SESSION);
    Object until = authentication.getAttributes().get(AccessTokens.UNTIL);
    return new HeldToken(
        Id.parse(String.valueOf(session)),
        until instanceof Number seconds
            ? Instant.ofEpochSecond(seconds.longValue())
            : Instant.EPOCH);
  }

  /// It has not run out, and its session was not ended.
  public boolean count(HeldToken token) {
    return Instant.now(clock).isBefore(token.expiresAt()) && sessions.isLive(token.sessionId());
  }

  /// @param expiresAt when it runs out by itself
  public record HeldToken(Id sessionId, Instant expiresAt) {}
}
