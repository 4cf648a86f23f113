package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;

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
}
