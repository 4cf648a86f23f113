package cn.wufei.exchange.haul;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.Catalog;
import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.indexer.document.GeoPoint;
import io.micronaut.json.JsonMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With the shipped reference data.
@DisplayNameGeneration(ReplaceUnderscores.class)
class HaulsTest {

  private static final Catalog CATALOG = Catalog.readFrom(Path.of("..", "seeds", "reference"));
  private static final GeoPoint GANGCHENG = new GeoPoint(36.06, 117.81);
  private static final GeoPoint QINGDAO = new GeoPoint(36.07, 120.38);
  private static final GeoPoint SHANGHAI = new GeoPoint(31.23, 121.47);

  private final Hauls hauls = hauls(null);

  static Hauls hauls(@Nullable URI osrm) {
    return new Hauls(
        CATALOG,
        new HaulConfiguration(
            1.3, osrm, Duration.ofMillis(500), Duration.ofSeconds(30), 1_000, 100),
        JsonMapper.createDefault(),
        Clock.systemUTC());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # from,        to,          kg,      chosen, others
            '',          '',          9000000, road,   ''
            RAIL,        '',          9000000, road,   ''
            RAIL,        RAIL,        59999,   road,   ''
            RAIL,        RAIL,        60000,   rail,   road
            RAIL,        WATER,       9000000, road,   ''
            RAIL WATER,  RAIL WATER,  499999,  rail,   road
            RAIL WATER,  RAIL WATER,  500000,  water,  rail road
          """)
  void the_cheapest_mode_that_both_have_and_the_tonnes_allow_is_chosen(
      String from, String to, long kg, String chosen, String others) {
    Haul haul =
        hauls.between(new Place(GANGCHENG, modes(from)), new Place(SHANGHAI, modes(to)), kg);

    assertThat(haul.mode().code()).isEqualTo(chosen);
    assertThat(haul.alternatives().stream().map(way -> way.mode().code()).toList())
        .isEqualTo(others.isEmpty() ? List.of() : List.of(others.split(" ", -1)));
    assertThat(haul.alternatives())
        .allMatch(way -> way.freightYuanPerT().compareTo(haul.freightYuanPerT()) >= 0);
    assertThat(haul.source()).isEqualTo(DistanceSource.ESTIMATED);
  }

  @Test
  void a_way_shorter_than_the_rates_of_rail_goes_by_road() {
    Set<FreightMode> rail = Set.of(FreightMode.RAIL);

    Haul haul =
        hauls.between(
            new Place(GANGCHENG, rail), new Place(new GeoPoint(36.2, 117.9), rail), 9_000_000);

    assertThat(haul.mode()).isEqualTo(FreightMode.ROAD);
    assertThat(haul.alternatives()).isEmpty();
  }

  @Test
  void a_radius_is_as_the_crow_flies_with_its_end_included() {
    Haul haul = hauls.estimate(Place.byRoad(GANGCHENG), Place.byRoad(QINGDAO), 1_000);

    assertThat(haul.straightKm()).isBetween(230.0, 232.0);
    assertThat(haul.isWithin(232)).isTrue();
    assertThat(haul.isWithin(230)).isFalse();
    assertThat(haul.isWithin(null)).isTrue();
    Haul nowhere = hauls.estimate(Place.byRoad(GANGCHENG), Place.byRoad(GANGCHENG), 1_000);
    assertThat(nowhere.isWithin(1)).isTrue();
  }

  @Test
  void prices_are_delivered_once() {
    Haul haul = hauls.estimate(Place.byRoad(GANGCHENG), Place.byRoad(QINGDAO), 1_000);
    BigDecimal ten = BigDecimal.TEN;

    assertThat(haul.delivered(ten, PriceBasis.EX_WORKS))
        .isEqualByComparingTo(ten.add(haul.freightYuanPerT()));
    assertThat(haul.delivered(ten, PriceBasis.DELIVERED)).isEqualByComparingTo(ten);
  }

  private static Set<FreightMode> modes(String text) {
    Set<FreightMode> modes = EnumSet.noneOf(FreightMode.class);
    for (String mode : text.split(" ", -1)) {
      if (!mode.isEmpty()) {
        modes.add(FreightMode.valueOf(mode));
      }
    }
    return modes;
  }
}
