package cn.wufei.exchange.haul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.catalog.FreightRate;
import cn.wufei.exchange.catalog.FreightTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TariffsTest {

  private static final double CIRCUITY = 1.3;

  @Test
  void the_shipped_road_rates_are_three_straight_pieces() {
    Tariff road =
        Tariffs.of(Catalog.readFrom(Path.of("..", "seeds", "reference")).freight(), CIRCUITY)
            .all()
            .getFirst();

    assertThat(road.mode()).isEqualTo(FreightMode.ROAD);
    assertThat(road.leastYuanPerT()).isEqualTo(15);
    assertThat(road.rises()).hasSize(3).noneMatch(Tariff.Rise::isJump);
    assertThat(road.yuanPerT(0)).isEqualTo(15);
    assertThat(road.yuanPerT(100 / CIRCUITY)).isEqualTo(55, within(1e-9));
    assertThat(road.yuanPerT(120 / CIRCUITY)).isEqualTo(55, within(1e-9));
  }

  @Test
  void a_haul_costs_the_least_that_its_tariffs_say() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    Random random = new Random(seed);
    EstimatedRoads roads = new EstimatedRoads(CIRCUITY);
    for (int table = 0; table < 60; table++) {
      FreightTable rates = new FreightTable(rates(random));
      Tariffs tariffs = Tariffs.of(rates, CIRCUITY);
      for (int i = 0; i < 200; i++) {
        double km = random.nextDouble() * random.nextDouble() * 900;
        long kg = random.nextLong(0, 900_000);
        for (FreightMode mode : FreightMode.values()) {
          BigDecimal cost = rates.yuanPerT(mode, roads.km(km), kg);
          String what = "seed %d: %s %s km %d kg in %s".formatted(seed, mode, km, kg, rates);
          double within = tariffs.withinKm();
          double atLeast = least(tariffs, mode, kg, km + within, km - within);
          double atMost = least(tariffs, mode, kg, km - within, km + within);
          if (cost == null) {
            assertThat(atMost).as(what).isInfinite();
          } else {
            assertThat(cost.doubleValue())
                .as(what)
                .isBetween(
                    atLeast - tariffs.withinYuanPerT(),
                    Math.min(atMost, tariffs.mostYuanPerT()) + tariffs.withinYuanPerT());
          }
        }
      }
    }
  }

  /// The least by tariffs that have begun at one distance, at another; infinite when none has.
  private static double least(
      Tariffs tariffs, FreightMode mode, long kg, double begunAtKm, double km) {
    return tariffs.all().stream()
        .filter(tariff ->
            tariff.mode() == mode
                && tariff.fromKg() <= kg
                && tariff.fromKm() <= Math.max(0, begunAtKm))
        .mapToDouble(tariff -> tariff.yuanPerT(Math.max(tariff.fromKm(), km)))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static List<FreightRate> rates(Random random) {
    List<FreightRate> rates = new ArrayList<>(bands(random, "road", 0, 0));
    rates.addAll(bands(random, "rail", 60, random.nextInt(400)));
    rates.addAll(bands(random, "rail", 300, random.nextInt(400)));
    rates.addAll(bands(random, "water", 500, 0));
    return rates;
  }

  private static List<FreightRate> bands(Random random, String mode, int fromT, int fromKm) {
    List<FreightRate> bands = new ArrayList<>();
    int from = fromKm;
    int more = random.nextInt(4);
    for (int i = 0; i <= more; i++) {
      int to = from + 1 + random.nextInt(200);
      bands.add(
          new FreightRate(
              mode + i,
              mode,
              BigDecimal.valueOf(fromT),
              BigDecimal.valueOf(from),
              i == more ? null : BigDecimal.valueOf(to),
              BigDecimal.valueOf(random.nextInt(1, 70), 2),
              BigDecimal.valueOf(random.nextInt(30)),
              BigDecimal.valueOf(random.nextInt(20)),
              "test",
              "unverified"));
      from = to;
    }
    return bands;
  }
}
