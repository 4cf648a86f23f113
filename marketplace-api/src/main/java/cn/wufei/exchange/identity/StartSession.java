package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;

/// Starts a session for a member whose password was right.
@Singleton
class StartSession {

  private final OrganisationRepository organisations;
  private final Sessions sessions;
  private final AuditLog audit;

  StartSession(OrganisationRepository organisations, Sessions sessions, AuditLog audit) {
    this.organisations = organisations;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Transactional
  Outcome<Session> handle(Member member) {
    Organisation organisation =
        Objects.requireNonNull(organisations.findById(member.organisationId()));
    if (organisation.isSuspended()) {
      return Outcome.refused(IdentityRefusal.ORGANISATION_SUSPENDED);
    }
    Caller caller = new Caller(member.id(), member.organisationId(), Role.ofCode(member.role()));
    audit.record(caller, "signed-in", "member", member.id(), Map.of());
    return Outcome.done(sessions.start(member, organisation));
  }
}
