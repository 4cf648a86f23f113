package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.deal.document.DocumentAct.CONFIRM_PAPER;
import static cn.wufei.exchange.deal.document.DocumentAct.LAPSE;
import static cn.wufei.exchange.deal.document.DocumentAct.RECORD_PAPER;
import static cn.wufei.exchange.deal.document.DocumentAct.REFUSE;
import static cn.wufei.exchange.deal.document.DocumentAct.REFUSE_PAPER;
import static cn.wufei.exchange.deal.document.DocumentAct.SIGN;
import static cn.wufei.exchange.deal.document.DocumentAct.WITHDRAW;
import static cn.wufei.exchange.deal.document.DocumentAct.WITHDRAW_PAPER;
import static cn.wufei.exchange.deal.document.DocumentProcess.Actor.AGREEMENT;
import static cn.wufei.exchange.deal.document.DocumentProcess.Actor.EITHER_SIDE;
import static cn.wufei.exchange.deal.document.DocumentProcess.Actor.OTHER_SIDE;
import static cn.wufei.exchange.deal.document.DocumentProcess.Actor.PROPOSER;
import static cn.wufei.exchange.deal.document.DocumentStatus.LAPSED;
import static cn.wufei.exchange.deal.document.DocumentStatus.PROPOSED;
import static cn.wufei.exchange.deal.document.DocumentStatus.REFUSED;
import static cn.wufei.exchange.deal.document.DocumentStatus.SIGNED;
import static cn.wufei.exchange.deal.document.DocumentStatus.SIGNED_ONCE;
import static cn.wufei.exchange.deal.document.DocumentStatus.WITHDRAWN;

import cn.wufei.exchange.kernel.Outcome;
import java.util.List;
import java.util.Locale;

/// The course that a version of an agreement takes: who may do what in which state, and what
/// becomes of it. The code obeys these tables, `docs/processes.md` is drawn from them, and the
/// tests walk through all of them. A version keeps the process under which it was made.
///
/// @param transitions of a version; what is not among them cannot be done
/// @param papers of a record that it was signed on paper
record DocumentProcess(int version, List<Transition> transitions, List<PaperTransition> papers) {

  static final List<DocumentProcess> VERSIONS =
      List.of(
          new DocumentProcess(
              1,
              List.of(
                  new Transition(PROPOSED, SIGN, EITHER_SIDE, SIGNED_ONCE),
                  new Transition(SIGNED_ONCE, SIGN, EITHER_SIDE, SIGNED),
                  new Transition(PROPOSED, RECORD_PAPER, EITHER_SIDE, PROPOSED),
                  new Transition(SIGNED_ONCE, RECORD_PAPER, EITHER_SIDE, SIGNED_ONCE),
                  new Transition(PROPOSED, CONFIRM_PAPER, EITHER_SIDE, SIGNED),
                  new Transition(SIGNED_ONCE, CONFIRM_PAPER, EITHER_SIDE, SIGNED),
                  new Transition(PROPOSED, REFUSE, OTHER_SIDE, REFUSED),
                  new Transition(SIGNED_ONCE, REFUSE, OTHER_SIDE, REFUSED),
                  new Transition(PROPOSED, WITHDRAW, PROPOSER, WITHDRAWN),
                  new Transition(SIGNED_ONCE, WITHDRAW, PROPOSER, WITHDRAWN),
                  new Transition(PROPOSED, LAPSE, AGREEMENT, LAPSED),
                  new Transition(SIGNED_ONCE, LAPSE, AGREEMENT, LAPSED)),
              List.of(
                  new PaperTransition(
                      PaperStatus.RECORDED, CONFIRM_PAPER, OTHER_SIDE, PaperStatus.CONFIRMED),
                  new PaperTransition(
                      PaperStatus.RECORDED, REFUSE_PAPER, OTHER_SIDE, PaperStatus.REFUSED),
                  new PaperTransition(
                      PaperStatus.RECORDED, WITHDRAW_PAPER, PROPOSER, PaperStatus.WITHDRAWN))));

  /// For versions that are made now.
  static final DocumentProcess CURRENT = VERSIONS.getLast();

  DocumentProcess {
    transitions = List.copyOf(transitions);
    papers = List.copyOf(papers);
  }

  /// Who does something: about a version that nobody proposed, as the first one is, both sides are
  /// either side; of a paper, its recorder is the proposer.
  enum Actor {
    EITHER_SIDE,
    PROPOSER,
    OTHER_SIDE,
    AGREEMENT;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  record Transition(DocumentStatus from, DocumentAct act, Actor actor, DocumentStatus to) {

    private boolean isBy(Actor somebody) {
      return actor == somebody || (actor == EITHER_SIDE && somebody != AGREEMENT);
    }
  }

  record PaperTransition(PaperStatus from, DocumentAct act, Actor actor, PaperStatus to) {}

  static DocumentProcess of(int version) {
    return VERSIONS.stream()
        .filter(each -> each.version == version)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such process: " + version));
  }

  /// The status that a version has after the act. Refused, in this order, when nothing can be done
  /// about it any more, when it is no amendment, and when it is somebody else's to do.
  Outcome<DocumentStatus> after(DocumentStatus from, DocumentAct act, Actor actor) {
    List<Transition> possible =
        transitions.stream().filter(each -> each.from == from && each.act == act).toList();
    if (possible.isEmpty()) {
      return Outcome.refused(DocumentRefusal.VERSION_NOT_OPEN);
    }
    return possible.stream()
        .filter(each -> each.isBy(actor))
        .findFirst()
        .<Outcome<DocumentStatus>>map(each -> Outcome.done(each.to))
        .orElseGet(() -> Outcome.refused(whose(possible.getFirst().actor, actor)));
  }

  private static DocumentRefusal whose(Actor theirs, Actor actor) {
    if (actor == EITHER_SIDE) {
      return DocumentRefusal.NOT_AN_AMENDMENT;
    }
    return theirs == PROPOSER
        ? DocumentRefusal.NOT_YOUR_AMENDMENT
        : DocumentRefusal.NOT_YOURS_TO_ANSWER;
  }

  /// The status that a paper has after the act. Refused, in this order, when it was answered and
  /// when it is somebody else's to do.
  Outcome<PaperStatus> after(PaperStatus from, DocumentAct act, Actor actor) {
    List<PaperTransition> possible =
        papers.stream().filter(each -> each.from == from && each.act == act).toList();
    if (possible.isEmpty()) {
      return Outcome.refused(DocumentRefusal.PAPER_ANSWERED);
    }
    return possible.stream()
        .filter(each -> each.actor == actor)
        .findFirst()
        .<Outcome<PaperStatus>>map(each -> Outcome.done(each.to))
        .orElseGet(() ->
            Outcome.refused(
                possible.getFirst().actor == PROPOSER
                    ? DocumentRefusal.NOT_YOUR_PAPER
                    : DocumentRefusal.NOT_YOURS_TO_ANSWER));
  }
}
