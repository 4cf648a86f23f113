package cn.wufei.exchange.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LargestRemainderTest {

  @Test
  void parts_are_whole_and_sum_to_the_total() {
    assertThat(split(100, 1, 1, 1)).containsExactly(34L, 33L, 33L);
    assertThat(split(31_900, 30_000, 2_000)).containsExactly(29_906L, 1_994L);
    assertThat(split(7, 0, 5, 2)).containsExactly(0L, 5L, 2L);
    assertThat(split(0, 0, 0)).containsExactly(0L, 0L);
  }

  @Test
  void of_equal_remainders_the_earlier_key_has_the_odd_one() {
    assertThat(split(1, 5, 5)).containsExactly(1L, 0L);
    assertThat(split(3, 2, 2, 2, 2)).containsExactly(1L, 1L, 1L, 0L);
  }

  @Test
  void what_cannot_be_divided_is_refused() {
    assertThatThrownBy(() -> split(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> split(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void no_part_is_further_than_one_from_its_share_and_none_exceeds_its_weight() {
    long seed = 424_242;
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      long[] weights = random.longs(1 + random.nextInt(12), 0, 10_000_000_001L).toArray();
      weights[0]++;
      long sum = java.util.Arrays.stream(weights).sum();
      long total = random.nextLong(sum + 1);

      List<Long> parts = split(total, weights);

      String which = "seed " + seed + ", round " + round;
      assertThat(parts.stream().mapToLong(Long::longValue).sum()).as(which).isEqualTo(total);
      for (int i = 0; i < weights.length; i++) {
        assertThat(parts.get(i)).as(which).isBetween(0L, weights[i]);
        assertThat((double) parts.get(i))
            .as(which)
            .isBetween(share(total, weights[i], sum) - 1.01, share(total, weights[i], sum) + 1.01);
      }
    }
  }

  private static double share(long total, long weight, long sum) {
    return (double) total * weight / sum;
  }

  private static List<Long> split(long total, long... weights) {
    SequencedMap<Integer, Long> keyed = new LinkedHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      keyed.put(i, weights[i]);
    }
    return List.copyOf(LargestRemainder.split(total, keyed).values());
  }
}
