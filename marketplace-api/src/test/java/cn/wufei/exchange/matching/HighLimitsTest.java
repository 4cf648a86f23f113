package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HighLimitsTest {

  /// One hundredth of the demands below 1 yuan, two below 2 yuan and so on.
  private static HighLimits.Spread spread(long demands) {
    return new HighLimits.Spread(
        demands, IntStream.range(1, 100).mapToObj(BigDecimal::valueOf).toList());
  }

  @Test
  void the_limit_is_that_above_which_so_many_are() {
    assertThat(spread(1_000).reachedBy(100)).isEqualByComparingTo("90");
    assertThat(spread(280_000).reachedBy(40_000)).isEqualByComparingTo("86");
    assertThat(spread(4_000).reachedBy(3_000)).isEqualByComparingTo("25");
  }

  @Test
  void of_very_many_the_highest_hundredth_is_left() {
    assertThat(spread(100_000_000).reachedBy(10)).isEqualByComparingTo("99");
  }

  @Test
  void where_few_would_be_left_out_all_are_looked_at() {
    assertThat(spread(1_000).reachedBy(800)).isNull();
    assertThat(spread(1_000).reachedBy(2_000)).isNull();
    assertThat(HighLimits.Spread.NONE.reachedBy(10)).isNull();
  }
}
