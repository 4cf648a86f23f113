package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;

/// Asks somebody who has signed in for the password once more, before an act that has to be that
/// person's own. Wrong ones count together with those of sign-ins, so that neither is a way around
/// the other. Call it outside of a transaction: no connection is held while the password is
/// checked.
@Singleton
public class ConfirmPassword {

  private final SignInGuard guard;
  private final People people;
  private final Passwords passwords;

  ConfirmPassword(SignInGuard guard, People people, Passwords passwords) {
    this.guard = guard;
    this.people = people;
    this.passwords = passwords;
  }

  /// That a member has just given the right password. Only this class makes one.
  public static final class Confirmed {

    private final Id memberId;

    private Confirmed(Id memberId) {
      this.memberId = memberId;
    }

    public Id memberId() {
      return memberId;
    }
  }

  /// Checked in this order: the caller is a person and no program, the login is not locked, the
  /// password is the caller's.
  public Outcome<Confirmed> handle(Caller caller, String password) {
    return people
        .find(caller.memberId())
        .then(member -> guard.admit(member.login()).then(_ -> checked(member, password)));
  }

  private Outcome<Confirmed> checked(Member member, String password) {
    if (!passwords.matches(password, member.passwordHash()) || !member.active()) {
      return Outcome.refused(IdentityRefusal.PASSWORD_WRONG, "password");
    }
    guard.forgive(member.login());
    return Outcome.done(new Confirmed(member.id()));
  }
}
