package cn.wufei.exchange.deal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wufei.exchange.kernel.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentProcessTest {

  private static final List<DocumentAct> OF_A_VERSION =
      List.of(
          DocumentAct.SIGN,
          DocumentAct.RECORD_PAPER,
          DocumentAct.CONFIRM_PAPER,
          DocumentAct.REFUSE,
          DocumentAct.WITHDRAW,
          DocumentAct.LAPSE);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # state,       act,           either of a first one, the proposer,        the other side
            PROPOSED,    SIGN,          SIGNED_ONCE,           SIGNED_ONCE,         SIGNED_ONCE
            PROPOSED,    RECORD_PAPER,  PROPOSED,              PROPOSED,            PROPOSED
            PROPOSED,    CONFIRM_PAPER, SIGNED,                SIGNED,              SIGNED
            PROPOSED,    REFUSE,        NOT_AN_AMENDMENT,      NOT_YOURS_TO_ANSWER, REFUSED
            PROPOSED,    WITHDRAW,      NOT_AN_AMENDMENT,      WITHDRAWN,           NOT_YOUR_AMENDMENT
            SIGNED_ONCE, SIGN,          SIGNED,                SIGNED,              SIGNED
            SIGNED_ONCE, RECORD_PAPER,  SIGNED_ONCE,           SIGNED_ONCE,         SIGNED_ONCE
            SIGNED_ONCE, CONFIRM_PAPER, SIGNED,                SIGNED,              SIGNED
            SIGNED_ONCE, REFUSE,        NOT_AN_AMENDMENT,      NOT_YOURS_TO_ANSWER, REFUSED
            SIGNED_ONCE, WITHDRAW,      NOT_AN_AMENDMENT,      WITHDRAWN,           NOT_YOUR_AMENDMENT
          """)
  void about_an_open_version_each_does_what_is_his_to_do(
      DocumentStatus from, DocumentAct act, String byEither, String byProposer, String byOther) {
    DocumentProcess first = DocumentProcess.of(1);

    assertThat(nameOf(first.after(from, act, DocumentProcess.Actor.EITHER_SIDE)))
        .isEqualTo(byEither);
    assertThat(nameOf(first.after(from, act, DocumentProcess.Actor.PROPOSER)))
        .isEqualTo(byProposer);
    assertThat(nameOf(first.after(from, act, DocumentProcess.Actor.OTHER_SIDE))).isEqualTo(byOther);
    assertThat(first.after(from, act, DocumentProcess.Actor.AGREEMENT))
        .as("the end of the agreement signs nothing")
        .isInstanceOf(Outcome.Refused.class);
    assertThat(nameOf(first.after(from, DocumentAct.LAPSE, DocumentProcess.Actor.AGREEMENT)))
        .isEqualTo("LAPSED");
    assertThat(first.after(from, DocumentAct.LAPSE, DocumentProcess.Actor.PROPOSER))
        .isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PROPOSED", "SIGNED_ONCE"})
  void nothing_can_be_done_about_a_version_that_is_signed_or_given_up(DocumentStatus status) {
    assertThat(status.isOpen()).isFalse();
    for (DocumentAct act : OF_A_VERSION) {
      for (DocumentProcess.Actor actor : DocumentProcess.Actor.values()) {
        assertThat(nameOf(DocumentProcess.CURRENT.after(status, act, actor)))
            .isEqualTo("VERSION_NOT_OPEN");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # act,            its recorder,        the other side
            CONFIRM_PAPER,  NOT_YOURS_TO_ANSWER, CONFIRMED
            REFUSE_PAPER,   NOT_YOURS_TO_ANSWER, REFUSED
            WITHDRAW_PAPER, WITHDRAWN,           NOT_YOUR_PAPER
          """)
  void a_paper_is_answered_once_and_by_the_other_side(
      DocumentAct act, String byRecorder, String byOther) {
    DocumentProcess first = DocumentProcess.of(1);

    assertThat(nameOf(first.after(PaperStatus.RECORDED, act, DocumentProcess.Actor.PROPOSER)))
        .isEqualTo(byRecorder);
    assertThat(nameOf(first.after(PaperStatus.RECORDED, act, DocumentProcess.Actor.OTHER_SIDE)))
        .isEqualTo(byOther);
    Stream.of(PaperStatus.values())
        .filter(status -> status != PaperStatus.RECORDED)
        .forEach(status ->
            assertThat(nameOf(first.after(status, act, DocumentProcess.Actor.OTHER_SIDE)))
                .isEqualTo("PAPER_ANSWERED"));
  }

  @Test
  void every_state_is_reached_and_every_act_leads_somewhere() {
    DocumentProcess first = DocumentProcess.of(1);

    assertThat(first.transitions())
        .extracting(DocumentProcess.Transition::to)
        .contains(DocumentStatus.values());
    assertThat(first.transitions())
        .extracting(DocumentProcess.Transition::act)
        .containsOnly(OF_A_VERSION.toArray(DocumentAct[]::new));
    assertThat(first.papers())
        .extracting(DocumentProcess.PaperTransition::to)
        .containsExactlyInAnyOrder(
            PaperStatus.CONFIRMED, PaperStatus.REFUSED, PaperStatus.WITHDRAWN);
  }

  @Test
  void a_version_that_never_was_is_no_process() {
    assertThat(DocumentProcess.of(DocumentProcess.CURRENT.version()))
        .isSameAs(DocumentProcess.CURRENT);
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentProcess.of(0));
  }

  private static <T extends Enum<T>> String nameOf(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T status) -> status.name();
      case Outcome.Refused<T> refused -> refused.refusal().name();
    };
  }
}
