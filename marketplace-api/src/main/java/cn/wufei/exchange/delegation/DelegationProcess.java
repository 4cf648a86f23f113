package cn.wufei.exchange.delegation;

import static cn.wufei.exchange.delegation.DelegationProcess.Actor.CLOCK;
import static cn.wufei.exchange.delegation.DelegationProcess.Actor.DELEGATE;
import static cn.wufei.exchange.delegation.DelegationProcess.Actor.DELEGATOR;

import cn.wufei.exchange.kernel.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// The course that a delegation takes: who may do what in which state, what becomes of it, and
/// which timers run. The code obeys these tables, `docs/processes.md` is drawn from them, and the
/// tests walk through all of them. A delegation keeps the version under which it was offered; a
/// change of the rules is a new version beside the old ones.
///
/// @param transitions what is not among them cannot be done; where the clock moves a state on, it
///   does so in one way
/// @param answerDays within which it is answered, the day of the offer not counted, and not after
///   its last day
/// @param aheadDaysMax how far ahead of the offer its first day lies at most
/// @param yearsMax how long it holds at most
/// @param warningDays how long before its last day both are told
record DelegationProcess(
    int version,
    List<Transition> transitions,
    int answerDays,
    int aheadDaysMax,
    int yearsMax,
    int warningDays) {

  static final List<DelegationProcess> VERSIONS =
      List.of(
          new DelegationProcess(
              1,
              List.of(
                  transition(DelegationStatus.OFFERED, DelegationAct.ACCEPT, DELEGATE),
                  transition(DelegationStatus.OFFERED, DelegationAct.DECLINE, DELEGATE),
                  transition(DelegationStatus.OFFERED, DelegationAct.WITHDRAW, DELEGATOR),
                  transition(DelegationStatus.OFFERED, DelegationAct.LAPSE, CLOCK),
                  transition(DelegationStatus.ACTIVE, DelegationAct.END, DELEGATOR),
                  transition(DelegationStatus.ACTIVE, DelegationAct.END, DELEGATE),
                  transition(DelegationStatus.ACTIVE, DelegationAct.EXPIRE, CLOCK)),
              30,
              90,
              3,
              30));

  /// For delegations that are offered now.
  static final DelegationProcess CURRENT = VERSIONS.getLast();

  DelegationProcess {
    transitions = List.copyOf(transitions);
  }

  /// Who does something about a delegation.
  enum Actor {
    DELEGATOR,
    DELEGATE,
    CLOCK;

    static Actor of(DelegationSide side) {
      return switch (side) {
        case DELEGATOR -> DELEGATOR;
        case DELEGATE -> DELEGATE;
      };
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Transition(DelegationStatus from, DelegationAct act, Actor actor, DelegationStatus to) {}

  private static Transition transition(DelegationStatus from, DelegationAct act, Actor actor) {
    return new Transition(
        from,
        act,
        actor,
        switch (act) {
          case OFFER -> DelegationStatus.OFFERED;
          case ACCEPT -> DelegationStatus.ACTIVE;
          case DECLINE -> DelegationStatus.DECLINED;
          case WITHDRAW -> DelegationStatus.WITHDRAWN;
          case END -> DelegationStatus.ENDED;
          case LAPSE -> DelegationStatus.LAPSED;
          case EXPIRE -> DelegationStatus.EXPIRED;
        });
  }

  static DelegationProcess of(int version) {
    return VERSIONS.stream()
        .filter(each -> each.version == version)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such process: " + version));
  }

  /// The status that a delegation has after the act. Refused, in this order, when its course is
  /// over, when it has not come so far or farther, and when it is the other party's to do.
  Outcome<DelegationStatus> after(DelegationStatus from, DelegationAct act, Actor actor) {
    if (transitions.stream().noneMatch(each -> each.from == from)) {
      return Outcome.refused(DelegationRefusal.DELEGATION_OVER);
    }
    List<Transition> possible =
        transitions.stream().filter(each -> each.from == from && each.act == act).toList();
    if (possible.isEmpty()) {
      return Outcome.refused(DelegationRefusal.DELEGATION_NOT_SO_FAR);
    }
    return possible.stream()
        .filter(each -> each.actor == actor)
        .findFirst()
        .map(each -> Outcome.done(each.to))
        .orElseGet(() -> Outcome.refused(DelegationRefusal.OTHER_PARTYS_ACT));
  }

  /// What an actor can do in a state, in the order of the table.
  List<DelegationAct> actsOf(DelegationStatus from, Actor actor) {
    return transitions.stream()
        .filter(each -> each.from == from && each.actor == actor)
        .map(Transition::act)
        .toList();
  }

  /// The last day on which an offer of that day can be answered.
  LocalDate answerBy(LocalDate offered, LocalDate lastDay) {
    LocalDate latest = offered.plusDays(answerDays);
    return latest.isBefore(lastDay) ? latest : lastDay;
  }

  /// The last day that one can have which begins on that day.
  LocalDate latest(LocalDate firstDay) {
    return firstDay.plusYears(yearsMax).minusDays(1);
  }

  /// What a delegation is on a day, whether or not its end has been written down yet: a last day
  /// counts whole.
  DelegationStatus statusOn(
      DelegationStatus stored, LocalDate answerBy, LocalDate lastDay, LocalDate today) {
    return switch (stored) {
      case OFFERED -> answerBy.isBefore(today) ? DelegationStatus.LAPSED : stored;
      case ACTIVE -> lastDay.isBefore(today) ? DelegationStatus.EXPIRED : stored;
      case DECLINED, WITHDRAWN, LAPSED, ENDED, EXPIRED -> stored;
    };
  }
}
