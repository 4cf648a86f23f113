package cn.wufei.exchange.haul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wufei.indexer.document.GeoPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HaversineTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # from,             to,               km
            36.06, 117.81,    36.06, 117.81,    0
            0, 0,             0, 1,             111.195
            0, 0,             1, 0,             111.195
            60, 10,           60, 11,           55.597
            0, 179.5,         0, -179.5,        111.195
            90, 0,            -90, 0,           20015.115
            36.2162, 117.6755, 36.7186, 117.5380, 57.202
          """)
  void the_way_is_an_arc_of_the_great_circle(
      double fromLat, double fromLon, double toLat, double toLon, double km) {
    GeoPoint from = new GeoPoint(fromLat, fromLon);
    GeoPoint to = new GeoPoint(toLat, toLon);

    assertThat(Haversine.km(from, to)).isCloseTo(km, within(0.01));
    assertThat(Haversine.km(to, from)).isEqualTo(Haversine.km(from, to));
  }
}
