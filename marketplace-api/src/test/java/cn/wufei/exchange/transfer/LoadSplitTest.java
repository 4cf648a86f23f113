package cn.wufei.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadSplitTest {

  @Test
  void what_arrived_divides_over_the_years_of_what_left() {
    LoadSplit split = LoadSplit.of(LoadFixture.years(30_000, 2_000), 31_900, 31_000);

    assertThat(split.years())
        .isEqualTo(
            Map.of(
                2025,
                new LoadSplit.Part(29_062, 844, -94),
                2026,
                new LoadSplit.Part(1_938, 56, -6)));
  }

  @Test
  void a_refused_load_goes_back_as_it_left() {
    assertThat(LoadSplit.ofReturned(LoadFixture.years(30_000, 2_000)).years())
        .isEqualTo(
            Map.of(2025, new LoadSplit.Part(0, 30_000, 0), 2026, new LoadSplit.Part(0, 2_000, 0)));
  }

  @Test
  void every_year_balances_whatever_the_weights() {
    long seed = 77_001;
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      SequencedMap<Integer, Long> origin =
          LoadFixture.years(random.nextLong(1, 40_000), random.nextLong(1, 40_000));
      long arrivedKg = random.nextLong(1, 90_000);
      long acceptedKg = random.nextLong(arrivedKg + 1);

      LoadSplit split = LoadSplit.of(origin, arrivedKg, acceptedKg);

      String which = "seed " + seed + ", round " + round;
      assertThat(split.years().values().stream().mapToLong(LoadSplit.Part::acceptedKg).sum())
          .as(which)
          .isEqualTo(acceptedKg);
      split
          .years()
          .forEach((year, part) -> {
            assertThat(part.acceptedKg()).as(which).isNotNegative();
            assertThat(part.returnedKg()).as(which).isNotNegative();
            assertThat(Objects.requireNonNull(origin.get(year)) + part.differenceKg())
                .as(which)
                .isEqualTo(part.acceptedKg() + part.returnedKg());
          });
    }
  }
}
