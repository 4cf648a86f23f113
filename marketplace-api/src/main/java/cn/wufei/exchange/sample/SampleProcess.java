package cn.wufei.exchange.sample;

import static cn.wufei.exchange.sample.SampleProcess.Actor.BUYER;
import static cn.wufei.exchange.sample.SampleProcess.Actor.CLOCK;
import static cn.wufei.exchange.sample.SampleProcess.Actor.SELLER;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The course that a request for a sample takes: who may do what in which state, what becomes of
/// it, and which timers run. The code obeys these tables, `docs/processes.md` is drawn from them,
/// and the tests walk through all of them. A request keeps the version under which it was made; a
/// change of the rules is a new version beside the old ones.
///
/// @param transitions what is not among them cannot be done; where the clock moves a state on, it
///   does so in one way
/// @param answerDays within which the seller answers, the day of asking not counted
/// @param sendDaysMax how far ahead of its answer the day of sending lies at most
/// @param graceDays for how long after that day it can still be sent
/// @param receiptDays after which what was sent counts as received
/// @param conclusionDays after which nobody waits any more for what came of it
record SampleProcess(
    int version,
    List<Transition> transitions,
    int answerDays,
    int sendDaysMax,
    int graceDays,
    int receiptDays,
    int conclusionDays) {

  static final List<SampleProcess> VERSIONS =
      List.of(
          new SampleProcess(
              1,
              List.of(
                  transition(SampleStatus.REQUESTED, SampleAct.ACCEPT, SELLER),
                  transition(SampleStatus.REQUESTED, SampleAct.DECLINE, SELLER),
                  transition(SampleStatus.REQUESTED, SampleAct.WITHDRAW, BUYER),
                  transition(SampleStatus.REQUESTED, SampleAct.LAPSE, CLOCK),
                  transition(SampleStatus.ACCEPTED, SampleAct.SEND, SELLER),
                  transition(SampleStatus.ACCEPTED, SampleAct.DECLINE, SELLER),
                  transition(SampleStatus.ACCEPTED, SampleAct.WITHDRAW, BUYER),
                  transition(SampleStatus.ACCEPTED, SampleAct.LAPSE, CLOCK),
                  transition(SampleStatus.SENT, SampleAct.RECEIVE, BUYER),
                  transition(SampleStatus.SENT, SampleAct.PRESUME_RECEIVED, CLOCK),
                  transition(SampleStatus.RECEIVED, SampleAct.CONCLUDE, BUYER),
                  transition(SampleStatus.RECEIVED, SampleAct.CLOSE, CLOCK)),
              7,
              30,
              7,
              14,
              60));

  /// For requests that are made now.
  static final SampleProcess CURRENT = VERSIONS.getLast();

  SampleProcess {
    transitions = List.copyOf(transitions);
  }

  /// Who does something about a sample.
  enum Actor {
    SELLER,
    BUYER,
    CLOCK;

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

  record Transition(SampleStatus from, SampleAct act, Actor actor, SampleStatus to) {}

  private static Transition transition(SampleStatus from, SampleAct act, Actor actor) {
    return new Transition(
        from,
        act,
        actor,
        switch (act) {
          case ASK -> SampleStatus.REQUESTED;
          case ACCEPT -> SampleStatus.ACCEPTED;
          case DECLINE -> SampleStatus.DECLINED;
          case WITHDRAW -> SampleStatus.WITHDRAWN;
          case SEND -> SampleStatus.SENT;
          case RECEIVE, PRESUME_RECEIVED -> SampleStatus.RECEIVED;
          case CONCLUDE, CLOSE -> SampleStatus.CONCLUDED;
          case LAPSE -> SampleStatus.LAPSED;
        });
  }

  static SampleProcess of(int version) {
    return VERSIONS.stream()
        .filter(each -> each.version == version)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such process: " + version));
  }

  /// The status that a request has after the act. Refused, in this order, when its time or its
  /// course is over, when the sample has not come so far or farther, and when it is the other
  /// party's to do.
  Outcome<SampleStatus> after(SampleStatus from, SampleAct act, Actor actor) {
    if (from == SampleStatus.LAPSED) {
      return Outcome.refused(SampleRefusal.SAMPLE_LAPSED);
    }
    if (transitions.stream().noneMatch(each -> each.from == from)) {
      return Outcome.refused(SampleRefusal.SAMPLE_OVER);
    }
    List<Transition> possible =
        transitions.stream().filter(each -> each.from == from && each.act == act).toList();
    if (possible.isEmpty()) {
      return Outcome.<SampleStatus>refused(SampleRefusal.SAMPLE_NOT_SO_FAR)
          .with("status", from.code());
    }
    return possible.stream()
        .filter(each -> each.actor == actor)
        .findFirst()
        .<Outcome<SampleStatus>>map(each -> Outcome.done(each.to))
        .orElseGet(() -> Outcome.refused(SampleRefusal.OTHER_PARTYS_STEP));
  }

  /// What somebody may do about a request.
  List<SampleAct> actsOf(SampleStatus from, Actor actor) {
    return transitions.stream()
        .filter(each -> each.from == from && each.actor == actor)
        .map(Transition::act)
        .toList();
  }

  /// The last day of a state that began on a day; nothing where the course has ended.
  ///
  /// @param began the day of the step; for an accepted one the day by which it is to be sent
  @Nullable LocalDate lastDay(SampleStatus status, LocalDate began) {
    return switch (status) {
      case REQUESTED -> began.plusDays(answerDays);
      case ACCEPTED -> began.plusDays(graceDays);
      case SENT -> began.plusDays(receiptDays);
      case RECEIVED -> began.plusDays(conclusionDays);
      case CONCLUDED, DECLINED, WITHDRAWN, LAPSED -> null;
    };
  }
}
