package cn.wufei.exchange.approval;

import cn.wufei.exchange.audit.AuditLog;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.Policies;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Role;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What features ask whose acts bind a firm: whether one has to wait, and that it be approved.
@Singleton
public class Approvals {

  private final Policies policies;
  private final Organisations organisations;
  private final ApprovalStore store;
  private final ApprovalViews views;
  private final EndedRequests ended;
  private final ApprovalNotices notices;
  private final AuditLog audit;
  private final Clock clock;

  Approvals(
      Policies policies,
      Organisations organisations,
      ApprovalStore store,
      ApprovalViews views,
      EndedRequests ended,
      ApprovalNotices notices,
      AuditLog audit,
      Clock clock) {
    this.policies = policies;
    this.organisations = organisations;
    this.store = store;
    this.views = views;
    this.ended = ended;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /// Refused when the caller may not bind the firm to that sum alone. The refusal says which sum it
  /// is and above which the firm wants approval.
  ///
  /// @param sumFen at most what the act binds to, `Long.MAX_VALUE` where nothing bounds it
  public Outcome<Long> requireNone(Caller caller, long sumFen) {
    Long aboveFen = neededAbove(caller, sumFen);
    if (aboveFen == null) {
      return Outcome.done(sumFen);
    }
    Outcome.Refused<Long> refused =
        Outcome.<Long>refused(ApprovalRefusal.APPROVAL_NEEDED).with("aboveFen", aboveFen);
    return sumFen == Long.MAX_VALUE ? refused : refused.with("sumFen", sumFen);
  }

  /// Asks for approval of an act that could be done now. Checked in this order: somebody has to
  /// approve it, the firm has another administrator, nobody asked for the same thing.
  public Outcome<Approval> ask(Caller caller, AskedAct asked) {
    Long aboveFen = neededAbove(caller, asked.sumFen());
    if (aboveFen == null) {
      return Outcome.refused(ApprovalRefusal.APPROVAL_NOT_NEEDED);
    }
    if (organisations.namesOfOthers(caller, Role.ORG_ADMIN).isEmpty()) {
      return Outcome.refused(ApprovalRefusal.NO_APPROVER);
    }
    AskedAct.Subject about = asked.about();
    if (about != null && isTaken(caller, about.id())) {
      return Outcome.refused(ApprovalRefusal.APPROVAL_PENDING);
    }
    var row =
        new ApprovalRow(
            Id.next(),
            ApprovalProcess.CURRENT.version(),
            ApprovalStatus.PENDING,
            caller.organisationId(),
            asked,
            aboveFen,
            caller.memberId(),
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
            null);
    store.insert(row);
    audit.record(caller, "approval-asked", "approval", row.id(), EndedRequests.facts(row));
    notices.asked(row);
    return Outcome.done(views.of(caller, row));
  }

  /// Ends what waits about an offer or tender that is held and was just answered or ended. Call it
  /// in the transaction of that act.
  public void overtake(Id subject) {
    LocalDate today = views.today();
    for (ApprovalRow row : store.lockPending(subject)) {
      ended.overtaken(row, row.isOverOn(today) ? OvertakenBy.TIME_OVER : OvertakenBy.MOVED_ON);
    }
  }

  /// Whether the firm waits for something about it already. What can be done no longer stands in
  /// nobody's way, also when that has not been written down yet.
  private boolean isTaken(Caller caller, Id subject) {
    for (ApprovalRow row : store.lockPending(subject)) {
      if (row.isOverOn(views.today())) {
        ended.overtaken(row, OvertakenBy.TIME_OVER);
      } else if (row.organisationId().equals(caller.organisationId())) {
        return true;
      }
    }
    return false;
  }

  /// The sum in fen above which the caller needs approval, where the act is above it.
  @Nullable Long neededAbove(Caller caller, long sumFen) {
    Long aboveFen = policies.approvalAboveFen(caller);
    return aboveFen != null && sumFen > aboveFen ? aboveFen : null;
  }
}
