package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Checks a login and password and starts a session. The password is checked between two
/// transactions, so that no connection is held while it is.
@Singleton
class SignIn {

  private final SignInGuard guard;
  private final MemberRepository members;
  private final Passwords passwords;
  private final StartSession startSession;

  SignIn(
      SignInGuard guard, MemberRepository members, Passwords passwords, StartSession startSession) {
    this.guard = guard;
    this.members = members;
    this.passwords = passwords;
    this.startSession = startSession;
  }

  Outcome<Session> handle(String typedLogin, String password) {
    String login = typedLogin.strip().toLowerCase(Locale.ROOT);
    return guard.admit(login).then(_ -> checked(login, password));
  }

  private Outcome<Session> checked(String login, String password) {
    @Nullable Member member = members.findByLogin(login);
    boolean isRight = passwords.matches(password, hashOf(member));
    if (member == null || !isRight || !member.active()) {
      return Outcome.refused(IdentityRefusal.SIGN_IN_REFUSED);
    }
    guard.forgive(login);
    return startSession.handle(member);
  }

  /// A program has no password that could be right.
  private static @Nullable String hashOf(@Nullable Member member) {
    return member == null || member.program() ? null : member.passwordHash();
  }
}
