package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.haul.PriceBasis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HighLimitsTest {

  /// One hundredth of the delivered limits lies below 101 yuan, two below 102 yuan and so on; ex
  /// works all are 100 yuan lower.
  private static HighLimits.Spread spread(long demands) {
    return new HighLimits.Spread(
        demands, Map.of(PriceBasis.DELIVERED, limits(101), PriceBasis.EX_WORKS, limits(1)));
  }

  private static List<BigDecimal> limits(int first) {
    return IntStream.range(0, 99).mapToObj(i -> BigDecimal.valueOf(first + i)).toList();
  }

  @Test
  void each_basis_is_cut_at_the_share_that_so_many_are_of_all() {
    assertThat(spread(1_000).reachedBy(100)).isEqualTo(reached(190, 90));
    assertThat(spread(280_000).reachedBy(40_000)).isEqualTo(reached(186, 86));
    assertThat(spread(4_000).reachedBy(3_000)).isEqualTo(reached(125, 25));
  }

  @Test
  void of_very_many_the_highest_hundredth_is_left() {
    assertThat(spread(100_000_000).reachedBy(10)).isEqualTo(reached(199, 99));
  }

  @Test
  void where_few_would_be_left_out_all_are_looked_at() {
    assertThat(spread(1_000).reachedBy(800)).isEmpty();
    assertThat(spread(1_000).reachedBy(2_000)).isEmpty();
    assertThat(HighLimits.Spread.NONE.reachedBy(10)).isEmpty();
  }

  private static Map<PriceBasis, BigDecimal> reached(int delivered, int exWorks) {
    return Map.of(
        PriceBasis.DELIVERED,
        BigDecimal.valueOf(delivered),
        PriceBasis.EX_WORKS,
        BigDecimal.valueOf(exWorks));
  }
}
