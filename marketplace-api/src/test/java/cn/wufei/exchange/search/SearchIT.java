package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.catalog.FreightMode;
import cn.wufei.exchange.haul.Haul;
import cn.wufei.exchange.haul.Hauls;
import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.haul.PriceBasis;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchIT {

  private static TestSearch search;
  private static TestOrganisation producer;
  private static TestOrganisation receiver;
  private static String bofSlag;
  private static String granulatedSlag;
  private static String word;

  @BeforeAll
  static void publish() {
    search = TestExchange.get().search();
    producer = Fixtures.producer();
    receiver = Fixtures.receiver();
    word = "zq" + Fixtures.nextNumber();
    bofSlag = publish("bof-slag", "转炉钢渣月供 " + word);
    granulatedSlag = publish("granulated-bf-slag", "高炉产品 " + word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"钢渣", "转炉钢渣", "steel slag", "BOF slag", "converter slag", "炉钢"})
  void steel_slag_is_found_by_part_of_its_name_and_by_its_other_names(String text) {
    assertThat(idsFor(text + " " + word)).containsExactly(bofSlag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"水渣", "粒化高炉矿渣", "GBFS", "高炉水渣", "granulated slag"})
  void granulated_slag_is_found_by_names_that_its_title_does_not_have(String text) {
    assertThat(idsFor(text + " " + word)).containsExactly(granulatedSlag);
  }

  @Test
  void every_word_counts() {
    assertThat(idsFor("石膏 " + word)).isEmpty();
  }

  @Test
  void facets_count_and_filters_narrow() {
    JsonNode all = find("text=" + word).json();
    assertThat(all.at("/total").asLong()).isEqualTo(2);
    assertThat(all.at("/facets/materials").findValuesAsText("key"))
        .containsExactlyInAnyOrder("bof-slag", "granulated-bf-slag");
    assertThat(all.at("/facets/classes").toString()).isEqualTo("[{\"key\":\"SW01\",\"count\":2}]");

    assertThat(ids(find("material=bof-slag&text=" + word))).containsExactly(bofSlag);
    assertThat(ids(find("adcode=370000&text=" + word))).hasSize(2);
    assertThat(ids(find("adcode=370100&text=" + word))).isEmpty();
    assertThat(ids(find("minQuantityKg=1000001&text=" + word))).isEmpty();
  }

  @Test
  void a_highlight_is_escaped_html() {
    JsonNode item =
        find("material=bof-slag&text=" + encoded("钢渣") + "+" + word).json().at("/items/0");

    assertThat(item.at("/highlight").asText()).contains("<mark>").contains(word);
  }

  @Test
  void a_result_is_the_whole_public_lot_with_the_way_to_ones_own_site() {
    JsonNode item =
        find("material=bof-slag&text=" + word + "&siteId=" + receiver.siteId())
            .json()
            .at("/items/0");

    assertThat(item.at("/lot/organisation/name").asText()).isEqualTo(producer.name());
    assertThat(item.at("/lot/availableKg").asLong()).isEqualTo(1_000_000);
    BigDecimal freight = item.at("/freightYuanPerT").decimalValue();
    assertThat(freight).isPositive();
    assertThat(item.at("/deliveredYuanPerT").decimalValue())
        .isEqualByComparingTo(freight.add(new BigDecimal("12.5")));
    assertThat(item.at("/distanceKm").decimalValue())
        .isBetween(BigDecimal.TEN, BigDecimal.valueOf(200));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # query,                        status, code
            sort=delivered,               422,    site-needed
            sort=distance,                422,    site-needed
            maxDeliveredYuanPerT=10,      422,    site-needed
            cursor=bm9uc2Vuc2U,           422,    cursor-invalid
            limit=101,                    400,    invalid-request
            sort=sideways,                400,    invalid-request
          """)
  void what_cannot_be_answered_is_refused(String query, int status, String code) {
    Http.Answer answer = Http.as(receiver.admin()).get("/search/lots?" + query);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void another_organisations_site_is_not_there() {
    Http.Answer answer = Http.as(receiver.admin()).get("/search/lots?siteId=" + producer.siteId());

    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void strangers_do_not_search() {
    assertThat(Http.anonymous().get("/search/lots").status()).isEqualTo(401);
  }

  @Test
  void a_withdrawn_lot_is_found_no_more() {
    String lot = publish("bof-slag", "即将撤回 " + word + "w");
    long version = Http.as(producer.trader()).get("/lots/" + lot).number("version");

    Http.as(producer.trader()).ifMatch(version).post("/lots/" + lot + "/withdrawal").expect(200);

    TestSearch.awaitAnswer(
        receiver.admin(),
        "/search/lots?text=" + word + "w",
        answer -> answer.status() == 200 && answer.number("total") == 0);
  }

  /// Compared with every lot costed one by one, with prices that often tie.
  @Test
  void pages_by_delivered_price_are_exact_and_so_is_a_limit_on_it() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    System.err.println("SearchIT seed: " + seed);
    Random random = new Random(seed);
    String mark = "dl" + Fixtures.nextNumber();
    List<LotDocument> lots = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      GeoPoint place =
          new GeoPoint(36.65 + random.nextGaussian() * 1.5, 117.12 + random.nextGaussian() * 1.5);
      lots.add(MarketFixture.lot(producer, mark, place, Integer.toString(random.nextInt(-30, 30))));
    }
    MarketFixture.put(lots.toArray(LotDocument[]::new));
    String base = "/search/lots?text=" + mark + "&siteId=" + receiver.siteId();
    TestSearch.awaitAnswer(
        receiver.admin(), base, answer -> answer.status() == 200 && answer.number("total") == 300);

    List<String> paged = walk(base + "&sort=delivered&limit=37");

    assertThat(paged).as("seed %d", seed).isEqualTo(byCost(lots));
    BigDecimal limit = new BigDecimal("60");
    Http.Answer limited =
        Http.as(receiver.admin()).get(base + "&sort=newest&limit=1&maxDeliveredYuanPerT=" + limit);
    assertThat(limited.number("total"))
        .as("seed %d", seed)
        .isEqualTo(lots.stream().filter(lot -> cost(lot).compareTo(limit) <= 0).count());
    assertThat(walk(base + "&sort=newest&limit=50")).hasSize(300).doesNotHaveDuplicates();
    assertThat(walk(base + "&sort=distance&limit=50")).hasSize(300).doesNotHaveDuplicates();
  }

  /// Compared with every lot costed one by one: sites with sidings and wharves, tonnes that are
  /// enough for a wagon or not, delivered prices that end nearby. With new sites, then known ones.
  @Test
  void so_they_are_with_several_modes_and_delivered_prices() {
    long seed = Long.getLong("wufei.test.seed", new Random().nextLong());
    System.err.println("SearchIT seed: " + seed);
    Random random = new Random(seed);
    String mark = "dm" + Fixtures.nextNumber();
    Map<String, Object> site = new LinkedHashMap<>();
    site.put("name", "码头厂");
    site.put("adcode", "370300");
    site.put("latitude", 36.65);
    site.put("longitude", 117.12);
    site.put("railSiding", true);
    site.put("wharf", true);
    String siteId = Http.as(receiver.admin()).post("/sites", site).expect(201).text("id");
    List<LotDocument> lots = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      GeoPoint place =
          new GeoPoint(36.65 + random.nextGaussian() * 3, 117.12 + random.nextGaussian() * 3);
      List<String> modes = List.of("road", "rail", "water").subList(0, 1 + random.nextInt(3));
      int aroundKm = (int) (Math.hypot(place.lat() - 36.65, place.lon() - 117.12) * 100);
      Integer radiusKm =
          random.nextBoolean() ? null : Math.clamp(aroundKm + random.nextInt(-40, 40), 1, 3000);
      String price = Integer.toString(random.nextInt(-30, 90));
      long kg = List.of(30_000L, 60_000L, 499_999L, 500_000L, 1_000_000L).get(random.nextInt(5));
      lots.add(MarketFixture.lot(producer, mark, place, modes, price, radiusKm, kg));
    }
    MarketFixture.put(lots.toArray(LotDocument[]::new));
    String base = "/search/lots?text=" + mark + "&siteId=" + siteId;
    TestSearch.awaitAnswer(
        receiver.admin(), base, answer -> answer.status() == 200 && answer.number("total") == 400);
    Place here = new Place(new GeoPoint(36.65, 117.12), EnumSet.allOf(FreightMode.class));
    Map<String, BigDecimal> offered = new LinkedHashMap<>();
    lots.forEach(lot -> {
      BigDecimal cost = costIfOffered(lot, here);
      if (cost != null) {
        offered.put(lot.id(), cost);
      }
    });
    List<String> cheapestFirst =
        offered.entrySet().stream()
            .sorted(
                Map.Entry.<String, BigDecimal>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();

    assertCosted(base, offered, cheapestFirst, seed);
    assertThat(walk(base + "&sort=newest&limit=100")).hasSize(400);
  }

  private static void assertCosted(
      String base, Map<String, BigDecimal> offered, List<String> cheapestFirst, long seed) {
    assertThat(walk(base + "&sort=delivered&limit=37"))
        .as("seed %d", seed)
        .isEqualTo(cheapestFirst);
    assertCounted(base + "&sort=delivered&limit=1", offered.size(), seed);
    for (String limit : List.of("10", "45", "80")) {
      assertThat(walk(base + "&sort=newest&limit=50&maxDeliveredYuanPerT=" + limit))
          .as("seed %d, limit %s", seed, limit)
          .containsExactlyInAnyOrderElementsOf(
              offered.entrySet().stream()
                  .filter(lot -> lot.getValue().compareTo(new BigDecimal(limit)) <= 0)
                  .map(Map.Entry::getKey)
                  .toList());
    }
  }

  @Test
  void a_cursor_of_another_search_is_refused() {
    Http.Answer first = find("text=" + word + "&limit=1");
    String cursor = first.text("next");
    assertThat(cursor).isNotEmpty();

    assertThat(ids(find("text=" + word + "&limit=1&cursor=" + cursor)))
        .hasSize(1)
        .doesNotContainAnyElementsOf(ids(first));
    Http.Answer other =
        Http.as(receiver.admin()).get("/search/lots?text=other&limit=1&cursor=" + cursor);
    assertThat(other.code()).isEqualTo("cursor-invalid");
  }

  private static List<String> byCost(List<LotDocument> lots) {
    return lots.stream()
        .sorted(Comparator.comparing(SearchIT::cost).thenComparing(LotDocument::id))
        .map(LotDocument::id)
        .toList();
  }

  private static BigDecimal cost(LotDocument lot) {
    return Objects.requireNonNull(costIfOffered(lot, Place.byRoad(new GeoPoint(36.65, 117.12))));
  }

  private static @Nullable BigDecimal costIfOffered(LotDocument lot, Place here) {
    Set<FreightMode> modes =
        lot.site().modes().stream().map(FreightMode::ofCode).collect(Collectors.toSet());
    Haul haul =
        TestExchange.get()
            .bean(Hauls.class)
            .estimate(new Place(lot.site().location(), modes), here, lot.availableKg());
    if (lot.delivery() == null) {
      return haul.delivered(lot.priceYuanPerT(), PriceBasis.EX_WORKS);
    }
    return haul.isWithin(lot.delivery().radiusKm())
        ? haul.delivered(lot.priceYuanPerT(), PriceBasis.DELIVERED)
        : null;
  }

  /// A facet counts what is offered too, whether or not its own filter leaves it out.
  private static void assertCounted(String path, int offered, long seed) {
    for (String material : List.of("bof-slag", "granulated-bf-slag")) {
      JsonNode answer =
          Http.as(receiver.admin()).get(path + "&material=" + material).expect(200).json();
      assertThat(answer.at("/total").asInt())
          .as("seed %d", seed)
          .isEqualTo(material.equals("bof-slag") ? offered : 0);
      assertThat(answer.at("/facets/materials").toString())
          .as("seed %d", seed)
          .isEqualTo("[{\"key\":\"bof-slag\",\"count\":%d}]".formatted(offered));
    }
  }

  private static List<String> walk(String path) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      Http.Answer page =
          Http.as(receiver.admin())
              .get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .expect(200);
      ids.addAll(ids(page));
      cursor = page.text("next");
    } while (!cursor.isEmpty() && ids.size() < 1_000);
    return ids;
  }

  private static List<String> idsFor(String text) {
    return ids(find("text=" + encoded(text)));
  }

  private static Http.Answer find(String query) {
    return Http.as(receiver.admin()).get("/search/lots?" + query).expect(200);
  }

  private static List<String> ids(Http.Answer answer) {
    List<String> ids = new ArrayList<>();
    answer.json().at("/items").forEach(item -> ids.add(item.at("/lot/id").asText()));
    return ids;
  }

  private static String publish(String material, String title) {
    Http trader = Http.as(producer.trader());
    String stream =
        trader
            .post(
                "/streams",
                Map.of(
                    "siteId",
                    producer.siteId().toString(),
                    "materialKey",
                    material,
                    "classCode",
                    "SW01",
                    "name",
                    title))
            .expect(201)
            .text("id");
    String lot =
        trader
            .post(
                "/lots",
                """
                {"streamId": "%s", "title": "%s", "saleMethod": "negotiation",
                 "quantityKind": "firm", "quantityKg": 1000000, "priceYuanPerT": 12.5,
                 "taxIncluded": true, "availableFrom": "%s", "availableTo": "%s",
                 "qualities": []}\
                """
                    .formatted(stream, title, today(), today().plusYears(1)))
            .expect(201)
            .text("id");
    search.awaitVersion("wufei-lots", lot, 1);
    return lot;
  }

  private static LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
