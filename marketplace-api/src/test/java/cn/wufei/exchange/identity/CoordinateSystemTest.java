package cn.wufei.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CoordinateSystemTest {

  private static final double METRES_PER_DEGREE = 111_195;

  /// Pairs that the public libraries `eviltransform` and `coordtransform` (the last one) test
  /// themselves with.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # system, WGS-84 latitude,    longitude,          given latitude,     longitude,         m
            GCJ_02, 31.1774276,         121.5272106,        31.17530398364597,  121.531541859215,  0.01
            GCJ_02, 22.543847,          113.912316,         22.540796131694766, 113.9171764808363, 0.01
            GCJ_02, 39.911954,          116.377817,         39.91334545536069,  116.38404722455657, 0.01
            GCJ_02, 39.915,             116.404,            39.91640428150164,  116.41024449916938, 0.01
          """)
  void points_that_others_published_are_met(
      CoordinateSystem system,
      double latitude,
      double longitude,
      double givenLatitude,
      double givenLongitude,
      double metres) {
    var wgs84 = new ChinaShift.Point(latitude, longitude);
    var given = new ChinaShift.Point(givenLatitude, givenLongitude);

    assertThat(metresBetween(system.forward(wgs84), given)).isLessThan(metres);
    assertThat(metresBetween(system.inverse(given), wgs84)).isLessThan(metres);
  }

  /// A pair of `coordtransform`. The pairs of BD-09 of `eviltransform` are of no use: it shifts by
  /// other waves than all others.
  @Test
  void bd_09_lies_beyond_gcj_02() {
    ChinaShift.Point shifted = ChinaShift.bd09(new ChinaShift.Point(39.915, 116.404));

    assertThat(shifted.latitude()).isCloseTo(39.92133699351021, within(1e-9));
    assertThat(shifted.longitude()).isCloseTo(116.41036949371029, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(value = CoordinateSystem.class, names = "WGS_84", mode = EnumSource.Mode.EXCLUDE)
  void a_point_is_moved_by_some_hundred_metres_and_comes_back(CoordinateSystem system) {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      var point =
          new ChinaShift.Point(18 + random.nextDouble() * 35, 74 + random.nextDouble() * 60);

      ChinaShift.Point there = system.forward(point);

      double shiftM = metresBetween(point, there);
      assertThat(shiftM).as("seed %d: %s", seed, point).isBetween(15.0, 1_600.0);
      assertThat(metresBetween(system.inverse(there), point))
          .as("seed %d: %s", seed, point)
          .isLessThan(0.5);
      assertThat(
              (double)
                  system.shiftM(
                      BigDecimal.valueOf(point.latitude()), BigDecimal.valueOf(point.longitude())))
          .isCloseTo(shiftM, within(2.0));
    }
  }

  @Test
  void outside_the_rectangle_around_the_mainland_gcj_02_is_wgs_84() {
    var tokyo = new ChinaShift.Point(35.681236, 139.767125);

    assertThat(CoordinateSystem.GCJ_02.forward(tokyo)).isEqualTo(tokyo);
    assertThat(CoordinateSystem.GCJ_02.inverse(tokyo)).isEqualTo(tokyo);
  }

  @Test
  void wgs_84_stays_as_it_was_given() {
    Degrees place =
        CoordinateSystem.WGS_84.toWgs84(new BigDecimal("36.0600"), new BigDecimal("117.81"));

    assertThat(place.latitude()).isEqualByComparingTo("36.06");
    assertThat(CoordinateSystem.WGS_84.shiftM(place.latitude(), place.longitude())).isZero();
  }

  /// Good enough over some hundred metres.
  private static double metresBetween(ChinaShift.Point one, ChinaShift.Point other) {
    double north = (one.latitude() - other.latitude()) * METRES_PER_DEGREE;
    double east =
        (one.longitude() - other.longitude())
            * METRES_PER_DEGREE
            * Math.cos(Math.toRadians((one.latitude() + other.latitude()) / 2));
    return Math.hypot(north, east);
  }
}
