package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.haul.Place;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.searchfeed.SearchFeed;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import cn.wufei.indexer.document.LotDocument;
import cn.wufei.indexer.document.MatchPart;
import cn.wufei.indexer.document.OrganisationPart;
import cn.wufei.indexer.document.SitePart;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.transaction.TransactionOperations;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchIT {

  private TestSearch search;
  private TestOrganisation producer;
  private TestOrganisation receiver;
  private String lot;

  @BeforeEach
  void publish() {
    search = TestExchange.get().search();
    producer = Fixtures.producer();
    receiver = Fixtures.receiver();
    lot = lot("[{\"parameter\": \"f-cao\", \"min\": 1, \"max\": 2.5, \"basis\": \"dry\"}]");
  }

  @Test
  void both_sides_see_a_match_with_its_terms() {
    String demand = demand("200", "[{\"parameter\": \"f-cao\", \"max\": 3, \"basis\": \"dry\"}]");

    JsonNode forBuyer = Listed.items(matches(receiver, "/demands/" + demand));
    JsonNode forSeller = Listed.items(matches(producer, "/lots/" + lot));

    JsonNode match = with(forBuyer, "lot", lot);
    assertThat(match).isEqualTo(with(forSeller, "demand", demand));
    assertThat(match.at("/quantityKg").asLong()).isEqualTo(600_000);
    assertThat(match.at("/score").asDouble()).isBetween(0.1, 100.0);
    assertThat(match.at("/terms").findValuesAsText("key"))
        .containsExactly("price", "quality", "quantity", "window", "evidence", "record");
    assertThat(match.at("/obstacles")).isEmpty();
  }

  @Test
  void near_misses_say_what_fails() {
    String dear = demand("1", "[]");
    String strict = demand("200", "[{\"parameter\": \"f-cao\", \"max\": 2, \"basis\": \"dry\"}]");
    String unknown = demand("200", "[{\"parameter\": \"tfe\", \"min\": 20, \"basis\": \"dry\"}]");

    JsonNode list = nearMisses(producer, "/lots/" + lot);

    assertThat(with(Listed.items(list), "demand", dear).at("/obstacles/0/key").asText())
        .isEqualTo("price");
    assertThat(with(Listed.items(list), "demand", strict).at("/obstacles").toString())
        .isEqualTo(
            "[{\"key\":\"parameter\",\"parameter\":\"f-cao\",\"need\":\"<= 2 dry\","
                + "\"have\":\"1..2.5 dry\"}]");
    assertThat(with(Listed.items(list), "demand", unknown).at("/obstacles/0/key").asText())
        .isEqualTo("parameter-missing");
    assertThat(with(Listed.items(list), "demand", strict).at("/changes").toString())
        .isEqualTo(
            "[{\"kind\":\"maximum\",\"parameter\":\"f-cao\",\"basis\":\"dry\",\"by\":0.5,"
                + "\"demandTo\":\"2.5\",\"lotTo\":\"2\"}]");
    assertThat(list.at("/openings").findValuesAsText("kind"))
        .contains("price", "maximum", "report");
    assertThat(list.at("/looked").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(matches(producer, "/lots/" + lot).toString()).doesNotContain(dear, strict, unknown);
  }

  @Test
  void a_forbidden_use_is_neither_match_nor_near_miss() {
    String demand = demand("200", "[]", "cement-blending", "delivered");

    assertThat(matches(producer, "/lots/" + lot).toString()).doesNotContain(demand);
    assertThat(nearMisses(producer, "/lots/" + lot).toString()).doesNotContain(demand);
    JsonNode verdict = verdict(producer, "/lots/" + lot + "/matches/" + demand).json();
    assertThat(verdict.at("/result").asText()).isEqualTo("unfit");
    assertThat(failed(verdict)).containsExactly("use");
    assertThat(verdict.has("match")).isFalse();
  }

  @Test
  void matches_are_for_the_owner_alone() {
    String demand = demand("200", "[]");

    Http seller = Http.as(producer.admin());
    Http buyer = Http.as(receiver.admin());
    for (String path : List.of("/matches", "/near-misses", "/matches/" + demand)) {
      assertThat(buyer.get("/lots/" + lot + path).status()).as(path).isEqualTo(404);
    }
    for (String path : List.of("/matches", "/near-misses", "/matches/" + lot)) {
      assertThat(seller.get("/demands/" + demand + path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void what_the_database_says_now_counts_and_not_what_the_index_still_holds() {
    String demand = demand("200", "[]");
    assertThat(matches(producer, "/lots/" + lot).toString()).contains(demand);

    Http buyer = Http.as(receiver.trader());
    long version = buyer.get("/demands/" + demand).number("version");
    buyer.ifMatch(version).post("/demands/" + demand + "/withdrawal").expect(200);

    assertThat(matches(producer, "/lots/" + lot).toString()).doesNotContain(demand);
  }

  /// The two works lie some 85 km apart; freight over the estimated 110 km is some 55 yuan/t.
  @Test
  void a_price_is_compared_on_the_basis_of_the_limit() {
    String near = lot("[]", "60", "{\"radiusKm\": 50, \"freightInvoice\": \"two-invoice\"}");
    String far = lot("[]", "60", "{\"radiusKm\": 100, \"freightInvoice\": \"one-invoice\"}");
    String atTheGate = demand("60", "[]");
    String fetched = demand("10", "[]", "road-base", "ex-works");

    JsonNode delivered = matches(receiver, "/demands/" + atTheGate);
    JsonNode exWorks = matches(receiver, "/demands/" + fetched);

    JsonNode match = with(Listed.items(delivered), "lot", far);
    assertThat(match.at("/deliveredYuanPerT").decimalValue()).isEqualByComparingTo("60");
    assertThat(match.at("/askedYuanPerT").decimalValue()).isEqualByComparingTo("60");
    assertThat(match.at("/lot/delivery/freightInvoice").asText()).isEqualTo("one-invoice");
    assertThat(match.at("/way/mode").asText()).isEqualTo("road");
    assertThat(match.at("/way/source").asText()).isEqualTo("estimated");
    JsonNode nearToBuyer = Listed.items(nearMisses(receiver, "/demands/" + atTheGate));
    JsonNode beyond = with(nearToBuyer, "lot", near).at("/obstacles");
    assertThat(beyond).hasSize(1);
    assertThat(beyond.at("/0/key").asText()).isEqualTo("delivery");
    assertThat(beyond.at("/0/have").asText()).isEqualTo("50");
    JsonNode netback = with(Listed.items(exWorks), "lot", far);
    assertThat(netback.at("/askedYuanPerT").decimalValue())
        .isEqualByComparingTo(
            new BigDecimal("60").subtract(netback.at("/freightYuanPerT").decimalValue()));
    assertThat(with(Listed.items(exWorks), "lot", lot).at("/askedYuanPerT").decimalValue())
        .isEqualByComparingTo("10");
    assertThat(with(Listed.items(matches(producer, "/lots/" + far)), "demand", fetched))
        .isEqualTo(netback);
    assertThat(with(Listed.items(nearMisses(producer, "/lots/" + near)), "demand", atTheGate))
        .isEqualTo(with(nearToBuyer, "lot", near));
  }

  /// The index is told a price at which the lot would fit; the lot itself is too dear.
  @Test
  void a_lot_that_fits_by_the_index_alone_is_not_shown() {
    String demand = demand("80", "[]");
    JsonNode fitting = Listed.items(matches(receiver, "/demands/" + demand));
    assertThat(with(fitting, "lot", lot).at("/obstacles")).isEmpty();
    Http seller = Http.as(producer.trader());
    Http.Answer current = seller.get("/lots/" + lot).expect(200);
    seller
        .ifMatch(current.number("version"))
        .put("/lots/" + lot, editedPrice(current.json(), 90))
        .expect(200);

    TestExchange exchange = TestExchange.get();
    LotDocument stale = documentOf(lot);
    TransactionOperations<?> transactions = exchange.bean(TransactionOperations.class);
    transactions.executeWrite(_ -> {
      exchange.bean(SearchFeed.class).put(stale);
      return 1;
    });
    search.awaitVersion("wufei-lots", lot, stale.version());

    assertThat(matches(receiver, "/demands/" + demand).toString()).doesNotContain(lot);
    assertThat(failed(verdict(receiver, "/demands/" + demand + "/matches/" + lot).json()))
        .containsExactly("price");
  }

  @Test
  void the_owner_is_told_why_a_pair_is_offered_and_at_which_place() {
    String demand = demand("200", "[{\"parameter\": \"f-cao\", \"max\": 3, \"basis\": \"dry\"}]");

    JsonNode verdict = verdict(receiver, "/demands/" + demand + "/matches/" + lot).json();

    assertThat(verdict.at("/result").asText()).isEqualTo("match");
    assertThat(verdict.at("/checks").findValuesAsText("key"))
        .containsExactly(
            "lot-open",
            "demand-open",
            "other-organisation",
            "material",
            "use",
            "price",
            "parameter",
            "window",
            "quantity");
    assertThat(failed(verdict)).isEmpty();
    JsonNode list = matches(receiver, "/demands/" + demand);
    int place = verdict.at("/place").asInt();
    assertThat(list.at("/items/" + (place - 1) + "/lot/id").asText()).isEqualTo(lot);
    assertThat(verdict.at("/total")).isEqualTo(list.at("/total"));
  }

  @Test
  void a_pair_with_something_private_or_unknown_is_not_found() {
    String demand = demand("200", "[]");
    Http buyer = Http.as(receiver.trader());
    buyer.ifMatch(1).post("/demands/" + demand + "/withdrawal").expect(200);

    assertThat(verdict(producer, "/lots/" + lot + "/matches/" + demand).status()).isEqualTo(404);
    assertThat(verdict(producer, "/lots/" + lot + "/matches/" + Id.next()).status()).isEqualTo(404);
    assertThat(failed(verdict(receiver, "/demands/" + demand + "/matches/" + lot).json()))
        .containsExactly("demand-open");
  }

  private static Http.Answer verdict(TestOrganisation owner, String path) {
    return Http.as(owner.admin()).get(path);
  }

  private static List<String> failed(JsonNode verdict) {
    List<String> failed = new ArrayList<>();
    for (JsonNode check : verdict.at("/checks")) {
      if (!check.at("/holds").asBoolean()) {
        failed.add(check.at("/key").asText());
      }
    }
    return failed;
  }

  private static String editedPrice(JsonNode lot, int priceYuanPerT) {
    return """
    {"title": "%s", "priceYuanPerT": %d, "taxIncluded": true, "availableFrom": "%s",
     "availableTo": "%s", "qualities": %s}\
    """
        .formatted(
            lot.at("/title").asText(),
            priceYuanPerT,
            lot.at("/availableFrom").asText(),
            lot.at("/availableTo").asText(),
            lot.at("/qualities"));
  }

  private static LotDocument documentOf(String lot) {
    Lot now = Objects.requireNonNull(TestExchange.get().bean(Lots.class).find(Id.parse(lot)));
    SiteRef site = now.site();
    Place place = Place.of(site);
    return new LotDocument(
        lot,
        now.version() + 50,
        "published",
        new OrganisationPart(now.organisation().id().toString(), "厂", null, "verified", false),
        new SitePart(site.id().toString(), "厂", null, "370300", place.point(), Place.codes(site)),
        now.streamId().toString(),
        now.materialKey(),
        now.classCode(),
        null,
        now.title(),
        null,
        "negotiation",
        "firm",
        now.quantityKg(),
        now.availableKg(),
        0,
        0,
        BigDecimal.TEN,
        true,
        null,
        now.availableFrom(),
        now.availableTo(),
        Judge.supply(now).qualities(),
        List.of(),
        List.of(),
        now.publishedAt(),
        null,
        List.of(),
        MatchPart.ofLot(
            List.of("bof-slag"), Judge.supply(now).qualities(), now.availableKg(), 1, List.of()));
  }

  private static JsonNode nearMisses(TestOrganisation owner, String path) {
    return Http.as(owner.admin()).get(path + "/near-misses").expect(200).json();
  }

  private static JsonNode matches(TestOrganisation owner, String path) {
    return Http.as(owner.admin()).get(path + "/matches").expect(200).json();
  }

  private static JsonNode with(JsonNode items, String side, String id) {
    for (JsonNode item : items) {
      if (item.at("/" + side + "/id").asText().equals(id)) {
        return item;
      }
    }
    throw new AssertionError("no " + side + " " + id + " in " + items);
  }

  private String lot(String qualities) {
    return lot(qualities, "10", "null");
  }

  private String lot(String qualities, String price, String delivery) {
    Http trader = Http.as(producer.trader());
    String stream =
        trader
            .post(
                "/streams",
                """
                {"siteId": "%s", "materialKey": "bof-slag", "classCode": "SW01", "name": "转炉%s"}\
                """
                    .formatted(producer.siteId(), Fixtures.nextNumber()))
            .expect(201)
            .text("id");
    String id =
        trader
            .post(
                "/lots",
                """
                {"streamId": "%s", "title": "转炉钢渣", "saleMethod": "negotiation",
                 "quantityKind": "firm", "quantityKg": 1000000, "priceYuanPerT": %s,
                 "taxIncluded": true, "delivery": %s, "availableFrom": "%s", "availableTo": "%s",
                 "qualities": %s}\
                """
                    .formatted(stream, price, delivery, today(), today().plusYears(1), qualities))
            .expect(201)
            .text("id");
    search.awaitVersion("wufei-lots", id, 1);
    return id;
  }

  private String demand(String maxDelivered, String ranges) {
    return demand(maxDelivered, ranges, "road-base", "delivered");
  }

  private String demand(String maxDelivered, String ranges, String use, String basis) {
    String id =
        Http.as(receiver.trader())
            .post(
                "/demands",
                """
                {"siteId": "%s", "materialKeys": ["bof-slag"], "use": "%s", "title": "求购钢渣",
                 "quantityKg": 600000, "maxDeliveredYuanPerT": %s, "limitBasis": "%s",
                 "neededFrom": "%s", "neededTo": "%s", "ranges": %s}\
                """
                    .formatted(
                        receiver.siteId(),
                        use,
                        maxDelivered,
                        basis,
                        today(),
                        today().plusYears(1),
                        ranges))
            .expect(201)
            .text("id");
    search.awaitVersion("wufei-demands", id, 1);
    return id;
  }

  private static LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
  }
}
