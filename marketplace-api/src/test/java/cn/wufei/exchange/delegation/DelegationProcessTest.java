package cn.wufei.exchange.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wufei.exchange.delegation.DelegationProcess.Actor;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DelegationProcessTest {

  private static final DelegationProcess FIRST = DelegationProcess.of(1);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # state,   act,      delegator,             delegate,              clock
            OFFERED, OFFER,    DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR
            OFFERED, ACCEPT,   OTHER_PARTYS_ACT,      ACTIVE,                OTHER_PARTYS_ACT
            OFFERED, DECLINE,  OTHER_PARTYS_ACT,      DECLINED,              OTHER_PARTYS_ACT
            OFFERED, WITHDRAW, WITHDRAWN,             OTHER_PARTYS_ACT,      OTHER_PARTYS_ACT
            OFFERED, END,      DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR
            OFFERED, LAPSE,    OTHER_PARTYS_ACT,      OTHER_PARTYS_ACT,      LAPSED
            OFFERED, EXPIRE,   DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR
            ACTIVE,  OFFER,    DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR
            ACTIVE,  ACCEPT,   DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR
            ACTIVE,  DECLINE,  DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR
            ACTIVE,  WITHDRAW, DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR
            ACTIVE,  END,      ENDED,                 ENDED,                 OTHER_PARTYS_ACT
            ACTIVE,  LAPSE,    DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR, DELEGATION_NOT_SO_FAR
            ACTIVE,  EXPIRE,   OTHER_PARTYS_ACT,      OTHER_PARTYS_ACT,      EXPIRED
          """)
  void in_each_state_each_does_what_is_his_to_do(
      DelegationStatus state,
      DelegationAct act,
      String byDelegator,
      String byDelegate,
      String byClock) {
    assertThat(nameOf(FIRST.after(state, act, Actor.DELEGATOR))).isEqualTo(byDelegator);
    assertThat(nameOf(FIRST.after(state, act, Actor.DELEGATE))).isEqualTo(byDelegate);
    assertThat(nameOf(FIRST.after(state, act, Actor.CLOCK))).isEqualTo(byClock);
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINED", "WITHDRAWN", "LAPSED", "ENDED", "EXPIRED"})
  void nothing_can_be_done_about_what_is_over(DelegationStatus over) {
    for (Actor actor : Actor.values()) {
      for (DelegationAct act : DelegationAct.values()) {
        assertThat(nameOf(FIRST.after(over, act, actor))).isEqualTo("DELEGATION_OVER");
      }
      assertThat(FIRST.actsOf(over, actor)).isEmpty();
    }
  }

  @Test
  void each_state_is_reached_and_what_one_may_do_is_what_is_not_refused() {
    assertThat(FIRST.transitions())
        .extracting(DelegationProcess.Transition::to)
        .contains(
            Stream.of(DelegationStatus.values())
                .filter(status -> status != DelegationStatus.OFFERED)
                .toArray(DelegationStatus[]::new));
    assertThat(FIRST.actsOf(DelegationStatus.OFFERED, Actor.DELEGATE))
        .containsExactly(DelegationAct.ACCEPT, DelegationAct.DECLINE);
    assertThat(FIRST.actsOf(DelegationStatus.ACTIVE, Actor.of(DelegationSide.DELEGATOR)))
        .containsExactly(DelegationAct.END);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2029-02-28, 2026-03-31",
    "2026-03-01, 2026-03-10, 2026-03-10",
    "2026-03-01, 2026-03-01, 2026-03-01",
  })
  void an_offer_is_answered_in_time_and_not_after_its_own_end(
      LocalDate offered, LocalDate lastDay, LocalDate answerBy) {
    assertThat(FIRST.answerBy(offered, lastDay)).isEqualTo(answerBy);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-01, 2029-02-28", "2028-02-29, 2031-02-27"})
  void it_holds_for_three_years_at_most(LocalDate firstDay, LocalDate latest) {
    assertThat(FIRST.latest(firstDay)).isEqualTo(latest);
  }

  /// Midnight in Beijing is four in the afternoon of the day before in UTC.
  @ParameterizedTest
  @CsvSource({
    "2026-03-09T15:59:59.999999Z, false, ACTIVE",
    "2026-03-09T16:00:00Z,        true,  ACTIVE",
    "2026-03-20T15:59:59.999999Z, true,  ACTIVE",
    "2026-03-20T16:00:00Z,        false, EXPIRED",
  })
  void it_begins_and_ends_by_itself_at_midnight_in_beijing(
      Instant now, boolean works, DelegationStatus status) {
    DelegationRow row = row(DelegationStatus.ACTIVE);
    LocalDate today = LocalCalendar.dayOf(now);

    assertThat(row.worksOn(today)).isEqualTo(works);
    assertThat(row.statusOn(today)).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
  void nobody_acts_under_what_was_not_accepted_or_is_over(DelegationStatus status) {
    assertThat(row(status).worksOn(LocalDate.of(2026, 3, 15))).isFalse();
  }

  @Test
  void an_early_end_shortens_it_and_its_own_end_does_not() {
    LocalDate day = LocalDate.of(2026, 3, 12);
    DelegationRow ended =
        row(DelegationStatus.ACTIVE).after(DelegationStatus.ENDED, Instant.EPOCH, day);

    assertThat(ended.untilDay()).isEqualTo(day);
    assertThat(ended.worksOn(day)).isFalse();
    assertThat(
            row(DelegationStatus.ACTIVE)
                .after(DelegationStatus.EXPIRED, Instant.EPOCH, LocalDate.of(2026, 3, 21))
                .untilDay())
        .isEqualTo(LocalDate.of(2026, 3, 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void a_version_that_never_was_is_no_process(int version) {
    assertThatIllegalArgumentException().isThrownBy(() -> DelegationProcess.of(version));
  }

  private static DelegationRow row(DelegationStatus status) {
    return new DelegationRow(
        Id.of(1),
        2,
        1,
        status,
        Id.of(2),
        Id.of(3),
        Set.of(DelegationScope.READ),
        LocalDate.of(2026, 3, 10),
        LocalDate.of(2026, 3, 20),
        null,
        Instant.parse("2026-03-01T00:00:00Z"),
        LocalDate.of(2026, 3, 20),
        null,
        LocalDate.of(2026, 3, 20),
        false);
  }

  private static String nameOf(Outcome<DelegationStatus> outcome) {
    return switch (outcome) {
      case Outcome.Done<DelegationStatus>(DelegationStatus status) -> status.name();
      case Outcome.Refused<DelegationStatus> refused -> refused.refusal().toString();
    };
  }
}
