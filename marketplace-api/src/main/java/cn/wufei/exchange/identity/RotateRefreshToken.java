package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives a new pair of tokens for a refresh token, which works once. A token that comes a second
/// time was copied: whoever holds it or its successors is signed out (RFC 9700 §4.14.2).
@Singleton
class RotateRefreshToken {

  private final SessionStore sessionStore;
  private final Sessions sessions;
  private final LiveSessions liveSessions;
  private final MemberRepository members;
  private final OrganisationRepository organisations;
  private final AuditLog audit;
  private final Clock clock;

  RotateRefreshToken(
      SessionStore sessionStore,
      Sessions sessions,
      LiveSessions liveSessions,
      MemberRepository members,
      OrganisationRepository organisations,
      AuditLog audit,
      Clock clock) {
    this.sessionStore = sessionStore;
    this.sessions = sessions;
    this.liveSessions = liveSessions;
    this.members = members;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /// The refusal is an answer, not a failure: the end of the session is committed with it.
  @Transactional
  Outcome<Session> handle(@Nullable String refreshToken) {
    SessionStore.Token token =
        refreshToken == null ? null : sessionStore.lockToken(Secrets.hashOf(refreshToken));
    if (token == null || token.isOver(Instant.now(clock))) {
      return Outcome.refused(IdentityRefusal.SESSION_ENDED);
    }
    if (token.isUsed()) {
      endBecauseReused(token);
      return Outcome.refused(IdentityRefusal.SESSION_ENDED);
    }
    Member member = members.findById(token.memberId());
    Organisation organisation =
        member == null ? null : organisations.findById(member.organisationId());
    if (member == null || organisation == null || !member.active() || organisation.isSuspended()) {
      return Outcome.refused(IdentityRefusal.SESSION_ENDED);
    }
    return Outcome.done(sessions.goOn(member, organisation, token));
  }

  private void endBecauseReused(SessionStore.Token token) {
    sessionStore.end(token.sessionId(), SessionEnd.TOKEN_REUSED, Instant.now(clock));
    liveSessions.forget(token.sessionId());
    audit.recordAnonymous(
        "refresh-token-reused",
        "member",
        token.memberId(),
        Map.of("sessionId", token.sessionId().toString()));
  }
}
