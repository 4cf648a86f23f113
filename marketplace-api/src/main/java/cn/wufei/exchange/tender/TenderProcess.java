package cn.wufei.exchange.tender;

import static cn.wufei.exchange.tender.TenderProcess.Actor.BIDDER;
import static cn.wufei.exchange.tender.TenderProcess.Actor.CLOCK;
import static cn.wufei.exchange.tender.TenderProcess.Actor.SELLER;

import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The course that a tender and the bids in it take: who may do what in which state, what becomes
/// of it, and which timers run. The code obeys these tables, `docs/processes.md` is drawn from
/// them, and the tests walk through all of them. A tender keeps the version under which it began; a
/// change of the rules is a new version beside the old ones.
///
/// @param transitions of the tender; what is not among them cannot be done
/// @param bidTransitions of a bid, by the state of its tender
/// @param reminderHours how long before the opening ends bidders with a bid to open are told
/// @param reminderFraction or that part of the opening, where it is shorter
record TenderProcess(
    int version,
    List<Transition> transitions,
    List<BidTransition> bidTransitions,
    int reminderHours,
    int reminderFraction) {

  static final List<TenderProcess> VERSIONS =
      List.of(
          new TenderProcess(
              1,
              List.of(
                  new Transition(
                      TenderStatus.OPEN, TenderAct.CANCEL, SELLER, TenderStatus.CANCELLED),
                  new Transition(TenderStatus.OPEN, TenderAct.CLOSE, CLOCK, TenderStatus.OPENING),
                  new Transition(TenderStatus.OPEN, TenderAct.FAIL, CLOCK, TenderStatus.FAILED),
                  new Transition(
                      TenderStatus.OPENING, TenderAct.END_OPENING, CLOCK, TenderStatus.AWARDING),
                  new Transition(TenderStatus.OPENING, TenderAct.FAIL, CLOCK, TenderStatus.FAILED),
                  new Transition(
                      TenderStatus.AWARDING, TenderAct.AWARD, SELLER, TenderStatus.AWARDED),
                  new Transition(TenderStatus.AWARDING, TenderAct.END, SELLER, TenderStatus.ENDED),
                  new Transition(
                      TenderStatus.AWARDING, TenderAct.LAPSE, CLOCK, TenderStatus.LAPSED)),
              List.of(
                  new BidTransition(TenderStatus.OPEN, BidAct.REPLACE, BIDDER, BidStatus.SEALED),
                  new BidTransition(
                      TenderStatus.OPEN, BidAct.WITHDRAW, BIDDER, BidStatus.WITHDRAWN),
                  new BidTransition(TenderStatus.OPENING, BidAct.OPEN, BIDDER, BidStatus.OPENED),
                  new BidTransition(
                      TenderStatus.OPENING,
                      BidAct.OPEN_BELOW_MINIMUM,
                      BIDDER,
                      BidStatus.BELOW_MINIMUM),
                  new BidTransition(TenderStatus.OPENING, BidAct.MISS, CLOCK, BidStatus.UNOPENED)),
              3,
              4));

  /// For tenders that begin now.
  static final TenderProcess CURRENT = VERSIONS.getLast();

  TenderProcess {
    transitions = List.copyOf(transitions);
    bidTransitions = List.copyOf(bidTransitions);
  }

  /// Who does something about a tender or a bid.
  enum Actor {
    SELLER,
    BIDDER,
    CLOCK;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Transition(TenderStatus from, TenderAct act, Actor actor, TenderStatus to) {}

  /// What becomes of a bid that is sealed; of others nothing does.
  record BidTransition(TenderStatus during, BidAct act, Actor actor, BidStatus to) {}

  static TenderProcess of(int version) {
    return VERSIONS.stream()
        .filter(each -> each.version == version)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such process: " + version));
  }

  /// The status that a tender has after the act. Refused, in this order, when the tender is over,
  /// when it is too late or too early for the act, and when it is somebody else's to do.
  Outcome<TenderStatus> after(TenderStatus from, TenderAct act, Actor actor) {
    if (!from.isLive()) {
      return Outcome.refused(TenderRefusal.TENDER_OVER);
    }
    List<Transition> possible =
        transitions.stream().filter(each -> each.from == from && each.act == act).toList();
    if (possible.isEmpty()) {
      boolean isLater =
          transitions.stream().anyMatch(each -> each.act == act && each.from.compareTo(from) > 0);
      return Outcome.refused(isLater ? TenderRefusal.NOT_OPENED_YET : TenderRefusal.TENDER_CLOSED);
    }
    return possible.stream()
        .filter(each -> each.actor == actor)
        .findFirst()
        .<Outcome<TenderStatus>>map(each -> Outcome.done(each.to))
        .orElseGet(() ->
            possible.getFirst().actor == SELLER
                ? Outcome.refused(TenderRefusal.NOT_THE_SELLER)
                : Outcome.refused(CommonRefusal.FORBIDDEN));
  }

  /// The status that a bid has after the act. Refused, in this order, when its tender is in another
  /// state, when the bid is not sealed any more, and when it is not the bidder's to do.
  Outcome<BidStatus> after(TenderStatus tender, BidStatus from, BidAct act, Actor actor) {
    List<BidTransition> possible =
        bidTransitions.stream().filter(each -> each.during == tender && each.act == act).toList();
    if (possible.isEmpty()) {
      return Outcome.refused(
          act == BidAct.REPLACE || act == BidAct.WITHDRAW
              ? BidRefusal.BIDS_CLOSED
              : BidRefusal.NOT_OPENING);
    }
    if (from != BidStatus.SEALED) {
      return Outcome.refused(
          from == BidStatus.WITHDRAWN ? BidRefusal.NO_BID : BidRefusal.BID_OPENED);
    }
    return possible.stream()
        .filter(each -> each.actor == actor)
        .findFirst()
        .<Outcome<BidStatus>>map(each -> Outcome.done(each.to))
        .orElseGet(() -> Outcome.refused(CommonRefusal.FORBIDDEN));
  }

  /// How long before the end of an opening bidders are reminded.
  Duration reminderBefore(int openingHours) {
    Duration part = Duration.ofHours(openingHours).dividedBy(reminderFraction);
    Duration usual = Duration.ofHours(reminderHours);
    return part.compareTo(usual) < 0 ? part : usual;
  }
}
