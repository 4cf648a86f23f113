package cn.wufei.exchange.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FreightTableTest {

  /// Rail has a rate for wagons and one for whole trains.
  private static final FreightTable TABLE =
      new FreightTable(
          List.of(
              rate("road", "0", "0", "100", "0.50", "15", "0"),
              rate("road", "0", "100", null, "0.40", "0", "0"),
              rate("rail", "60", "200", "500", "0.20", "0", "30"),
              rate("rail", "60", "500", null, "0.15", "0", "30"),
              rate("rail", "3000", "200", null, "0.10", "0", "20"),
              rate("water", "500", "0", null, "0.05", "4", "0")));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # mode,  km,    kg,        yuan/t
            ROAD,  0,     0,         15.00
            ROAD,  30,    1,         15.00
            ROAD,  40,    1,         20.00
            ROAD,  110,   1,         50.00
            ROAD,  200,   1,         80.00
            RAIL,  199.9, 60000,     -
            RAIL,  200,   59999,     -
            RAIL,  200,   60000,     70.00
            RAIL,  600,   60000,     130.00
            RAIL,  800,   60000,     150.00
            RAIL,  200,   2999999,   70.00
            RAIL,  200,   3000000,   40.00
            WATER, 10,    500000,    4.00
            WATER, 333.3, 500000,    16.67
            WATER, 333.3, 499999,    -
          """)
  void a_rate_holds_from_its_distance_and_its_tonnes_on(
      FreightMode mode, BigDecimal km, long kg, @Nullable BigDecimal yuanPerT) {
    assertThat(TABLE.yuanPerT(mode, km, kg)).isEqualTo(yuanPerT);
  }

  @Test
  void farther_is_never_cheaper_and_more_is_never_dearer() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      FreightMode mode = List.of(FreightMode.values()).get(random.nextInt(3));
      BigDecimal near = BigDecimal.valueOf(random.nextInt(0, 9_000), 1);
      BigDecimal far = near.add(BigDecimal.valueOf(random.nextInt(0, 3_000), 1));
      long few = random.nextLong(0, 4_000_000);
      long many = few + random.nextLong(0, 4_000_000);
      BigDecimal cost = TABLE.yuanPerT(mode, near, few);
      if (cost != null) {
        assertThat(TABLE.yuanPerT(mode, far, few))
            .as("seed %d: %s %s..%s", seed, mode, near, far)
            .isGreaterThanOrEqualTo(cost);
        assertThat(TABLE.yuanPerT(mode, near, many))
            .as("seed %d: %s %s %d..%d", seed, mode, near, few, many)
            .isLessThanOrEqualTo(cost);
      }
    }
  }

  @Test
  void a_distance_is_not_negative() {
    assertThatThrownBy(() -> TABLE.yuanPerT(FreightMode.ROAD, BigDecimal.valueOf(-1), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FreightRate rate(
      String mode,
      String fromT,
      String fromKm,
      @Nullable String toKm,
      String perTKm,
      String floor,
      String handling) {
    return new FreightRate(
        mode + fromT + fromKm,
        mode,
        new BigDecimal(fromT),
        new BigDecimal(fromKm),
        toKm == null ? null : new BigDecimal(toKm),
        new BigDecimal(perTKm),
        new BigDecimal(floor),
        new BigDecimal(handling),
        "TEST",
        "unverified");
  }
}
