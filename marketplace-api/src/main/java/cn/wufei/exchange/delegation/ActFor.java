package cn.wufei.exchange.delegation;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides whether a member of a firm may do for another what a request asks, and as what.
@Singleton
class ActFor {

  private final LiveDelegations live;

  ActFor(LiveDelegations live) {
    this.live = live;
  }

  /// Checked in this order: it is a person, the person's firm acts for that organisation today,
  /// some delegation covers the route, this one does. Whether there is such an organisation, or was
  /// such a delegation, is not told. That the person's own role allows the route was checked
  /// before.
  ///
  /// @param own the member, as one of its own firm
  /// @param needed the scope of the route, nothing where it is in none
  Outcome<Caller> handle(
      Caller own, boolean isKey, @Nullable Id organisation, @Nullable DelegationScope needed) {
    if (isKey) {
      return Outcome.refused(DelegationRefusal.KEY_ACTS_FOR_NOBODY);
    }
    DelegationRow row =
        organisation == null || own.role().seesAll()
            ? null
            : live.find(organisation, own.organisationId());
    if (row == null) {
      return Outcome.refused(DelegationRefusal.NOT_ACTING_FOR);
    }
    if (needed == null) {
      return Outcome.refused(DelegationRefusal.NOT_DELEGABLE);
    }
    if (!row.scopes().contains(needed)) {
      return Outcome.<Caller>refused(DelegationRefusal.OUTSIDE_DELEGATION)
          .with("scope", needed.code());
    }
    return Outcome.done(
        new Caller(
            own.memberId(),
            row.delegatorId(),
            roleOf(own.role(), row.scopes()),
            new Caller.Delegate(own.organisationId(), row.id())));
  }

  /// What is in both the person's own role and the delegation. Nobody is another firm's
  /// administrator.
  static Role roleOf(Role own, Set<DelegationScope> scopes) {
    Set<Role> granted = own.granted();
    boolean trades =
        scopes.contains(DelegationScope.TRADE)
            || scopes.contains(DelegationScope.SETTLEMENT)
            || scopes.contains(DelegationScope.RECORDS)
            || scopes.contains(DelegationScope.SIGN);
    if (trades && granted.contains(Role.TRADER)) {
      return Role.TRADER;
    }
    boolean weighs = granted.contains(Role.GATE) || granted.contains(Role.TRADER);
    return scopes.contains(DelegationScope.GATE) && weighs ? Role.GATE : Role.READER;
  }
}
