package cn.wufei.exchange.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What time makes of a request, whether or not somebody has written it down.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleRowTest {

  private static final LocalDate ASKED = LocalDate.of(2026, 3, 2);
  private static final SampleDispatch DISPATCH =
      new SampleDispatch(
          ASKED.plusDays(3), null, null, "SZ-1", ASKED.plusDays(2), "化验室", "GB/T 2007.1");

  private final SampleRow requested =
      SampleRow.made(
          new SampleRow.Asked(
              Id.of(1),
              "高炉水渣",
              "granulated-bf-slag",
              Id.of(2),
              Id.of(3),
              Id.of(4),
              Id.of(5),
              5_000,
              null,
              null,
              Side.BUYER,
              null),
          Instant.parse("2026-03-02T02:00:00Z"),
          ASKED);
  private final SampleRow accepted = requested.accepted(ASKED.plusDays(5));
  private final SampleRow sent = accepted.sent(DISPATCH, ASKED.plusDays(4));
  private final SampleRow received = sent.received(ASKED.plusDays(6), ASKED.plusDays(8));

  @Test
  void the_last_day_of_a_state_counts_whole() {
    assertThat(requested.asOf(ASKED.plusDays(7))).isEqualTo(requested);
    assertThat(accepted.asOf(ASKED.plusDays(12))).isEqualTo(accepted);
    assertThat(sent.asOf(ASKED.plusDays(18))).isEqualTo(sent);
    assertThat(received.asOf(ASKED.plusDays(68))).isEqualTo(received);
  }

  @Test
  void what_is_not_answered_or_not_sent_lapses() {
    assertThat(requested.asOf(ASKED.plusDays(8)).status()).isEqualTo(SampleStatus.LAPSED);
    assertThat(accepted.asOf(ASKED.plusDays(13)).status()).isEqualTo(SampleStatus.LAPSED);
    assertThat(accepted.asOf(ASKED.plusDays(13)).dueOn()).isNull();
  }

  @Test
  void what_was_sent_counts_as_received_on_the_day_after_whenever_that_is_written_down() {
    SampleRow presumed = sent.asOf(ASKED.plusDays(40));

    assertThat(presumed.status()).isEqualTo(SampleStatus.RECEIVED);
    assertThat(presumed.receivedOn()).isEqualTo(ASKED.plusDays(19));
    assertThat(presumed.dueOn()).isEqualTo(ASKED.plusDays(79));
    assertThat(presumed.version()).as("as it is stored").isEqualTo(sent.version());
  }

  @Test
  void what_nobody_says_a_word_about_ends_without_one() {
    SampleRow closed = received.asOf(ASKED.plusDays(69));

    assertThat(closed.status()).isEqualTo(SampleStatus.CONCLUDED);
    assertThat(closed.verdict()).isEqualTo(SampleVerdict.NO_STATEMENT);
    assertThat(closed.receivedOn()).isEqualTo(ASKED.plusDays(6));
  }

  @Test
  void what_has_ended_stays_so() {
    SampleRow over = received.concluded(SampleVerdict.SUITABLE);

    assertThat(over.asOf(ASKED.plusYears(9))).isEqualTo(over);
    assertThat(over.version()).isEqualTo(5);
  }
}
