package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Ends a key of the caller's firm before its time, and what its program still has under way.
@Singleton
class RevokeKey {

  private final KeyStore keys;
  private final KeyViews views;
  private final MemberRepository members;
  private final SessionStore sessions;
  private final LiveSessions liveSessions;
  private final AuditLog audit;
  private final Clock clock;

  RevokeKey(
      KeyStore keys,
      KeyViews views,
      MemberRepository members,
      SessionStore sessions,
      LiveSessions liveSessions,
      AuditLog audit,
      Clock clock) {
    this.keys = keys;
    this.views = views;
    this.members = members;
    this.sessions = sessions;
    this.liveSessions = liveSessions;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<KeyView> handle(Caller caller, Id id) {
    Instant now = Instant.now(clock);
    KeyStore.Row key = keys.lock(caller.organisationId(), id);
    if (key == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (key.isOver(now)) {
      return Outcome.refused(IdentityRefusal.KEY_ENDED);
    }
    keys.revoke(id, caller.memberId(), now);
    Member program = Objects.requireNonNull(members.findById(key.memberId()));
    members.update(program.deactivated());
    sessions.end(key.sessionId(), SessionEnd.REVOKED, now);
    liveSessions.forget(key.sessionId());
    audit.record(caller, "key-revoked", "key", id, Map.of("role", program.role()));
    return Outcome.found(views.find(caller.organisationId(), id, now));
  }
}
