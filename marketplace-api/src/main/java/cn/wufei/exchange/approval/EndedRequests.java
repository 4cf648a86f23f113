package cn.wufei.exchange.approval;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes down how requests that are held end, with their record in the audit log and what is told.
@Singleton
class EndedRequests {

  private static final String SUBJECT = "approval";

  private final ApprovalStore store;
  private final ApprovalNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  EndedRequests(ApprovalStore store, ApprovalNotices notices, AuditLog audit, Clock clock) {
    this.store = store;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /// The request was approved and done already: its status is written before, so that the act
  /// itself does not overtake it.
  ApprovalRow approved(Caller caller, ApprovalRow row, Id result) {
    ApprovalRow ended =
        decided(row, decision(ApprovalStatus.APPROVED, caller.memberId(), null, null, result));
    audit.record(caller, "approval-given", SUBJECT, row.id(), facts(ended));
    notices.approved(ended, caller.memberId());
    return ended;
  }

  ApprovalRow refused(Caller caller, ApprovalRow row, String reason) {
    store.end(row.id(), ApprovalStatus.REFUSED);
    ApprovalRow ended =
        decided(row, decision(ApprovalStatus.REFUSED, caller.memberId(), reason, null, null));
    audit.record(caller, "approval-refused", SUBJECT, row.id(), facts(ended));
    notices.refused(ended, caller.memberId(), reason);
    return ended;
  }

  ApprovalRow withdrawn(Caller caller, ApprovalRow row) {
    store.end(row.id(), ApprovalStatus.WITHDRAWN);
    ApprovalRow ended =
        decided(row, decision(ApprovalStatus.WITHDRAWN, caller.memberId(), null, null, null));
    audit.record(caller, "approval-withdrawn", SUBJECT, row.id(), facts(ended));
    return ended;
  }

  ApprovalRow overtaken(ApprovalRow row, OvertakenBy cause) {
    store.end(row.id(), ApprovalStatus.OVERTAKEN);
    ApprovalRow ended = decided(row, decision(ApprovalStatus.OVERTAKEN, null, null, cause, null));
    audit.recordAnonymous("approval-overtaken", SUBJECT, row.id(), facts(ended));
    notices.overtaken(ended, cause);
    return ended;
  }

  private ApprovalRow decided(ApprovalRow row, ApprovalRow.Decision decision) {
    store.insert(row.id(), decision);
    return row.ended(decision);
  }

  private ApprovalRow.Decision decision(
      ApprovalStatus status,
      @Nullable Id decider,
      @Nullable String reason,
      @Nullable OvertakenBy cause,
      @Nullable Id result) {
    return new ApprovalRow.Decision(
        status, decider, reason, cause, result, Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
  }

  /// The audit trail, which authorities read, says what was asked for and how it ended; terms that
  /// nobody was bound to, and why something was refused, are the firm's own affair.
  static Map<String, Object> facts(ApprovalRow row) {
    AskedAct asked = row.asked();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("act", asked.kind().code());
    facts.put("askerId", row.askerId().toString());
    AskedAct.Subject about = asked.about();
    if (about != null) {
      facts.put("subjectId", about.id().toString());
      facts.put("subjectVersion", about.version());
    }
    ApprovalRow.Decision decision = row.decision();
    if (decision != null) {
      putIfKnown(facts, "cause", decision.cause() == null ? null : decision.cause().code());
      putIfKnown(
          facts, "resultId", decision.result() == null ? null : decision.result().toString());
    }
    return facts;
  }

  private static void putIfKnown(Map<String, Object> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
