package cn.wufei.exchange.deal.calloff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What time makes of a call-off, whether or not somebody has written it down.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallOffRowTest {

  private static final LocalDate DUE = LocalDate.of(2026, 3, 20);

  private static CallOffRow begun(CallOffStatus status) {
    return CallOffRow.made(
        new CallOffRow.Called(
            Id.of(1),
            YearMonth.of(2026, 4),
            1_000,
            null,
            Id.of(2),
            Id.of(3),
            Id.of(4),
            Instant.parse("2026-03-17T02:00:00Z")),
        status,
        DUE);
  }

  @Test
  void the_last_day_counts_whole() {
    CallOffRow called = begun(CallOffStatus.CALLED);
    assertThat(called.asOf(DUE)).isEqualTo(called);
    assertThat(begun(CallOffStatus.REQUESTED).asOf(DUE).status())
        .isEqualTo(CallOffStatus.REQUESTED);
  }

  @Test
  void from_the_next_midnight_in_china_on_silence_has_accepted_what_the_seller_bound_itself_to() {
    CallOffRow held = begun(CallOffStatus.CALLED).asOf(DUE.plusDays(30));
    assertThat(held.status()).isEqualTo(CallOffStatus.ACCEPTED);
    assertThat(held.ended())
        .isEqualTo(new CallOffRow.Ended(Instant.parse("2026-03-20T16:00:00Z"), null, null));
    assertThat(held.dueOn()).isNull();
    assertThat(held.version()).as("as it is stored").isEqualTo(1);
  }

  @Test
  void what_needs_consent_lapses_without() {
    CallOffRow lapsed = begun(CallOffStatus.REQUESTED).asOf(DUE.plusDays(1));
    assertThat(lapsed.status()).isEqualTo(CallOffStatus.LAPSED);
    assertThat(lapsed.status().isLive()).isFalse();
  }

  @Test
  void what_waits_no_more_stays_so() {
    CallOffRow declined =
        begun(CallOffStatus.CALLED)
            .ended(
                CallOffStatus.DECLINED,
                new CallOffRow.Ended(Instant.parse("2026-03-18T02:00:00Z"), Id.of(5), "停产检修"));
    assertThat(declined.asOf(DUE.plusYears(9))).isEqualTo(declined);
    assertThat(declined.version()).isEqualTo(2);
  }
}
