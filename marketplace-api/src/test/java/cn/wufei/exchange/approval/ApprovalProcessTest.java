package cn.wufei.exchange.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wufei.exchange.approval.ApprovalProcess.Actor;
import cn.wufei.exchange.kernel.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalProcessTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # step,    who asked,             another administrator, anybody else,          the exchange
            APPROVE,  OTHER_PERSON_APPROVES, APPROVED,              OTHER_PERSON_APPROVES, OTHER_PERSON_APPROVES
            REFUSE,   OTHER_PERSON_APPROVES, REFUSED,               OTHER_PERSON_APPROVES, OTHER_PERSON_APPROVES
            WITHDRAW, WITHDRAWN,             WITHDRAWN,             NOT_THE_ASKER,         NOT_THE_ASKER
            OVERTAKE, OTHER_PERSON_APPROVES, OTHER_PERSON_APPROVES, OTHER_PERSON_APPROVES, OVERTAKEN
          """)
  void about_what_waits_each_does_what_is_his_to_do(
      ApprovalStep step, String byAsker, String byAdministrator, String byOther, String byItself) {
    ApprovalProcess first = ApprovalProcess.of(1);

    assertThat(nameOf(first.after(ApprovalStatus.PENDING, step, Actor.ASKER))).isEqualTo(byAsker);
    assertThat(nameOf(first.after(ApprovalStatus.PENDING, step, Actor.ADMINISTRATOR)))
        .isEqualTo(byAdministrator);
    assertThat(nameOf(first.after(ApprovalStatus.PENDING, step, Actor.COLLEAGUE)))
        .isEqualTo(byOther);
    assertThat(nameOf(first.after(ApprovalStatus.PENDING, step, Actor.EXCHANGE)))
        .isEqualTo(byItself);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
  void nothing_can_be_done_about_what_has_ended(ApprovalStatus status) {
    for (ApprovalStep step : ApprovalStep.values()) {
      for (Actor actor : Actor.values()) {
        assertThat(nameOf(ApprovalProcess.CURRENT.after(status, step, actor)))
            .isEqualTo(ApprovalRefusal.APPROVAL_ENDED.name());
        assertThat(ApprovalProcess.CURRENT.stepsOf(status, actor)).isEmpty();
      }
    }
  }

  @Test
  void each_end_is_reached_and_what_one_may_do_is_what_is_not_refused() {
    ApprovalProcess process = ApprovalProcess.CURRENT;

    assertThat(process.transitions())
        .extracting(ApprovalProcess.Transition::to)
        .contains(
            Stream.of(ApprovalStatus.values())
                .filter(status -> status != ApprovalStatus.PENDING)
                .toArray(ApprovalStatus[]::new));
    assertThat(process.stepsOf(ApprovalStatus.PENDING, Actor.ASKER))
        .containsExactly(ApprovalStep.WITHDRAW);
    assertThat(process.stepsOf(ApprovalStatus.PENDING, Actor.ADMINISTRATOR))
        .containsExactly(ApprovalStep.APPROVE, ApprovalStep.REFUSE, ApprovalStep.WITHDRAW);
    assertThat(process.stepsOf(ApprovalStatus.PENDING, Actor.COLLEAGUE)).isEmpty();
  }

  @Test
  void a_version_that_never_was_is_no_process() {
    assertThatIllegalArgumentException().isThrownBy(() -> ApprovalProcess.of(0));
  }

  private static String nameOf(Outcome<ApprovalStatus> outcome) {
    return switch (outcome) {
      case Outcome.Done<ApprovalStatus>(ApprovalStatus status) -> status.name();
      case Outcome.Refused<ApprovalStatus> refused -> refused.refusal().name();
    };
  }
}
