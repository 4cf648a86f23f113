package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Tells people from the programs that act with a key: some acts have to be a person's.
@Singleton
public class People {

  private final MemberRepository members;

  People(MemberRepository members) {
    this.members = members;
  }

  /// Refused when a key asks.
  public Outcome<Caller> only(Caller caller) {
    return find(caller.memberId()).map(_ -> caller);
  }

  /// The member, who is a person.
  Outcome<Member> find(Id id) {
    @Nullable Member member = members.findById(id);
    return member == null || member.program()
        ? Outcome.refused(IdentityRefusal.NOT_FOR_KEYS)
        : Outcome.done(member);
  }
}
