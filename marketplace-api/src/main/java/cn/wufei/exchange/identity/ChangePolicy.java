package cn.wufei.exchange.identity;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.http.Version;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// An administrator says how the firm's members trade.
@Singleton
class ChangePolicy {

  private final PolicyStore store;
  private final AuditLog audit;
  private final Clock clock;

  ChangePolicy(PolicyStore store, AuditLog audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /// @param version that the change was made against, 0 where the firm had said nothing
  Outcome<Policy> handle(Caller caller, boolean lotsReviewed, Version version) {
    Id own = caller.organisationId();
    Policy before = store.find(own);
    if (before.version() != version.number()) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    Instant now = Instant.now(clock);
    var policy = new Policy(before.version() + 1, lotsReviewed);
    if (before.version() == 0) {
      store.insert(own, policy, now);
    } else if (!store.replace(own, before.version(), policy, now)) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    audit.record(
        caller,
        "policy-changed",
        "organisation",
        own,
        Map.of("lotsReviewedBefore", before.lotsReviewed(), "lotsReviewed", lotsReviewed));
    return Outcome.done(policy);
  }
}
