package cn.wufei.exchange.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessingSplitTest {

  @Test
  void what_came_out_has_the_years_of_what_went_in_in_proportion() {
    var split = ProcessingSplit.of(years(2023, 30_000, 2024, 70_000), List.of(82_000L), 15_000);

    assertThat(split.outputs()).containsExactly(years(2023, 24_600, 2024, 57_400));
    assertThat(split.recovered()).isEqualTo(years(2023, 4_500, 2024, 10_500));
    assertThat(split.loss()).isEqualTo(years(2023, 900, 2024, 2_100));
    assertThat(split.gain()).isEqualTo(years(2023, 0, 2024, 0));
  }

  @Test
  void what_processing_added_is_a_gain_of_each_year() {
    var split = ProcessingSplit.of(years(2023, 30_000, 2024, 70_000), List.of(106_000L), 4_000);

    assertThat(split.gain()).isEqualTo(years(2023, 3_000, 2024, 7_000));
    assertThat(split.outputs()).containsExactly(years(2023, 31_800, 2024, 74_200));
    assertThat(split.recovered()).isEqualTo(years(2023, 1_200, 2024, 2_800));
    assertThat(split.loss()).isEqualTo(years(2023, 0, 2024, 0));
  }

  @Test
  void odd_kilograms_go_to_the_largest_remainder() {
    var split = ProcessingSplit.of(years(2023, 1, 2024, 2), List.of(2L), 0);

    assertThat(split.outputs()).containsExactly(years(2023, 1, 2024, 1));
    assertThat(split.loss()).isEqualTo(years(2023, 0, 2024, 1));
  }

  @Test
  void every_year_balances_whatever_came_out() {
    long seed = 20_261_125L;
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      SequencedMap<Integer, Long> input = new LinkedHashMap<>();
      for (int year = 2015; year < 2016 + random.nextInt(10); year++) {
        input.put(year, 1 + random.nextLong(1_000_000));
      }
      List<Long> outputs = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        outputs.add(1 + random.nextLong(800_000));
      }
      long recoveredKg = random.nextLong(500_000);

      ProcessingSplit<Integer> split = ProcessingSplit.of(input, outputs, recoveredKg);

      String which = "seed " + seed + ", round " + round;
      for (int i = 0; i < outputs.size(); i++) {
        assertThat(sum(split.outputs().get(i))).as(which).isEqualTo(outputs.get(i));
      }
      assertThat(sum(split.recovered())).as(which).isEqualTo(recoveredKg);
      assertThat(Math.min(sum(split.gain()), sum(split.loss()))).as(which).isZero();
      input.forEach((year, kg) -> {
        long out = split.recovered().getOrDefault(year, -1L) + split.loss().getOrDefault(year, -1L);
        for (SequencedMap<Integer, Long> output : split.outputs()) {
          assertThat(output.getOrDefault(year, -1L)).as(which).isNotNegative();
          out += output.getOrDefault(year, -1L);
        }
        assertThat(out).as(which).isEqualTo(kg + split.gain().getOrDefault(year, -1L));
      });
    }
  }

  private static long sum(SequencedMap<Integer, Long> parts) {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SequencedMap<Integer, Long> years(int one, long oneKg, int other, long otherKg) {
    SequencedMap<Integer, Long> years = new LinkedHashMap<>();
    years.put(one, oneKg);
    years.put(other, otherKg);
    return years;
  }
}
