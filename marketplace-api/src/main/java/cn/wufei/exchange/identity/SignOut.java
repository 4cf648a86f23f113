package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Ends the session of the refresh token and that of the access token, whichever came along.
@Singleton
class SignOut {

  private final SessionStore sessions;
  private final LiveSessions liveSessions;
  private final Clock clock;

  SignOut(SessionStore sessions, LiveSessions liveSessions, Clock clock) {
    this.sessions = sessions;
    this.liveSessions = liveSessions;
    this.clock = clock;
  }

  @Transactional
  void handle(@Nullable String refreshToken, @Nullable Id sessionId) {
    SessionStore.Token token =
        refreshToken == null ? null : sessions.lockToken(Secrets.hashOf(refreshToken));
    if (token != null) {
      end(token.sessionId());
    }
    if (sessionId != null) {
      end(sessionId);
    }
  }

  private void end(Id sessionId) {
    sessions.end(sessionId, SessionEnd.SIGNED_OUT, Instant.now(clock));
    liveSessions.forget(sessionId);
  }
}
