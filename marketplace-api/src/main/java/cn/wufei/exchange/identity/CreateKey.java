package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/// Makes a key with which a program acts for the caller's firm: a member that is a program, with
/// one session that lasts as long as the key.
@Singleton
class CreateKey {

  static final int DAYS_MAX = 366;
  static final int LIVE_MAX = 20;

  private static final int HINT_LENGTH = 4;

  private final OrganisationViews organisations;
  private final MemberRepository members;
  private final SessionStore sessions;
  private final KeyStore keys;
  private final KeyViews views;
  private final AuditLog audit;
  private final Clock clock;

  CreateKey(
      OrganisationViews organisations,
      MemberRepository members,
      SessionStore sessions,
      KeyStore keys,
      KeyViews views,
      AuditLog audit,
      Clock clock) {
    this.organisations = organisations;
    this.members = members;
    this.sessions = sessions;
    this.keys = keys;
    this.views = views;
    this.audit = audit;
    this.clock = clock;
  }

  /// Checked in this order: the last day, how many keys there are.
  Outcome<KeyView.WithSecret> handle(Caller caller, Command command) {
    Instant now = Instant.now(clock);
    LocalDate today = LocalCalendar.dayOf(now);
    LocalDate lastDay = command.lastDay();
    if (!lastDay.isAfter(today) || lastDay.isAfter(today.plusDays(DAYS_MAX))) {
      return Outcome.refused(IdentityRefusal.KEY_EXPIRY_OUTSIDE, "expiresOn");
    }
    Id organisation = caller.organisationId();
    organisations.lockRow(organisation);
    if (keys.countLive(organisation, now) >= LIVE_MAX) {
      return Outcome.refused(IdentityRefusal.TOO_MANY_KEYS);
    }
    String secret = KnownKeys.PREFIX + Secrets.next();
    Id key = insert(caller, command, secret, now);
    audit.record(
        caller,
        "key-created",
        "key",
        key,
        Map.of("role", command.role().code(), "expiresOn", lastDay.toString()));
    return Outcome.done(
        new KeyView.WithSecret(Objects.requireNonNull(views.find(organisation, key, now)), secret));
  }

  private Id insert(Caller caller, Command command, String secret, Instant now) {
    Instant expiresAt = LocalCalendar.startOf(command.lastDay().plusDays(1));
    Member program =
        members.save(Member.program(caller.organisationId(), command.name(), command.role(), now));
    Id session = Id.next();
    sessions.start(session, program.id(), now, expiresAt);
    Id key = Id.next();
    keys.insert(
        new KeyStore.NewRow(
            key,
            program,
            session,
            Secrets.hashOf(secret),
            secret.substring(secret.length() - HINT_LENGTH),
            caller.memberId(),
            now,
            expiresAt));
    return key;
  }

  /// @param lastDay on which the key works, in China Standard Time
  record Command(String name, Role role, LocalDate lastDay) {}
}
