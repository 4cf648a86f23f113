package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.demand.Demand;
import cn.wufei.exchange.demand.Demands;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.matching.fit.Obstacle;
import cn.wufei.exchange.partner.Partners;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.OnOneDatabase;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A market of a material that no other test trades, in which every pair is judged: what is shown
/// has to be the best of them, in order, and what is said of near misses has to be true of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnOneDatabase
@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchBestIT {

  private static final String MATERIAL = "air-cooled-bf-slag";
  private static final int EACH_SIDE = 100;
  private static final int SHOWN = 50;
  private static final Duration INDEXED_LIMIT = Duration.ofSeconds(60);

  private final long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
  private TestOrganisation producer;
  private TestOrganisation receiver;
  private List<Lot> lots;
  private List<Demand> demands;

  @BeforeAll
  void open() {
    System.err.println("MatchBestIT seed: " + seed);
    Random random = new Random(seed);
    TestExchange exchange = TestExchange.get();
    exchange.search();
    producer = Fixtures.producer();
    receiver = Fixtures.receiver();
    List<String> lotIds = lots(random);
    List<String> demandIds = demands(random);
    await("the market is indexed")
        .atMost(INDEXED_LIMIT)
        .pollInterval(Duration.ofMillis(200))
        .until(() ->
            count("wufei-lots", producer) + count("wufei-demands", receiver) >= 2 * EACH_SIDE);
    lots = exchange.bean(Lots.class).findPublished(lotIds.stream().map(Id::parse).toList());
    demands =
        exchange.bean(Demands.class).findPublished(demandIds.stream().map(Id::parse).toList());
  }

  @Test
  void a_demand_is_shown_the_best_of_all_lots_in_order() {
    int compared = 0;
    for (Demand demand : demands.subList(0, 25)) {
      List<Match> expected = best(lots.stream().map(lot -> judged(lot, demand)).toList());

      JsonNode list =
          Http.as(receiver.admin()).get("/demands/" + demand.id() + "/matches").expect(200).json();

      assertThat(ids(list, "lot"))
          .as("seed %d, demand %s", seed, demand.id())
          .isEqualTo(expected.stream().map(match -> match.lot().id().toString()).toList());
      compared += expected.size();
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void a_lot_is_shown_the_best_of_all_demands_in_order() {
    int compared = 0;
    for (Lot lot : lots.subList(0, 25)) {
      List<Match> expected = best(demands.stream().map(demand -> judged(lot, demand)).toList());

      JsonNode list =
          Http.as(producer.admin()).get("/lots/" + lot.id() + "/matches").expect(200).json();

      assertThat(ids(list, "demand"))
          .as("seed %d, lot %s", seed, lot.id())
          .isEqualTo(expected.stream().map(match -> match.demand().id().toString()).toList());
      compared += expected.size();
    }
    assertThat(compared).isGreaterThan(100);
  }

  /// An instance that takes forty demands for very many. It scores eight, so how many fit beyond
  /// them is an estimate, which counts some whose price misses by a little.
  @Test
  void of_very_many_demands_those_with_high_limits_are_looked_at_as_long_as_they_are_enough() {
    try (TestExchange cut =
        TestExchange.get()
            .anotherInstance(
                Map.of(
                    "wufei.matching.compared-max",
                    "40",
                    "wufei.matching.candidates-max",
                    "8",
                    "wufei.matching.matches-max",
                    "4"))) {
      Http owner = Http.as(producer.admin());
      Http there = cut.call(() -> Http.as(producer.admin()));
      List<String> paths =
          lots.subList(0, 25).stream().map(lot -> "/lots/" + lot.id() + "/matches").toList();
      await("the limits are known")
          .atMost(INDEXED_LIMIT)
          .until(() ->
              paths.stream()
                  .anyMatch(path -> !there.get(path).json().at("/allCounted").asBoolean()));
      int enough = 0;
      for (Lot lot : lots.subList(0, 25)) {
        String path = "/lots/" + lot.id() + "/matches";
        JsonNode all = owner.get(path).expect(200).json();
        JsonNode some = there.get(path).expect(200).json();

        assertThat(all.at("/allCounted").asBoolean()).isTrue();
        int least = some.at("/allCounted").asBoolean() ? all.at("/total").asInt() : 4;
        enough += some.at("/allCounted").asBoolean() ? 0 : 1;
        assertThat(some.at("/total").asInt())
            .as("seed %d, %s", seed, path)
            .isBetween(least, all.at("/total").asInt() + nearlyPaying(lot));
        assertThat(ids(all, "demand")).containsAll(ids(some, "demand"));
      }
      assertThat(enough).as("seed %d", seed).isPositive();
    }
  }

  /// How many demands the lot fails by its price alone, and not by a straight line of the freight,
  /// give or take a yuan.
  private int nearlyPaying(Lot lot) {
    FreightLine straight = FreightLine.of(TestExchange.get().bean(Hauls.class)).straight();
    return (int)
        demands.stream()
            .map(demand -> judged(lot, demand))
            .filter(Objects::nonNull)
            .filter(match -> match.obstacles().size() == 1)
            .filter(match -> match.obstacles().getFirst().key() == Obstacle.Key.PRICE)
            .filter(match -> {
              Place from = Place.of(lot.site());
              double km = from.straightKm(Place.of(match.demand().site()));
              double asked = lot.priceYuanPerT().doubleValue() + straight.yuanPerT(km);
              return asked - 1 <= match.demand().maxDeliveredYuanPerT().doubleValue();
            })
            .count();
  }

  @Test
  void near_misses_are_all_found_and_the_changes_open_what_they_say() {
    Lot lot = lots.getFirst();
    List<Match> near =
        demands.stream()
            .map(demand -> judged(lot, demand))
            .filter(Objects::nonNull)
            .filter(match -> !match.obstacles().isEmpty())
            .toList();

    JsonNode list =
        Http.as(producer.admin()).get("/lots/" + lot.id() + "/near-misses").expect(200).json();

    assertThat(list.at("/looked").asInt()).as("seed %d", seed).isEqualTo(near.size());
    assertThat(list.at("/total").asInt()).isBetween(near.size(), demands.size());
    for (JsonNode item : list.at("/items")) {
      assertThat(item.at("/obstacles").size()).isBetween(1, 2);
    }
    for (JsonNode opening : list.at("/openings")) {
      String kind = opening.at("/change/kind").asText();
      String parameter = opening.at("/change/parameter").asText();
      String basis = opening.at("/change/basis").asText();
      double by = opening.at("/change/by").asDouble();
      List<Match> opened =
          near.stream()
              .filter(match -> match.changes().size() == 1)
              .filter(match -> isOpened(match, kind, parameter, basis, by))
              .toList();
      assertThat(opening.at("/pairs").asInt())
          .as("seed %d: %s", seed, opening)
          .isEqualTo(opened.size());
      assertThat(opening.at("/quantityKg").asLong())
          .isEqualTo(opened.stream().mapToLong(Match::quantityKg).sum());
    }
  }

  @Test
  void a_quantity_that_no_match_fills_is_divided_over_several() {
    int divided = 0;
    for (Demand demand : demands.subList(0, 40)) {
      JsonNode list =
          Http.as(receiver.admin()).get("/demands/" + demand.id() + "/matches").expect(200).json();
      JsonNode several = list.at("/several");
      long most = 0;
      for (JsonNode item : list.at("/items")) {
        most = Math.max(most, item.at("/quantityKg").asLong());
      }
      boolean expected = list.at("/items").size() > 1 && most < demand.openKg();

      assertThat(several.isObject()).as("seed %d, %s", seed, demand.id()).isEqualTo(expected);
      if (expected) {
        long filled = 0;
        for (JsonNode part : several.at("/parts")) {
          filled += part.at("/quantityKg").asLong();
        }
        assertThat(filled).isEqualTo(several.at("/filledKg").asLong()).isGreaterThan(most);
        assertThat(filled + several.at("/restKg").asLong()).isEqualTo(demand.openKg());
        divided++;
      }
    }
    assertThat(divided).as("seed %d", seed).isPositive();
  }

  private static boolean isOpened(
      Match match, String kind, String parameter, String basis, double by) {
    var change = match.changes().getFirst();
    String ofChange = change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return ofChange.equals(kind)
        && Objects.equals(change.parameter() == null ? "" : change.parameter(), parameter)
        && Objects.equals(change.basis() == null ? "" : change.basis(), basis)
        && (change.by() == null || change.by().doubleValue() <= by);
  }

  private static List<Match> best(List<Match> judged) {
    return judged.stream()
        .filter(match -> match != null && match.obstacles().isEmpty())
        .sorted(
            Comparator.comparingDouble(Match::score)
                .reversed()
                .thenComparing(match -> match.lot().id())
                .thenComparing(match -> match.demand().id()))
        .limit(SHOWN)
        .toList();
  }

  private static List<String> ids(JsonNode list, String side) {
    List<String> ids = new ArrayList<>();
    list.at("/items").forEach(item -> ids.add(item.at("/" + side + "/id").asText()));
    return ids;
  }

  private static @Nullable Match judged(Lot lot, Demand demand) {
    return judge()
        .judge(
            lot, demand, TestExchange.get().bean(Partners.class).circleOf(lot.organisation().id()));
  }

  private static Judge judge() {
    return TestExchange.get().bean(Judge.class);
  }

  private static int count(String alias, TestOrganisation owner) {
    return TestExchange.get()
        .search()
        .ask("GET", "/" + alias + "/_count?q=organisation.id:" + owner.id())
        .at("/count")
        .asInt();
  }

  private List<String> lots(Random random) {
    Http trader = Http.as(producer.trader());
    List<String> streams =
        sites(producer.admin(), random).stream()
            .map(site ->
                trader
                    .post(
                        "/streams",
                        """
                        {"siteId": "%s", "materialKey": "%s", "classCode": "SW01", "name": "%s"}\
                        """
                            .formatted(site, MATERIAL, site))
                    .expect(201)
                    .text("id"))
            .toList();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < EACH_SIDE; i++) {
      LocalDate from = today().plusDays(random.nextInt(60));
      ids.add(
          trader
              .post(
                  "/lots",
                  """
                  {"streamId": "%s", "title": "重矿渣", "saleMethod": "negotiation",
                   "quantityKind": "%s", "quantityKg": %d, "priceYuanPerT": %d,
                   "taxIncluded": true, "availableFrom": "%s", "availableTo": "%s",
                   "qualities": [%s]}\
                  """
                      .formatted(
                          streams.get(random.nextInt(streams.size())),
                          random.nextBoolean() ? "firm" : "estimate",
                          random.nextInt(1, 2_000) * 1_000,
                          random.nextInt(-20, 60),
                          from,
                          from.plusDays(random.nextInt(1, 120)),
                          qualities(random, false)))
              .expect(201)
              .text("id"));
    }
    return ids;
  }

  private List<String> demands(Random random) {
    Http trader = Http.as(receiver.trader());
    List<String> sites = sites(receiver.admin(), random);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < EACH_SIDE; i++) {
      LocalDate from = today().plusDays(random.nextInt(60));
      ids.add(
          trader
              .post(
                  "/demands",
                  """
                  {"siteId": "%s", "materialKeys": ["%s"], "use": "road-base", "title": "求购",
                   "quantityKg": %d, "maxDeliveredYuanPerT": %d, "neededFrom": "%s",
                   "neededTo": "%s", "ranges": [%s]}\
                  """
                      .formatted(
                          sites.get(random.nextInt(sites.size())),
                          MATERIAL,
                          random.nextInt(1, 4_000) * 1_000,
                          random.nextInt(30, 160),
                          from,
                          from.plusDays(random.nextInt(1, 120)),
                          qualities(random, true)))
              .expect(201)
              .text("id"));
    }
    return ids;
  }

  private static String qualities(Random random, boolean required) {
    Set<String> parameters = new LinkedHashSet<>(List.of("moisture", "cao", "mgo", "sio2"));
    StringJoiner ranges = new StringJoiner(", ");
    for (String parameter : parameters) {
      if (random.nextInt(required ? 3 : 5) > 0 == !required) {
        int min = random.nextInt(0, 60);
        int max = min + random.nextInt(1, required ? 80 : 30);
        String basis = random.nextInt(10) == 0 ? "wet" : "dry";
        int ends = required ? random.nextInt(3) : 0;
        String from = ends == 1 ? "" : "\"min\": %s, ".formatted(tenths(min));
        String to = ends == 2 ? "" : "\"max\": %s, ".formatted(tenths(max));
        ranges.add(
            "{\"parameter\": \"%s\", %s%s\"basis\": \"%s\"}".formatted(parameter, from, to, basis));
      }
    }
    return ranges.toString();
  }

  private static BigDecimal tenths(int number) {
    return BigDecimal.valueOf(number, 1);
  }

  private static List<String> sites(TestMember admin, Random random) {
    List<String> sites = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sites.add(
          Http.as(admin)
              .post(
                  "/sites",
                  """
                  {"name": "厂%d", "adcode": "370300", "latitude": %.4f, "longitude": %.4f}\
                  """
                      .formatted(
                          i, 35.5 + 2 * random.nextDouble(), 116.5 + 3 * random.nextDouble()))
              .expect(201)
              .text("id"));
    }
    return sites;
  }

  private static LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
  }
}
