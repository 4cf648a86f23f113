package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What other features ask about how a firm wants its members to trade.
@Singleton
public class Policies {

  private final PolicyStore store;

  Policies(PolicyStore store) {
    this.store = store;
  }

  /// Whether what the caller would publish has to be looked at by somebody else first.
  public boolean needsReview(Caller caller) {
    return !caller.may(Role.ORG_ADMIN) && store.find(caller.organisationId()).lotsReviewed();
  }

  /// The sum in fen above which the caller may not bind the firm alone; nothing where there is none
  /// or it does not hold for the caller.
  public @Nullable Long approvalAboveFen(Caller caller) {
    Policy policy = store.find(caller.organisationId());
    return policy.administratorsAlone() && caller.may(Role.ORG_ADMIN)
        ? null
        : policy.approvalAboveFen();
  }
}
