package cn.wufei.exchange.haul;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.haul.OsrmServer.Mood;
import cn.wufei.indexer.document.GeoPoint;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutedRoadsTest {

  private static final GeoPoint HERE = new GeoPoint(36, 117);
  private static final GeoPoint THERE = new GeoPoint(36.25, 117.5);
  private static final GeoPoint ISLAND = new GeoPoint(0, 117);
  private static final EstimatedRoads ESTIMATE = new EstimatedRoads(1.3);

  private final SteppingClock clock = new SteppingClock();
  private OsrmServer server;
  private RoutedRoads roads;

  @BeforeEach
  void start() throws IOException {
    server = new OsrmServer();
    roads = roads(server.url(), 100);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_route_is_asked_for_once_and_remembered() {
    assertThat(roads.between(HERE, THERE))
        .isEqualTo(new Road(new BigDecimal("75.0"), DistanceSource.ROUTED));
    assertThat(roads.between(HERE, THERE).source()).isEqualTo(DistanceSource.ROUTED);

    assertThat(server.requests())
        .containsExactly(
            "/route/v1/driving/117.000000,36.000000;117.500000,36.250000?overview=false");
  }

  @Test
  void many_ways_are_one_table_and_a_long_list_several() {
    List<GeoPoint> many = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      many.add(new GeoPoint(36 + i / 100.0, 117));
    }
    roads = roads(server.url(), 11);

    roads.prepare(List.of(HERE), many);
    roads.prepare(many, List.of(HERE));

    assertThat(server.requests()).hasSize(6).allMatch(path -> path.startsWith("/table/v1/driving"));
    assertThat(server.requests().getFirst())
        .endsWith("?annotations=distance&sources=0&destinations=1;2;3;4;5;6;7;8;9;10");
    for (GeoPoint each : many) {
      Road there = roads.between(HERE, each);
      assertThat(there.source()).isEqualTo(DistanceSource.ROUTED);
      assertThat(there.km().doubleValue()).isEqualTo(Math.round((each.lat() - 36) * 1000) / 10.0);
      assertThat(roads.between(each, HERE)).isEqualTo(there);
    }
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void where_no_road_leads_the_estimate_stands_in_and_is_not_asked_again() {
    roads.prepare(List.of(HERE), List.of(ISLAND, THERE));

    assertThat(roads.between(HERE, ISLAND)).isEqualTo(ESTIMATE.between(HERE, ISLAND));
    assertThat(roads.between(HERE, THERE).source()).isEqualTo(DistanceSource.ROUTED);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"NO_ROUTE", "NO_SEGMENT"})
  void that_there_is_no_route_is_an_answer(Mood mood) {
    server.answers(mood);
    roads.prepare(List.of(HERE), List.of(THERE));
    assertThat(roads.between(HERE, THERE)).isEqualTo(ESTIMATE.between(HERE, THERE));

    server.answers(Mood.WELL);

    assertThat(roads.between(THERE, HERE).source()).isEqualTo(DistanceSource.ROUTED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"ERROR", "NONSENSE", "NEGATIVE", "ENDLESS", "SILENT"})
  void a_service_that_fails_is_left_alone_for_a_while(Mood mood) {
    server.answers(mood);
    Road estimated = ESTIMATE.between(HERE, THERE);

    assertThat(roads.between(HERE, THERE)).isEqualTo(estimated);
    server.answers(Mood.WELL);
    assertThat(roads.between(HERE, THERE)).isEqualTo(estimated);
    roads.prepare(List.of(HERE), List.of(THERE));
    assertThat(server.requests()).hasSize(1);

    clock.step(Duration.ofSeconds(31));
    assertThat(roads.between(HERE, THERE).source()).isEqualTo(DistanceSource.ROUTED);
  }

  @Test
  void a_service_that_is_not_there_leaves_the_estimate() {
    URI gone = server.url();
    server.close();

    Road road = roads(gone, 100).between(HERE, THERE);

    assertThat(road).isEqualTo(ESTIMATE.between(HERE, THERE));
  }

  private RoutedRoads roads(URI url, int tableMax) {
    var limits =
        new HaulConfiguration(
            1.3, url, Duration.ofMillis(400), Duration.ofSeconds(30), 1_000, tableMax);
    var osrm = new Osrm(url, limits.osrmTimeout(), JsonMapper.createDefault());
    return new RoutedRoads(ESTIMATE, osrm, clock, limits);
  }

  /// Goes on when it is told to.
  private static final class SteppingClock extends Clock {

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    void step(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
