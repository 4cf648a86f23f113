package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// Hands out the tokens of a session. Runs within the transaction of its caller.
@Singleton
class Sessions {

  private final SessionStore sessions;
  private final AccessTokens accessTokens;
  private final SessionSettings settings;
  private final Clock clock;

  Sessions(
      SessionStore sessions, AccessTokens accessTokens, SessionSettings settings, Clock clock) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.settings = settings;
    this.clock = clock;
  }

  Session start(Member member, Organisation organisation) {
    Instant now = Instant.now(clock);
    Id sessionId = Id.next();
    Instant expiresAt = now.plus(settings.refreshAbsoluteLifetime());
    sessions.start(sessionId, member.id(), now, expiresAt);
    return tokens(member, organisation, sessionId, expiresAt);
  }

  Session goOn(Member member, Organisation organisation, SessionStore.Token used) {
    sessions.markUsed(used.id(), Instant.now(clock));
    return tokens(member, organisation, used.sessionId(), used.sessionExpiresAt());
  }

  private Session tokens(
      Member member, Organisation organisation, Id sessionId, Instant sessionExpiresAt) {
    Instant now = Instant.now(clock);
    Instant idle = now.plus(settings.refreshIdleLifetime());
    Instant expiresAt = idle.isBefore(sessionExpiresAt) ? idle : sessionExpiresAt;
    String refreshToken = Secrets.next();
    sessions.addToken(sessionId, Secrets.hashOf(refreshToken), now, expiresAt);
    AccessTokens.AccessToken access = accessTokens.issue(member, sessionId, now);
    var view =
        new Session.SessionView(access.text(), access.expiresAt(), Me.of(member, organisation));
    return new Session(view, refreshToken, expiresAt);
  }
}
