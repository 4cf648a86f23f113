package cn.wufei.exchange.deal.calloff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.deal.calloff.CallOffProcess.Actor;
import cn.wufei.exchange.kernel.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallOffProcessTest {

  private static final CallOffProcess FIRST = CallOffProcess.of(1);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # state,     act,      seller,            buyer,             clock,             agreement
            CALLED,    CALL,     OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            CALLED,    ACCEPT,   ACCEPTED,          OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            CALLED,    DECLINE,  DECLINED,          OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            CALLED,    WITHDRAW, OTHER_PARTYS_STEP, WITHDRAWN,         OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            CALLED,    HOLD,     OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, ACCEPTED,          OTHER_PARTYS_STEP
            CALLED,    LAPSE,    OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            CALLED,    END,      OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, LAPSED
            REQUESTED, CALL,     OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            REQUESTED, ACCEPT,   ACCEPTED,          OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            REQUESTED, DECLINE,  DECLINED,          OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            REQUESTED, WITHDRAW, OTHER_PARTYS_STEP, WITHDRAWN,         OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            REQUESTED, HOLD,     OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP
            REQUESTED, LAPSE,    OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, LAPSED,            OTHER_PARTYS_STEP
            REQUESTED, END,      OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, OTHER_PARTYS_STEP, LAPSED
          """)
  void in_each_state_each_does_what_is_his_to_do(
      CallOffStatus state,
      CallOffAct act,
      String bySeller,
      String byBuyer,
      String byClock,
      String byAgreement) {
    assertThat(nameOf(FIRST.after(state, act, Actor.SELLER))).isEqualTo(bySeller);
    assertThat(nameOf(FIRST.after(state, act, Actor.BUYER))).isEqualTo(byBuyer);
    assertThat(nameOf(FIRST.after(state, act, Actor.CLOCK))).isEqualTo(byClock);
    assertThat(nameOf(FIRST.after(state, act, Actor.AGREEMENT))).isEqualTo(byAgreement);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "DECLINED", "WITHDRAWN", "LAPSED"})
  void nothing_can_be_done_about_what_waits_no_more(CallOffStatus ended) {
    for (Actor actor : Actor.values()) {
      for (CallOffAct act : CallOffAct.values()) {
        assertThat(nameOf(FIRST.after(ended, act, actor))).isEqualTo("CALL_OFF_OVER");
      }
      assertThat(FIRST.actsOf(ended, actor)).isEmpty();
    }
  }

  @Test
  void silence_ends_what_waits_in_one_way_and_every_state_is_reached() {
    assertThat(FIRST.actsOf(CallOffStatus.CALLED, Actor.CLOCK)).containsExactly(CallOffAct.HOLD);
    assertThat(FIRST.actsOf(CallOffStatus.REQUESTED, Actor.CLOCK))
        .containsExactly(CallOffAct.LAPSE);
    assertThat(FIRST.actsOf(CallOffStatus.CALLED, Actor.SELLER))
        .containsExactly(CallOffAct.ACCEPT, CallOffAct.DECLINE);
    assertThat(FIRST.actsOf(CallOffStatus.CALLED, Actor.of(Side.BUYER)))
        .containsExactly(CallOffAct.WITHDRAW);
    assertThat(FIRST.transitions())
        .extracting(CallOffProcess.Transition::to)
        .contains(
            Stream.of(CallOffStatus.values())
                .filter(status -> !status.isOpen())
                .toArray(CallOffStatus[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void a_version_that_never_was_is_no_process(int version) {
    assertThatIllegalArgumentException().isThrownBy(() -> CallOffProcess.of(version));
  }

  private static String nameOf(Outcome<CallOffStatus> outcome) {
    return switch (outcome) {
      case Outcome.Done<CallOffStatus>(CallOffStatus status) -> status.name();
      case Outcome.Refused<CallOffStatus> refused -> refused.refusal().name();
    };
  }
}
