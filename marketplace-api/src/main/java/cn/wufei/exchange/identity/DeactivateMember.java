package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Shuts a member of the caller's organisation out and ends the member's sessions. Somebody who can
/// let others in always stays. A program is none of the members that are listed; its key is revoked
/// instead.
@Singleton
class DeactivateMember {

  private final MemberRepository members;
  private final SessionStore sessions;
  private final LiveSessions liveSessions;
  private final AuditLog audit;
  private final Clock clock;

  DeactivateMember(
      MemberRepository members,
      SessionStore sessions,
      LiveSessions liveSessions,
      AuditLog audit,
      Clock clock) {
    this.members = members;
    this.sessions = sessions;
    this.liveSessions = liveSessions;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<MemberView> handle(Caller caller, Id id, Version version) {
    List<Member> colleagues = members.findByOrganisationIdForUpdate(caller.organisationId());
    Member member =
        colleagues.stream()
            .filter(one -> one.id().equals(id) && !one.program())
            .findFirst()
            .orElse(null);
    if (member == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (member.version() != version.number()) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    if (!member.active()) {
      return Outcome.refused(IdentityRefusal.MEMBER_NOT_ACTIVE);
    }
    boolean anotherStays =
        colleagues.stream().anyMatch(one -> one.isActiveAdministrator() && !one.id().equals(id));
    if (member.isActiveAdministrator() && !anotherStays) {
      return Outcome.refused(IdentityRefusal.LAST_ADMINISTRATOR);
    }
    Member deactivated = members.update(member.deactivated());
    sessions.endAllOfMember(id, SessionEnd.DEACTIVATED, Instant.now(clock));
    liveSessions.forgetAll();
    audit.record(caller, "member-deactivated", "member", id, Map.of("role", member.role()));
    return Outcome.done(MemberView.of(deactivated));
  }
}
