package cn.wufei.exchange.deal.offer;

import static cn.wufei.exchange.deal.offer.OfferAct.ACCEPT;
import static cn.wufei.exchange.deal.offer.OfferAct.COUNTER;
import static cn.wufei.exchange.deal.offer.OfferAct.DECLINE;
import static cn.wufei.exchange.deal.offer.OfferAct.EXPIRE;
import static cn.wufei.exchange.deal.offer.OfferAct.WITHDRAW;
import static cn.wufei.exchange.deal.offer.OfferProcess.Actor.CLOCK;
import static cn.wufei.exchange.deal.offer.OfferProcess.Actor.OTHER_SIDE;
import static cn.wufei.exchange.deal.offer.OfferProcess.Actor.PROPOSER;

import cn.wufei.exchange.kernel.Outcome;
import java.util.List;
import java.util.Locale;

/// The course that an offer takes: who may do what in which state, what becomes of it, and which
/// timers run. The code obeys these tables, `docs/processes.md` is drawn from them, and the tests
/// walk through all of them. An offer keeps the version under which it was made; a change of the
/// rules is a new version beside the old ones.
///
/// @param transitions what is not among them cannot be done
/// @param validityDays for how long an offer stands whose maker does not say so
/// @param validityDaysMax for how long one stands at most
/// @param reminderDays how long before its last day who has to answer is told, where it was not
///   made that same day
record OfferProcess(
    int version,
    List<Transition> transitions,
    int validityDays,
    int validityDaysMax,
    int reminderDays) {

  static final List<OfferProcess> VERSIONS =
      List.of(
          new OfferProcess(
              1,
              List.of(
                  new Transition(OfferStatus.OPEN, ACCEPT, OTHER_SIDE, OfferStatus.ACCEPTED),
                  new Transition(OfferStatus.OPEN, COUNTER, OTHER_SIDE, OfferStatus.COUNTERED),
                  new Transition(OfferStatus.OPEN, DECLINE, OTHER_SIDE, OfferStatus.DECLINED),
                  new Transition(OfferStatus.OPEN, WITHDRAW, PROPOSER, OfferStatus.WITHDRAWN),
                  new Transition(OfferStatus.OPEN, EXPIRE, CLOCK, OfferStatus.EXPIRED)),
              7,
              30,
              1));

  /// For offers that are made now.
  static final OfferProcess CURRENT = VERSIONS.getLast();

  OfferProcess {
    transitions = List.copyOf(transitions);
  }

  /// Who does something about an offer.
  enum Actor {
    PROPOSER,
    OTHER_SIDE,
    CLOCK;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  record Transition(OfferStatus from, OfferAct act, Actor actor, OfferStatus to) {}

  static OfferProcess of(int version) {
    return VERSIONS.stream()
        .filter(each -> each.version == version)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such process: " + version));
  }

  /// The status that an offer has after the act. Refused, in this order, when nothing can be done
  /// about it any more and when it is somebody else's to do.
  Outcome<OfferStatus> after(OfferStatus from, OfferAct act, Actor actor) {
    if (from == OfferStatus.EXPIRED) {
      return Outcome.refused(OfferRefusal.OFFER_EXPIRED);
    }
    List<Transition> possible =
        transitions.stream().filter(each -> each.from == from && each.act == act).toList();
    if (possible.isEmpty()) {
      return Outcome.refused(OfferRefusal.OFFER_NOT_OPEN);
    }
    return possible.stream()
        .filter(each -> each.actor == actor)
        .findFirst()
        .<Outcome<OfferStatus>>map(each -> Outcome.done(each.to))
        .orElseGet(() ->
            Outcome.refused(
                possible.getFirst().actor == PROPOSER
                    ? OfferRefusal.NOT_YOUR_OFFER
                    : OfferRefusal.NOT_YOUR_TURN));
  }
}
