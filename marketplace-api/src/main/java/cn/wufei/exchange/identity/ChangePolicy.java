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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
  Outcome<Policy> reviewLots(Caller caller, boolean lotsReviewed, Version version) {
    return change(caller, version, before -> before.reviewing(lotsReviewed));
  }

  /// @param aboveFen nothing where nothing has to be approved
  /// @param version that the change was made against, 0 where the firm had said nothing
  Outcome<Policy> approve(
      Caller caller, @Nullable Long aboveFen, boolean administratorsAlone, Version version) {
    return change(caller, version, before -> before.approving(aboveFen, administratorsAlone));
  }

  private Outcome<Policy> change(Caller caller, Version version, UnaryOperator<Policy> how) {
    Id own = caller.organisationId();
    Policy before = store.find(own);
    if (before.version() != version.number()) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    Instant now = Instant.now(clock);
    Policy policy = how.apply(before);
    if (before.version() == 0) {
      store.insert(own, policy, now);
    } else if (!store.replace(own, before.version(), policy, now)) {
      return Outcome.refused(CommonRefusal.VERSION_STALE);
    }
    audit.record(caller, "policy-changed", "organisation", own, facts(before, policy));
    return Outcome.done(policy);
  }

  private static Map<String, Object> facts(Policy before, Policy after) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("lotsReviewedBefore", before.lotsReviewed());
    facts.put("lotsReviewed", after.lotsReviewed());
    putIfSaid(facts, "approvalAboveFenBefore", before.approvalAboveFen());
    putIfSaid(facts, "approvalAboveFen", after.approvalAboveFen());
    facts.put("administratorsAloneBefore", before.administratorsAlone());
    facts.put("administratorsAlone", after.administratorsAlone());
    return facts;
  }

  private static void putIfSaid(Map<String, Object> facts, String name, @Nullable Long fen) {
    if (fen != null) {
      facts.put(name, fen);
    }
  }
}
