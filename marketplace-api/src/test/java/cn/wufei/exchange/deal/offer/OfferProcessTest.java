package cn.wufei.exchange.deal.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wufei.exchange.kernel.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferProcessTest {

  static Stream<OfferProcess> versions() {
    return OfferProcess.VERSIONS.stream();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # act,     the proposer,   the other side, the clock
            ACCEPT,   NOT_YOUR_TURN,  ACCEPTED,       NOT_YOUR_TURN
            COUNTER,  NOT_YOUR_TURN,  COUNTERED,      NOT_YOUR_TURN
            DECLINE,  NOT_YOUR_TURN,  DECLINED,       NOT_YOUR_TURN
            WITHDRAW, WITHDRAWN,      NOT_YOUR_OFFER, NOT_YOUR_OFFER
            EXPIRE,   NOT_YOUR_TURN,  NOT_YOUR_TURN,  EXPIRED
          """)
  void about_an_open_offer_each_does_what_is_his_to_do(
      OfferAct act, String byProposer, String byOther, String byClock) {
    OfferProcess first = OfferProcess.of(1);

    assertThat(nameOf(first.after(OfferStatus.OPEN, act, OfferProcess.Actor.PROPOSER)))
        .isEqualTo(byProposer);
    assertThat(nameOf(first.after(OfferStatus.OPEN, act, OfferProcess.Actor.OTHER_SIDE)))
        .isEqualTo(byOther);
    assertThat(nameOf(first.after(OfferStatus.OPEN, act, OfferProcess.Actor.CLOCK)))
        .isEqualTo(byClock);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
  void nothing_can_be_done_about_an_offer_that_has_ended(OfferStatus status) {
    String told =
        status == OfferStatus.EXPIRED
            ? OfferRefusal.OFFER_EXPIRED.name()
            : OfferRefusal.OFFER_NOT_OPEN.name();
    for (OfferAct act : OfferAct.values()) {
      for (OfferProcess.Actor actor : OfferProcess.Actor.values()) {
        assertThat(nameOf(OfferProcess.CURRENT.after(status, act, actor))).isEqualTo(told);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void silence_ends_an_open_offer_and_no_act_leads_nowhere(OfferProcess process) {
    assertThat(process.transitions())
        .as("the clock ends what nobody answers")
        .anyMatch(
            each -> each.from() == OfferStatus.OPEN && each.actor() == OfferProcess.Actor.CLOCK);
    assertThat(process.transitions()).allMatch(each -> each.from() != each.to());
    assertThat(process.transitions())
        .extracting(OfferProcess.Transition::act)
        .doesNotHaveDuplicates();
    assertThat(process.transitions())
        .extracting(OfferProcess.Transition::act)
        .contains(OfferAct.values());
    assertThat(process.transitions())
        .extracting(OfferProcess.Transition::to)
        .as("each state but the first is reached")
        .containsExactlyInAnyOrder(
            Stream.of(OfferStatus.values())
                .filter(status -> status != OfferStatus.OPEN)
                .toArray(OfferStatus[]::new));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void timers_leave_time_to_answer(OfferProcess process) {
    assertThat(process.reminderDays()).isPositive().isLessThan(process.validityDays());
    assertThat(process.validityDays()).isLessThanOrEqualTo(process.validityDaysMax());
    assertThat(OfferProcess.of(process.version())).isSameAs(process);
  }

  @Test
  void a_version_that_never_was_is_no_process() {
    assertThatIllegalArgumentException().isThrownBy(() -> OfferProcess.of(0));
  }

  private static String nameOf(Outcome<OfferStatus> outcome) {
    return switch (outcome) {
      case Outcome.Done<OfferStatus>(OfferStatus status) -> status.name();
      case Outcome.Refused<OfferStatus> refused -> refused.refusal().name();
    };
  }
}
