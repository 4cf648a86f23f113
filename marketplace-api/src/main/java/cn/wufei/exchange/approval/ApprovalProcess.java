package cn.wufei.exchange.approval;

import static cn.wufei.exchange.approval.ApprovalProcess.Actor.ADMINISTRATOR;
import static cn.wufei.exchange.approval.ApprovalProcess.Actor.ASKER;
import static cn.wufei.exchange.approval.ApprovalProcess.Actor.EXCHANGE;
import static cn.wufei.exchange.approval.ApprovalStatus.APPROVED;
import static cn.wufei.exchange.approval.ApprovalStatus.OVERTAKEN;
import static cn.wufei.exchange.approval.ApprovalStatus.PENDING;
import static cn.wufei.exchange.approval.ApprovalStatus.REFUSED;
import static cn.wufei.exchange.approval.ApprovalStatus.WITHDRAWN;

import cn.wufei.exchange.kernel.Outcome;
import java.util.List;
import java.util.Locale;

/// The course that a request for approval takes. The code obeys this table, `docs/processes.md` is
/// drawn from it, and the tests walk through all of it. A request keeps the version under which it
/// was made.
///
/// @param transitions what is not among them cannot be done
record ApprovalProcess(int version, List<Transition> transitions) {

  static final List<ApprovalProcess> VERSIONS =
      List.of(
          new ApprovalProcess(
              1,
              List.of(
                  new Transition(PENDING, ApprovalStep.APPROVE, ADMINISTRATOR, APPROVED),
                  new Transition(PENDING, ApprovalStep.REFUSE, ADMINISTRATOR, REFUSED),
                  new Transition(PENDING, ApprovalStep.WITHDRAW, ASKER, WITHDRAWN),
                  new Transition(PENDING, ApprovalStep.WITHDRAW, ADMINISTRATOR, WITHDRAWN),
                  new Transition(PENDING, ApprovalStep.OVERTAKE, EXCHANGE, OVERTAKEN))));

  /// For requests that are made now.
  static final ApprovalProcess CURRENT = VERSIONS.getLast();

  ApprovalProcess {
    transitions = List.copyOf(transitions);
  }

  /// Who does something about a request.
  enum Actor {
    ASKER,
    /// An administrator of the firm who did not ask.
    ADMINISTRATOR,
    /// Anybody else of the firm.
    COLLEAGUE,
    EXCHANGE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Transition(ApprovalStatus from, ApprovalStep step, Actor actor, ApprovalStatus to) {}

  static ApprovalProcess of(int version) {
    return VERSIONS.stream()
        .filter(each -> each.version == version)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such process: " + version));
  }

  /// The status that a request has after the step. Refused, in this order, when it has ended and
  /// when it is somebody else's to do.
  Outcome<ApprovalStatus> after(ApprovalStatus from, ApprovalStep step, Actor actor) {
    if (transitions.stream().noneMatch(each -> each.from == from)) {
      return Outcome.refused(ApprovalRefusal.APPROVAL_ENDED);
    }
    return transitions.stream()
        .filter(each -> each.from == from && each.step == step && each.actor == actor)
        .findFirst()
        .<Outcome<ApprovalStatus>>map(each -> Outcome.done(each.to))
        .orElseGet(() ->
            Outcome.refused(
                step == ApprovalStep.WITHDRAW
                    ? ApprovalRefusal.NOT_THE_ASKER
                    : ApprovalRefusal.OTHER_PERSON_APPROVES));
  }

  /// What somebody may do about a request.
  List<ApprovalStep> stepsOf(ApprovalStatus from, Actor actor) {
    return transitions.stream()
        .filter(each -> each.from == from && each.actor == actor)
        .map(Transition::step)
        .toList();
  }
}
