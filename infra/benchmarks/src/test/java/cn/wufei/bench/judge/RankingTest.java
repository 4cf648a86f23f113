package cn.wufei.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RankingTest {

  private static final Map<String, Double> FEASIBLE = Map.of("a", 80.0, "b", 60.0, "c", 20.0);

  @Test
  void the_judges_own_order_is_perfect() {
    Ranking ranking = new Ranking(FEASIBLE, List.of("a", "b", "c"));

    assertThat(ranking.violations()).isZero();
    assertThat(ranking.recallAt50()).isEqualTo(1);
    assertThat(ranking.bestAt50()).isEqualTo(1);
    assertThat(ranking.ndcgAt10()).isEqualTo(1);
  }

  @Test
  void another_order_gains_less() {
    Ranking ranking = new Ranking(FEASIBLE, List.of("c", "b", "a"));

    double third = Math.log(2) / Math.log(3);
    assertThat(ranking.recallAt50()).isEqualTo(1);
    assertThat(ranking.ndcgAt10())
        .isCloseTo((20 + 60 * third + 80 * 0.5) / (80 + 60 * third + 20 * 0.5), within(0.000_001));
  }

  @Test
  void what_is_not_feasible_or_shown_twice_is_a_violation_and_gains_nothing() {
    Ranking ranking = new Ranking(FEASIBLE, List.of("x", "a", "a"));

    assertThat(ranking.violations()).isEqualTo(2);
    assertThat(ranking.recallAt50()).isCloseTo(1.0 / 3, within(0.000_001));
    assertThat(ranking.ndcgAt10()).isLessThan(1);
  }

  @Test
  void of_many_feasible_any_fifty_are_recalled_but_only_the_best_are_the_best() {
    Map<String, Double> many = new HashMap<>();
    IntStream.range(0, 120).forEach(i -> many.put("m" + i, 100 - Math.floor(i / 2.0)));
    List<String> worst = IntStream.range(70, 120).mapToObj(i -> "m" + i).toList();

    Ranking ranking = new Ranking(many, worst);

    assertThat(ranking.recallAt50()).isEqualTo(1);
    assertThat(ranking.bestAt50()).isZero();
  }
}
