package cn.wufei.exchange.deal.calloff;

import static cn.wufei.exchange.deal.calloff.CallOffProcess.Actor.AGREEMENT;
import static cn.wufei.exchange.deal.calloff.CallOffProcess.Actor.BUYER;
import static cn.wufei.exchange.deal.calloff.CallOffProcess.Actor.CLOCK;
import static cn.wufei.exchange.deal.calloff.CallOffProcess.Actor.SELLER;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Outcome;
import java.util.List;
import java.util.Locale;

/// The course that a call-off takes: who may do what in which state, what becomes of it, and which
/// timers run. The code obeys these tables, `docs/processes.md` is drawn from them, and the tests
/// walk through all of them. A call-off keeps the version under which it was made; a change of the
/// rules is a new version beside the old ones. For how long the seller can answer says the
/// framework.
///
/// @param transitions what is not among them cannot be done; where the clock moves a state on, it
///   does so in one way
/// @param perMonthMax how often one month is called off at most, with what was withdrawn, declined
///   or lapsed
/// @param workDays so many days before the last day of calling off in time the month waits in the
///   buyer's worklist
record CallOffProcess(int version, List<Transition> transitions, int perMonthMax, int workDays) {

  static final List<CallOffProcess> VERSIONS =
      List.of(
          new CallOffProcess(
              1,
              List.of(
                  transition(CallOffStatus.CALLED, CallOffAct.ACCEPT, SELLER),
                  transition(CallOffStatus.CALLED, CallOffAct.DECLINE, SELLER),
                  transition(CallOffStatus.CALLED, CallOffAct.WITHDRAW, BUYER),
                  transition(CallOffStatus.CALLED, CallOffAct.HOLD, CLOCK),
                  transition(CallOffStatus.CALLED, CallOffAct.END, AGREEMENT),
                  transition(CallOffStatus.REQUESTED, CallOffAct.ACCEPT, SELLER),
                  transition(CallOffStatus.REQUESTED, CallOffAct.DECLINE, SELLER),
                  transition(CallOffStatus.REQUESTED, CallOffAct.WITHDRAW, BUYER),
                  transition(CallOffStatus.REQUESTED, CallOffAct.LAPSE, CLOCK),
                  transition(CallOffStatus.REQUESTED, CallOffAct.END, AGREEMENT)),
              20,
              7));

  /// For call-offs that are made now.
  static final CallOffProcess CURRENT = VERSIONS.getLast();

  CallOffProcess {
    transitions = List.copyOf(transitions);
  }

  /// Who does something about a call-off.
  enum Actor {
    SELLER,
    BUYER,
    CLOCK,
    /// Whichever side ends the agreement.
    AGREEMENT;

    static Actor of(Side side) {
      return switch (side) {
        case SELLER -> SELLER;
        case BUYER -> BUYER;
      };
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Transition(CallOffStatus from, CallOffAct act, Actor actor, CallOffStatus to) {}

  private static Transition transition(CallOffStatus from, CallOffAct act, Actor actor) {
    return new Transition(
        from,
        act,
        actor,
        switch (act) {
          case CALL -> from;
          case ACCEPT, HOLD -> CallOffStatus.ACCEPTED;
          case DECLINE -> CallOffStatus.DECLINED;
          case WITHDRAW -> CallOffStatus.WITHDRAWN;
          case LAPSE, END -> CallOffStatus.LAPSED;
        });
  }

  static CallOffProcess of(int version) {
    return VERSIONS.stream()
        .filter(each -> each.version == version)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such process: " + version));
  }

  /// The status that a call-off has after the act. Refused, in this order, when it waits for nobody
  /// any more and when it is not the actor's to do.
  Outcome<CallOffStatus> after(CallOffStatus from, CallOffAct act, Actor actor) {
    if (transitions.stream().noneMatch(each -> each.from == from)) {
      return Outcome.<CallOffStatus>refused(CallOffRefusal.CALL_OFF_OVER)
          .with("status", from.code());
    }
    return transitions.stream()
        .filter(each -> each.from == from && each.act == act && each.actor == actor)
        .findFirst()
        .<Outcome<CallOffStatus>>map(each -> Outcome.done(each.to))
        .orElseGet(() -> Outcome.refused(CallOffRefusal.OTHER_PARTYS_STEP));
  }

  /// What somebody may do about a call-off.
  List<CallOffAct> actsOf(CallOffStatus from, Actor actor) {
    return transitions.stream()
        .filter(each -> each.from == from && each.actor == actor)
        .map(Transition::act)
        .toList();
  }
}
