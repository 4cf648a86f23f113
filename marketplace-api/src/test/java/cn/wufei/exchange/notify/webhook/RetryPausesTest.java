package cn.wufei.exchange.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryPausesTest {

  private static final int RETRIES = RetryPauses.PAUSES.size();

  @Test
  void pauses_never_shrink_and_make_a_day_in_all() {
    List<Duration> pauses = pausesOf(0);

    assertThat(pauses).isSorted();
    assertThat(sum(pauses)).isBetween(Duration.ofHours(23), Duration.ofHours(25));
  }

  @Test
  void what_failed_together_comes_back_apart_but_within_a_tenth() {
    for (long spread : new long[] {1, 50, 99, Long.MAX_VALUE, Long.MIN_VALUE}) {
      for (int i = 0; i < RETRIES; i++) {
        Duration least = RetryPauses.PAUSES.get(i);
        assertThat(RetryPauses.after(i, spread)).isBetween(least, least.plus(least.dividedBy(10)));
      }
    }
    assertThat(RetryPauses.after(0, 1)).isNotEqualTo(RetryPauses.after(0, 2));
  }

  @Test
  void after_the_last_pause_there_is_none() {
    assertThat(RetryPauses.after(RETRIES - 1, 0)).isNotNull();
    assertThat(RetryPauses.after(RETRIES, 0)).isNull();
  }

  private static List<Duration> pausesOf(long spread) {
    return IntStream.range(0, RETRIES)
        .mapToObj(i -> Objects.requireNonNull(RetryPauses.after(i, spread)))
        .toList();
  }

  private static Duration sum(List<Duration> pauses) {
    return pauses.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
