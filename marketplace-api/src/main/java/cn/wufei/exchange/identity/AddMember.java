package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Lets a member into the caller's organisation.
@Singleton
class AddMember {

  private final OrganisationRepository organisations;
  private final MemberRepository members;
  private final Passwords passwords;
  private final AuditLog audit;
  private final Clock clock;

  AddMember(
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

  Outcome<MemberView> handle(Caller caller, Command command) {
    Organisation organisation = organisations.findById(caller.organisationId());
    if (organisation == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    if (!OrganisationKind.ofCode(organisation.kind()).roles().contains(command.role())) {
      return Outcome.refused(IdentityRefusal.ROLE_NOT_OFFERED, "role");
    }
    if (members.existsByLogin(command.login())) {
      return Outcome.refused(IdentityRefusal.LOGIN_TAKEN, "login");
    }
    Member member =
        members.save(
            Member.joining(
                organisation.id(),
                command.login(),
                command.name(),
                command.role(),
                passwords.hashOf(command.password()),
                Instant.now(clock)));
    audit.record(
        caller, "member-added", "member", member.id(), Map.of("role", command.role().code()));
    return Outcome.done(MemberView.of(member));
  }

  record Command(String login, String name, Role role, String password) {

    /// Never shows the password.
    @Override
    public String toString() {
      return "AddMember[" + login + ", " + role + "]";
    }
  }
}
