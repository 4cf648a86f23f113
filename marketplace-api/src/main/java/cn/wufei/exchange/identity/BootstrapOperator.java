package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Makes the platform's organisation and its first operator, once, for whoever has the secret.
@Singleton
class BootstrapOperator {

  /// Beijing; the platform trades nothing and has no site.
  private static final String PLATFORM_ADCODE = "110000";

  private static final String PLATFORM_NAME = "无废交易平台";
  private static final String PLATFORM_NAME_EN = "Wufei Exchange";

  private final BootstrapStore bootstrap;
  private final OrganisationRepository organisations;
  private final MemberRepository members;
  private final Passwords passwords;
  private final AuditLog audit;
  private final Clock clock;

  BootstrapOperator(
      BootstrapStore bootstrap,
      OrganisationRepository organisations,
      MemberRepository members,
      Passwords passwords,
      AuditLog audit,
      Clock clock) {
    this.bootstrap = bootstrap;
    this.organisations = organisations;
    this.members = members;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<Me> handle(Command command) {
    byte[] expected = bootstrap.lockUnused();
    if (expected == null
        || !MessageDigest.isEqual(expected, Secrets.hashOf(command.secret().strip()))) {
      return Outcome.refused(IdentityRefusal.BOOTSTRAP_REFUSED);
    }
    if (members.existsByLogin(command.login())) {
      return Outcome.refused(IdentityRefusal.LOGIN_TAKEN, "login");
    }
    Instant now = Instant.now(clock);
    Organisation platform = organisations.save(platform(now));
    Member operator =
        members.save(
            Member.joining(
                platform.id(),
                command.login(),
                command.name(),
                Role.OPERATOR,
                passwords.hashOf(command.password()),
                now));
    bootstrap.markUsed(now);
    audit.recordAnonymous("first-operator-made", "member", operator.id(), Map.of());
    return Outcome.done(Me.of(operator, platform));
  }

  private static Organisation platform(Instant now) {
    return new Organisation(
        Id.next(),
        null,
        PLATFORM_NAME,
        PLATFORM_NAME_EN,
        OrganisationKind.PLATFORM.code(),
        PLATFORM_ADCODE,
        OrganisationStatus.VERIFIED.code(),
        false,
        now,
        1);
  }

  record Command(String secret, String login, String password, String name) {

    /// Never shows the secrets.
    @Override
    public String toString() {
      return "BootstrapOperator[" + login + "]";
    }
  }
}
