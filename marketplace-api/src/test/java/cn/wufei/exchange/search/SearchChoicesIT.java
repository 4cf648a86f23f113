package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.indexer.document.GeoPoint;
import cn.wufei.indexer.document.LotDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Three lots: dry steel slag that its producer pays to be rid of, wet steel slag next to the
/// searching firm, and much granulated slag whose moisture nobody states.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchChoicesIT {

  private static TestOrganisation producer;
  private static TestOrganisation receiver;
  private static String mark;
  private static final Map<String, String> NAMES = new HashMap<>();

  @BeforeAll
  static void publish() {
    TestExchange.get().search();
    producer = Fixtures.producer();
    receiver = Fixtures.receiver();
    mark = "zc" + Fixtures.nextNumber();
    LotDocument dry =
        MarketFixture.lot(
            producer,
            "转炉钢渣 " + mark,
            new GeoPoint(36.81, 118.05),
            "-10",
            "bof-slag",
            500_000,
            List.of(MarketFixture.moisture("4", "6")));
    LotDocument wet =
        MarketFixture.lot(
            producer,
            "转炉钢渣 " + mark,
            new GeoPoint(36.66, 117.13),
            "30",
            "bof-slag",
            2_000_000,
            List.of(MarketFixture.moisture("8", "11")));
    LotDocument much =
        MarketFixture.lot(
            producer,
            "granulated slag " + mark,
            new GeoPoint(36.70, 117.50),
            "90",
            "granulated-bf-slag",
            20_000_000,
            List.of());
    NAMES.put(dry.id(), "dry");
    NAMES.put(wet.id(), "wet");
    NAMES.put(much.id(), "much");
    MarketFixture.put(dry, wet, much);
    TestSearch.awaitAnswer(
        receiver.admin(),
        "/search/lots?text=" + mark,
        answer -> answer.status() == 200 && answer.number("total") == 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
            material=bof-slag                                        | dry wet
            material=bof-slag&material=granulated-bf-slag            | dry much wet
            quantityKind=estimate                                    | dry
            organisationId=PRODUCER                                  | dry much wet
            organisationId=RECEIVER                                  |
            minQuantityKg=500000&maxQuantityKg=2000000               | dry wet
            minPriceYuanPerT=-10&maxPriceYuanPerT=30                 | dry wet
            maxPriceYuanPerT=-10                                     | dry
            quality=moisture:..8:wet                                 | dry
            quality=moisture:..11:wet                                | dry wet
            quality=moisture:5..:wet                                 | wet
            quality=moisture:..20:dry                                |
            quality=moisture:..20:wet&quality=tfe:1..:dry            |
            siteId=SITE&radiusKm=5                                   | wet
            siteId=SITE&radiusKm=50                                  | much wet
            box=117,36.5,117.6,36.9                                  | much wet
            area=117,36.6,117.2,36.6,117.2,36.7,117,36.7             | wet
            area=117,36.5,118.5,36.5,118.5,37                        | dry
            adcode=370300                                            | dry much wet
            adcode=370300&adcode=370100                              | dry much wet
            adcode=370303                                            |
            availableFrom=2098-01-01                                 | dry much wet
            availableTo=2019-12-31                                   |
            sort=price                                               | dry much wet
          """)
  void a_filter_keeps_what_meets_it(String query, String names) {
    assertThat(namesFor(query).stream().sorted().toList())
        .containsExactly(names == null ? new String[0] : names.split(" "));
  }

  @Test
  void the_order_by_price_begins_with_the_cheapest_and_by_distance_with_the_nearest() {
    assertThat(namesFor("sort=price")).containsExactly("dry", "wet", "much");
    assertThat(namesFor("sort=quantity")).containsExactly("much", "wet", "dry");
    assertThat(namesFor("sort=distance&siteId=SITE")).containsExactly("wet", "much", "dry");
  }

  @ParameterizedTest
  @CsvSource({
    "gz, dry wet",
    "gangzha, dry wet",
    "granulatd, much",
    "granulated slga, much",
    "granulatxyz,",
    "GRANULATED, much"
  })
  void words_in_pinyin_and_with_a_slip_are_understood(String text, String names) {
    assertThat(namesOf(get("text=" + encoded(text + " " + mark))).stream().sorted().toList())
        .containsExactly(names == null ? new String[0] : names.split(" "));
  }

  @Test
  void what_was_found_by_another_name_is_marked() {
    JsonNode item = get("text=" + encoded("gz " + mark)).json().at("/items/0");

    assertThat(item.at("/highlight").asText()).contains("<mark>").contains("钢渣");
  }

  @Test
  void each_facet_is_counted_without_its_own_filter() {
    JsonNode facets =
        find("material=bof-slag&maxPriceYuanPerT=0&quality=moisture:..8:wet").json().at("/facets");

    assertThat(counts(facets.at("/materials"))).isEqualTo(Map.of("bof-slag", 1L));
    assertThat(buckets(facets.at("/prices")))
        .containsEntry("-50..0", 1L)
        .doesNotContainEntry("20..50", 1L);
    JsonNode byMaterial = find("material=bof-slag").json().at("/facets");
    assertThat(counts(byMaterial.at("/materials")))
        .isEqualTo(Map.of("bof-slag", 2L, "granulated-bf-slag", 1L));
    assertThat(buckets(byMaterial.at("/quantities")))
        .containsEntry("100000..1000000", 1L)
        .containsEntry("1000000..10000000", 1L)
        .containsEntry("10000000..100000000", 0L);
    assertThat(buckets(find("maxPriceYuanPerT=0").json().at("/facets/prices")))
        .containsEntry("-50..0", 1L)
        .containsEntry("20..50", 1L)
        .containsEntry("50..100", 1L);
  }

  @Test
  void facets_count_what_documents_state() {
    JsonNode facets = find("").json().at("/facets");

    assertThat(counts(facets.at("/classes"))).isEqualTo(Map.of("SW01", 3L));
    assertThat(counts(facets.at("/regions"))).isEqualTo(Map.of("370302", 3L, "370300", 3L));
    assertThat(counts(facets.at("/quantityKinds"))).isEqualTo(Map.of("estimate", 1L, "firm", 2L));
    assertThat(counts(facets.at("/uses")))
        .isNotEmpty()
        .allSatisfy((_, count) -> assertThat(count).isBetween(1L, 3L));
    assertThat(buckets(facets.at("/moistures")))
        .containsEntry("5..8", 1L)
        .containsEntry("10..12", 1L);
    assertThat(facets.at("/parameters")).hasSize(1);
    JsonNode moisture = facets.at("/parameters/0");
    assertThat(moisture.at("/parameter").asText()).isEqualTo("moisture");
    assertThat(moisture.at("/basis").asText()).isEqualTo("wet");
    assertThat(moisture.at("/count").asLong()).isEqualTo(2);
  }

  /// What others state counts too.
  @Test
  void a_parameter_tells_between_which_values_it_lies_on_the_whole_market() {
    JsonNode moisture =
        await()
            .until(
                () -> find("").json().at("/facets/parameters/0"),
                parameter -> parameter.at("/least").asDouble(99) <= 4);

    assertThat(moisture.at("/greatest").asDouble()).isGreaterThanOrEqualTo(11);
  }

  /// Counted one by one: with a use chosen, what is found is what the facet said.
  @Test
  void a_use_means_the_materials_that_it_allows() {
    for (JsonNode use : find("").json().at("/facets/uses")) {
      assertThat(find("use=" + use.at("/key").asText()).number("total"))
          .isEqualTo(use.at("/count").asLong());
    }
  }

  @Test
  void facets_are_left_out_where_they_are_not_wanted() {
    JsonNode answer = find("facets=false&material=bof-slag").json();

    assertThat(answer.at("/facets").isMissingNode()).isTrue();
    assertThat(answer.at("/total").asLong()).isEqualTo(2);
  }

  @Test
  void the_total_is_the_same_in_every_order() {
    for (String sort : List.of("relevance", "delivered", "distance", "price", "newest")) {
      for (String facets : List.of("true", "false")) {
        Http.Answer answer =
            find("material=bof-slag&limit=1&siteId=SITE&sort=" + sort + "&facets=" + facets);
        assertThat(answer.number("total")).as(sort).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # query                                              | filter               | opens | nearest
            minQuantityKg=50000000                             | minQuantityKg        | 3     | 20000000
            material=bof-slag&minQuantityKg=50000000           | minQuantityKg        | 2     | 2000000
            maxQuantityKg=1000                                 | maxQuantityKg        | 3     | 500000
            maxPriceYuanPerT=-20                               | maxPriceYuanPerT     | 3     | -10
            minPriceYuanPerT=100                               | minPriceYuanPerT     | 3     | 90
            quality=moisture:..3:wet                           | quality              | 3     | 6
            quality=moisture:20..:wet&material=bof-slag        | quality              | 2     | 8
            availableTo=2019-12-31                             | availableTo          | 3     | 2020-01-01
            siteId=SITE&radiusKm=0.1                           | radiusKm             | 3     | 1.5
            adcode=370100                                      | adcode               | 3     |
          """)
  void when_nothing_is_found_it_is_said_what_to_loosen(
      String query, String filter, long opens, String nearest) {
    JsonNode help = find(query).json().at("/help");

    JsonNode loosening = MissingNode.getInstance();
    for (JsonNode each : help.at("/loosen")) {
      if (each.at("/filter").asText().equals(filter)) {
        loosening = each;
      }
    }
    assertThat(loosening.isMissingNode()).as(help.toString()).isFalse();
    assertThat(loosening.at("/opens").asLong()).isEqualTo(opens);
    assertThat(loosening.at("/nearest").asText()).isEqualTo(nearest == null ? "" : nearest);
  }

  @Test
  void the_least_delivered_price_is_named_when_the_limit_lies_below_it() {
    String cheapest =
        find("sort=delivered&siteId=SITE").json().at("/items/0/deliveredYuanPerT").asText();

    JsonNode help = find("siteId=SITE&maxDeliveredYuanPerT=-100").json().at("/help/loosen/0");

    assertThat(help.at("/filter").asText()).isEqualTo("maxDeliveredYuanPerT");
    assertThat(new BigDecimal(help.at("/nearest").asText())).isEqualByComparingTo(cheapest);
  }

  @Test
  void a_word_like_one_of_the_catalog_is_guessed_at() {
    JsonNode help =
        get("text=" + encoded("gypsom " + mark) + "&material=bof-slag").json().at("/help");

    assertThat(help.at("/didYouMean/0").asText()).isEqualTo("gypsum " + mark);
  }

  @Test
  void a_map_gathers_what_the_same_search_finds() {
    JsonNode near = clusters("box=116,36,119,38&zoom=5").json();
    assertThat(near.at("/total").asLong()).isEqualTo(3);
    long count = 0;
    long kg = 0;
    for (JsonNode cell : near.at("/items")) {
      count += cell.at("/count").asLong();
      kg += cell.at("/quantityKg").asLong();
      assertThat(namesFor("box=" + cell.at("/box").asText()))
          .hasSize((int) cell.at("/count").asLong());
    }
    assertThat(count).isEqualTo(3);
    assertThat(kg).isEqualTo(22_500_000);

    JsonNode alone = clusters("box=117,36.6,117.2,36.7&zoom=10&material=bof-slag").json();
    assertThat(NAMES.get(alone.at("/items/0/id").asText())).isEqualTo("wet");
    assertThat(alone.at("/items")).hasSize(1);
    assertThat(alone.at("/items/0/latitude").asDouble()).isBetween(36.659, 36.661);
  }

  @Test
  void a_map_needs_its_box_and_its_zoom() {
    Http client = Http.as(receiver.admin());

    assertThat(client.get("/search/lots/clusters?zoom=3").code()).isEqualTo("box-needed");
    assertThat(client.get("/search/lots/clusters?box=1,1,2,2").status()).isEqualTo(400);
    assertThat(client.get("/search/lots/clusters?box=1,1,2,2&zoom=21").status()).isEqualTo(400);
    assertThat(client.get("/search/demands/clusters?box=1,1,2,2&zoom=3").status()).isEqualTo(200);
  }

  private static Http.Answer clusters(String query) {
    return Http.as(receiver.admin())
        .get("/search/lots/clusters?text=" + mark + "&" + query)
        .expect(200);
  }

  private static List<String> namesFor(String query) {
    return namesOf(find(query));
  }

  private static List<String> namesOf(Http.Answer answer) {
    return answer.json().at("/items").findValues("lot").stream()
        .map(lot -> NAMES.getOrDefault(lot.at("/id").asText(), "other"))
        .toList();
  }

  private static Http.Answer find(String query) {
    return get(
        "text="
            + mark
            + "&"
            + query
                .replace("SITE", receiver.siteId().toString())
                .replace("PRODUCER", producer.id().toString())
                .replace("RECEIVER", receiver.id().toString()));
  }

  private static Http.Answer get(String query) {
    return Http.as(receiver.admin()).get("/search/lots?" + query).expect(200);
  }

  private static Map<String, Long> counts(JsonNode facet) {
    Map<String, Long> counts = new HashMap<>();
    facet.forEach(value -> counts.put(value.at("/key").asText(), value.at("/count").asLong()));
    return counts;
  }

  private static Map<String, Long> buckets(JsonNode facet) {
    Map<String, Long> counts = new HashMap<>();
    facet.forEach(bucket ->
        counts.put(
            bucket.at("/from").asText() + ".." + bucket.at("/to").asText(),
            bucket.at("/count").asLong()));
    return counts;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
