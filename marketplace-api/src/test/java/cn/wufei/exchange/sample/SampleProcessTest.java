package cn.wufei.exchange.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.sample.SampleProcess.Actor;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleProcessTest {

  private static final SampleProcess FIRST = SampleProcess.of(1);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # state,     act,              seller,            buyer,             clock
            REQUESTED, ACCEPT,           ACCEPTED,          OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            REQUESTED, DECLINE,          DECLINED,          OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            REQUESTED, WITHDRAW,         OTHER_PARTYS_STEP, WITHDRAWN,         OTHER_PARTYS_STEP
            REQUESTED, SEND,             SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            REQUESTED, RECEIVE,          SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            REQUESTED, CONCLUDE,         SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            REQUESTED, LAPSE,            OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, LAPSED
            ACCEPTED,  ACCEPT,           SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            ACCEPTED,  DECLINE,          DECLINED,          OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            ACCEPTED,  WITHDRAW,         OTHER_PARTYS_STEP, WITHDRAWN,         OTHER_PARTYS_STEP
            ACCEPTED,  SEND,             SENT,              OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            ACCEPTED,  RECEIVE,          SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            ACCEPTED,  LAPSE,            OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, LAPSED
            SENT,      DECLINE,          SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            SENT,      WITHDRAW,         SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            SENT,      SEND,             SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            SENT,      RECEIVE,          OTHER_PARTYS_STEP, RECEIVED,          OTHER_PARTYS_STEP
            SENT,      CONCLUDE,         SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            SENT,      LAPSE,            SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            SENT,      PRESUME_RECEIVED, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, RECEIVED
            RECEIVED,  RECEIVE,          SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR, SAMPLE_NOT_SO_FAR
            RECEIVED,  CONCLUDE,         OTHER_PARTYS_STEP, CONCLUDED,         OTHER_PARTYS_STEP
            RECEIVED,  CLOSE,            OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, CONCLUDED
          """)
  void in_each_state_each_does_what_is_his_to_do(
      SampleStatus state, SampleAct act, String bySeller, String byBuyer, String byClock) {
    assertThat(nameOf(FIRST.after(state, act, Actor.SELLER))).isEqualTo(bySeller);
    assertThat(nameOf(FIRST.after(state, act, Actor.BUYER))).isEqualTo(byBuyer);
    assertThat(nameOf(FIRST.after(state, act, Actor.CLOCK))).isEqualTo(byClock);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONCLUDED", "DECLINED", "WITHDRAWN", "LAPSED"})
  void nothing_can_be_done_about_what_has_ended(SampleStatus ended) {
    String refusal = ended == SampleStatus.LAPSED ? "SAMPLE_LAPSED" : "SAMPLE_OVER";
    for (Actor actor : Actor.values()) {
      for (SampleAct act : SampleAct.values()) {
        assertThat(nameOf(FIRST.after(ended, act, actor))).isEqualTo(refusal);
      }
      assertThat(FIRST.actsOf(ended, actor)).isEmpty();
    }
    assertThat(FIRST.lastDay(ended, DAY)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED, 2026-03-09, LAPSE",
    "ACCEPTED,  2026-03-09, LAPSE",
    "SENT,      2026-03-16, PRESUME_RECEIVED",
    "RECEIVED,  2026-05-01, CLOSE",
  })
  void silence_ends_every_state_that_does_not_end_the_course(
      SampleStatus state, LocalDate lastDay, SampleAct act) {
    assertThat(FIRST.lastDay(state, DAY)).isEqualTo(lastDay);
    assertThat(FIRST.actsOf(state, Actor.CLOCK)).containsExactly(act);
  }

  @Test
  void each_state_is_reached_and_what_one_may_do_is_what_is_not_refused() {
    assertThat(FIRST.transitions())
        .extracting(SampleProcess.Transition::to)
        .contains(
            Stream.of(SampleStatus.values())
                .filter(status -> status != SampleStatus.REQUESTED)
                .toArray(SampleStatus[]::new));
    assertThat(FIRST.actsOf(SampleStatus.REQUESTED, Actor.SELLER))
        .containsExactly(SampleAct.ACCEPT, SampleAct.DECLINE);
    assertThat(FIRST.actsOf(SampleStatus.ACCEPTED, Actor.BUYER))
        .containsExactly(SampleAct.WITHDRAW);
    assertThat(FIRST.actsOf(SampleStatus.SENT, Actor.SELLER)).isEmpty();
    assertThat(Actor.of(Side.BUYER)).isEqualTo(Actor.BUYER);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void a_version_that_never_was_is_no_process(int version) {
    assertThatIllegalArgumentException().isThrownBy(() -> SampleProcess.of(version));
  }

  private static String nameOf(Outcome<SampleStatus> outcome) {
    return switch (outcome) {
      case Outcome.Done<SampleStatus>(SampleStatus status) -> status.name();
      case Outcome.Refused<SampleStatus> refused -> refused.refusal().name();
    };
  }
}
