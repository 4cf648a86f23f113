package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/// Tells a member who it is.
@Singleton
class ShowMe {

  private final MemberRepository members;
  private final OrganisationRepository organisations;

  ShowMe(MemberRepository members, OrganisationRepository organisations) {
    this.members = members;
    this.organisations = organisations;
  }

  @Transactional
  Outcome<Me> handle(Caller caller) {
    Member member = members.findById(caller.memberId());
    Organisation organisation = organisations.findById(caller.organisationId());
    return member == null || organisation == null
        ? Outcome.refused(CommonRefusal.NOT_FOUND)
        : Outcome.done(Me.of(member, organisation));
  }
}
