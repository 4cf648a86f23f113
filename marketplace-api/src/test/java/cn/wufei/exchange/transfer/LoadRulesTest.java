package cn.wufei.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # gross, tare,  dispatched at,        answer,               field
            47000, 15000, 2026-03-01T02:00:00Z, done,                 -
            15001, 15000, 2026-03-01T08:00:00Z, done,                 -
            15000, 15000, 2026-03-02T02:00:00Z, tare-not-below-gross, tareKg
            47000, 15000, 2026-03-01T08:00:01Z, in-future,            dispatchedAt
          """)
  void a_load_leaves_heavier_than_empty_and_not_in_the_future(
      long gross, long tare, Instant at, String answer, @Nullable String field) {
    assertAnswer(LoadRules.dispatched(Weighing.of("T", gross, tare, at), NOW), answer, field);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # gross, tare,  rejected, deduction, received at,          answer,               field
            46900, 15000, 900,      400,       2026-03-01T05:00:00Z, done,                 -
            46900, 15000, 0,        31900,     2026-03-01T02:00:00Z, done,                 -
            15000, 15000, 99999,    99999,     2026-03-02T05:00:00Z, tare-not-below-gross, tareKg
            46900, 15000, 31901,    99999,     2026-03-02T05:00:00Z, rejected-above-net,   rejectedKg
            46900, 15000, 31900,    99999,     2026-03-02T05:00:00Z, everything-rejected,  rejectedKg
            46900, 15000, 900,      31001,     2026-03-02T05:00:00Z, deduction-too-large,  deductionKg
            46900, 15000, 900,      400,       2026-03-01T01:59:59Z, before-dispatch,      receivedAt
            46900, 15000, 900,      400,       2026-03-01T08:00:01Z, in-future,            receivedAt
          """)
  void a_load_arrives_with_weights_and_times_that_can_be(
      long gross,
      long tare,
      long rejected,
      long deduction,
      Instant at,
      String answer,
      @Nullable String field) {
    Weighing origin = LoadFixture.inTransit(32_000, 0).origin();
    Weighing destination = Weighing.of("T", gross, tare, at);
    var settlement =
        new Settlement(origin.netKg(), destination.netKg(), rejected, deduction, Side.BUYER);

    assertAnswer(LoadRules.received(origin, destination, settlement, NOW), answer, field);
  }

  private static void assertAnswer(Outcome<?> outcome, String answer, @Nullable String field) {
    switch (outcome) {
      case Outcome.Done<?> _ -> assertThat("done").isEqualTo(answer);
      case Outcome.Refused<?> refused -> {
        assertThat(refused.refusal().code()).isEqualTo(answer);
        assertThat(refused.field()).isEqualTo(field);
      }
    }
  }
}
