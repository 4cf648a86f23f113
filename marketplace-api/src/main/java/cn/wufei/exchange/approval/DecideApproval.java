package cn.wufei.exchange.approval;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A second person of the firm approves what was asked for, which does it, or refuses it; or it is
/// taken back.
@Singleton
class DecideApproval {

  private final ApprovalStore store;
  private final ApprovalViews views;
  private final EndedRequests ended;
  private final Organisations organisations;
  private final Map<ActKind, BindingAct> acts = new EnumMap<>(ActKind.class);

  DecideApproval(
      ApprovalStore store,
      ApprovalViews views,
      EndedRequests ended,
      Organisations organisations,
      List<BindingAct> acts) {
    this.store = store;
    this.views = views;
    this.ended = ended;
    this.organisations = organisations;
    acts.forEach(act -> this.acts.put(act.kind(), act));
  }

  /// Whether a request is approved in a posting write; which kind of act it asks for never changes.
  boolean isPosting(Caller caller, Id id) {
    ApprovalRow row = store.find(caller.organisationId(), id);
    return row != null && actOf(row).isPosting();
  }

  /// Checked in this order: the request is the firm's own, it has not ended, another administrator
  /// asked for it; then what it is about is as it was, its last day is not over and who asked still
  /// acts for the firm, or else it is overtaken, which is no refusal; last what the act itself must
  /// satisfy. Where that refuses, the request goes on waiting.
  Outcome<Approval> approve(Caller caller, Id id) {
    ApprovalRow seen = store.find(caller.organisationId(), id);
    if (seen == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    BindingAct act = actOf(seen);
    boolean stands = act.stands(seen.asked());
    ApprovalRow row = Objects.requireNonNull(store.lockRequest(id));
    return row.after(ApprovalStep.APPROVE, caller)
        .then(status -> {
          if (row.isOverOn(views.today())) {
            return overtaken(caller, row, OvertakenBy.TIME_OVER);
          }
          if (!stands) {
            return overtaken(caller, row, OvertakenBy.MOVED_ON);
          }
          if (!organisations.isActive(row.askerId())) {
            return overtaken(caller, row, OvertakenBy.ASKER_LEFT);
          }
          store.end(id, status);
          return act.carryOut(caller, row.asked())
              .map(result -> views.of(caller, ended.approved(caller, row, result)));
        });
  }

  /// Checked in this order: the request is the firm's own, it has not ended, another administrator
  /// asked for it.
  Outcome<Approval> refuse(Caller caller, Id id, String reason) {
    return held(caller, id, ApprovalStep.REFUSE)
        .then(row ->
            row.isOverOn(views.today())
                ? overtaken(caller, row, OvertakenBy.TIME_OVER)
                : Outcome.done(views.of(caller, ended.refused(caller, row, reason))));
  }

  /// Checked in this order: the request is the firm's own, it has not ended, the caller asked for
  /// it or is an administrator.
  Outcome<Approval> withdraw(Caller caller, Id id) {
    return held(caller, id, ApprovalStep.WITHDRAW)
        .then(row ->
            row.isOverOn(views.today())
                ? overtaken(caller, row, OvertakenBy.TIME_OVER)
                : Outcome.done(views.of(caller, ended.withdrawn(caller, row))));
  }

  private Outcome<ApprovalRow> held(Caller caller, Id id, ApprovalStep step) {
    ApprovalRow row = store.lockRequest(id);
    return row == null || !row.organisationId().equals(caller.organisationId())
        ? Outcome.refused(CommonRefusal.NOT_FOUND)
        : row.after(step, caller).map(_ -> row);
  }

  private Outcome<Approval> overtaken(Caller caller, ApprovalRow row, OvertakenBy cause) {
    return Outcome.done(views.of(caller, ended.overtaken(row, cause)));
  }

  private BindingAct actOf(ApprovalRow row) {
    return Objects.requireNonNull(acts.get(row.asked().kind()), "nobody answers this kind of act");
  }
}
