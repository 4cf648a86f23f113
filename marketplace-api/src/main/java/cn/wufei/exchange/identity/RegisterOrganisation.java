package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Signs an organisation up with its first member. A firm signs itself up and waits to be verified;
/// authorities and demo organisations are entered by the operator, who vouches for the former.
@Singleton
class RegisterOrganisation {

  private final OrganisationRepository organisations;
  private final MemberRepository members;
  private final Passwords passwords;
  private final AuditLog audit;
  private final Clock clock;

  RegisterOrganisation(
      OrganisationRepository organisations,
      MemberRepository members,
      Passwords passwords,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.members = members;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<OrganisationView> handle(@Nullable Caller caller, Command command) {
    boolean isOperator = caller != null && caller.role() == Role.OPERATOR;
    boolean isAuthority = command.kind() == OrganisationKind.AUTHORITY;
    if (!isOperator && (command.demo() || isAuthority)) {
      return Outcome.refused(IdentityRefusal.OPERATOR_ONLY, isAuthority ? "kind" : "demo");
    }
    if (!Uscc.isValid(command.uscc())) {
      return Outcome.refused(IdentityRefusal.USCC_INVALID, "uscc");
    }
    if (!command.kind().firstRoles().contains(command.role())) {
      return Outcome.refused(IdentityRefusal.ROLE_NOT_OFFERED, "admin.role");
    }
    if (organisations.existsByUscc(command.uscc())) {
      return Outcome.refused(IdentityRefusal.USCC_TAKEN, "uscc");
    }
    if (members.existsByLogin(command.login())) {
      return Outcome.refused(IdentityRefusal.LOGIN_TAKEN, "admin.login");
    }
    return Outcome.done(OrganisationView.of(register(caller, command)));
  }

  private Organisation register(@Nullable Caller caller, Command command) {
    Instant now = Instant.now(clock);
    Organisation organisation = organisations.save(command.organisation(now));
    members.save(
        Member.joining(
            organisation.id(),
            command.login(),
            command.adminName(),
            command.role(),
            passwords.hashOf(command.password()),
            now));
    Map<String, ?> facts = Map.of("kind", organisation.kind(), "demo", organisation.demo());
    if (caller == null) {
      audit.recordAnonymous("organisation-signed-up", "organisation", organisation.id(), facts);
    } else {
      audit.record(caller, "organisation-entered", "organisation", organisation.id(), facts);
    }
    return organisation;
  }

  record Command(
      String uscc,
      String name,
      @Nullable String nameEn,
      OrganisationKind kind,
      String adcode,
      boolean demo,
      String login,
      String password,
      String adminName,
      Role role) {

    Organisation organisation(Instant now) {
      OrganisationStatus status =
          kind == OrganisationKind.AUTHORITY
              ? OrganisationStatus.VERIFIED
              : OrganisationStatus.PENDING;
      return new Organisation(
          Id.next(), uscc, name, nameEn, kind.code(), adcode, status.code(), demo, now, 1);
    }

    /// Never shows the password.
    @Override
    public String toString() {
      return "RegisterOrganisation[" + uscc + ", " + login + "]";
    }
  }
}
