package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An authority's decision about an organisation. Suspension ends all sessions of its members and
/// revokes its keys.
@Singleton
class VerifyOrganisation {

  /// How the audit names that one was verified.
  static final String VERIFIED = "organisation-verified";

  private final OrganisationRepository organisations;
  private final SessionStore sessions;
  private final KeyStore keys;
  private final LiveSessions liveSessions;
  private final AuditLog audit;
  private final Clock clock;

  VerifyOrganisation(
      OrganisationRepository organisations,
      SessionStore sessions,
      KeyStore keys,
      LiveSessions liveSessions,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.sessions = sessions;
    this.keys = keys;
    this.liveSessions = liveSessions;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<OrganisationView> handle(
      Caller caller, Id id, OrganisationStatus decision, @Nullable String note, Version version) {
    Organisation organisation = organisations.findByIdForUpdate(id);
    if (organisation == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    boolean isFirm = OrganisationKind.ofCode(organisation.kind()).isFirm();
    if (!isFirm && caller.role() != Role.OPERATOR) {
      return Outcome.refused(IdentityRefusal.AUTHORITY_REVIEWED_BY_OPERATOR);
    }
    if (organisation.version() != version.number()) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    boolean isOwn = organisation.id().equals(caller.organisationId());
    if (isOwn || !OrganisationStatus.ofCode(organisation.status()).allows(decision)) {
      return Outcome.refused(IdentityRefusal.DECISION_NOT_APPLICABLE, "decision")
          .<OrganisationView>as()
          .with("status", organisation.status());
    }
    Organisation decided = organisations.update(organisation.decided(decision));
    shutOutWhenSuspended(decided, caller);
    audit.record(
        caller,
        "organisation-" + decision.code(),
        "organisation",
        id,
        facts(organisation, decision, note));
    return Outcome.done(OrganisationView.of(decided));
  }

  private void shutOutWhenSuspended(Organisation organisation, Caller caller) {
    if (organisation.isSuspended()) {
      Instant now = Instant.now(clock);
      keys.revokeAll(organisation.id(), caller.memberId(), now);
      sessions.endAllOfOrganisation(organisation.id(), SessionEnd.SUSPENDED, now);
      liveSessions.forgetAll();
    }
  }

  private static Map<String, ?> facts(
      Organisation before, OrganisationStatus decision, @Nullable String note) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("from", before.status());
    facts.put("to", decision.code());
    if (note != null) {
      facts.put("note", note);
    }
    return facts;
  }
}
