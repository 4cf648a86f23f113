package cn.wufei.exchange.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.testing.TestSearch;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Lots in the order in which they fit a demand, and demands in the order in which a lot fits them.
@DisplayNameGeneration(ReplaceUnderscores.class)
class MatchOrderIT {

  private static TestSearch search;
  private static TestOrganisation producer;
  private static TestOrganisation receiver;
  private static String mark;
  private static String cheap;
  private static String dear;
  private static String demand;

  @BeforeAll
  static void publish() {
    search = TestExchange.get().search();
    producer = Fixtures.producer();
    receiver = Fixtures.receiver();
    mark = "zm" + Fixtures.nextNumber();
    cheap = lot("bof-slag", "5");
    dear = lot("bof-slag", "5000");
    lot("granulated-bf-slag", "5");
    demand = demand("300");
  }

  @Test
  void what_fits_comes_before_what_nearly_does_and_what_cannot_is_left_out() {
    JsonNode answer = lots("").expect(200).json();

    assertThat(ids(answer, "lot")).containsExactly(cheap, dear);
    assertThat(answer.at("/total").asLong()).isEqualTo(2);
    assertThat(answer.at("/items/0/fit/fits").asBoolean()).isTrue();
    assertThat(answer.at("/items/0/fit/score").asDouble()).isBetween(0.1, 100.0);
    assertThat(answer.at("/items/1/fit/fits").asBoolean()).isFalse();
    assertThat(answer.at("/facets/materials")).isNotEmpty();
  }

  @Test
  void pages_and_filters_hold_in_this_order_too() {
    Http.Answer first = lots("&limit=1").expect(200);
    Http.Answer second = lots("&limit=1&cursor=" + first.text("next")).expect(200);

    assertThat(ids(first.json(), "lot")).containsExactly(cheap);
    assertThat(ids(second.json(), "lot")).containsExactly(dear);
    assertThat(second.text("next")).isEmpty();
    assertThat(ids(lots("&maxPriceYuanPerT=4").json(), "lot")).isEmpty();
  }

  @Test
  void the_other_way_round_it_is_the_same() {
    JsonNode answer =
        Http.as(producer.trader())
            .get("/search/demands?sort=match&text=" + mark + "&lotId=" + cheap)
            .expect(200)
            .json();

    assertThat(ids(answer, "demand")).containsExactly(demand);
    assertThat(answer.at("/items/0/fit")).isEqualTo(lots("").json().at("/items/0/fit"));
  }

  @Test
  void what_was_dismissed_is_hidden_from_its_side_alone_until_that_is_taken_back() {
    Http buyer = Http.as(receiver.trader());
    Map<String, Object> dismissal =
        Map.of("lotId", cheap, "demandId", demand, "reason", "other", "note", "已另有安排");

    String id = buyer.post("/dismissals", dismissal).expect(201).text("id");

    assertThat(ids(lots("").json(), "lot")).containsExactly(dear);
    assertThat(
            ids(
                Http.as(producer.trader())
                    .get("/search/demands?sort=match&text=" + mark + "&lotId=" + cheap)
                    .json(),
                "demand"))
        .containsExactly(demand);
    assertThat(buyer.delete("/dismissals/" + id).status()).isLessThan(300);
    assertThat(ids(lots("").json(), "lot")).containsExactly(cheap, dear);
  }

  @Test
  void another_organisations_demand_or_lot_is_not_there() {
    Http seller = Http.as(producer.trader());
    Http buyer = Http.as(receiver.trader());

    assertThat(seller.get("/search/lots?sort=match&demandId=" + demand).status()).isEqualTo(404);
    assertThat(buyer.get("/search/demands?sort=match&lotId=" + cheap).status()).isEqualTo(404);
  }

  private static Http.Answer lots(String more) {
    return Http.as(receiver.trader())
        .get("/search/lots?sort=match&text=" + mark + "&demandId=" + demand + more);
  }

  private static List<String> ids(JsonNode answer, String name) {
    List<String> ids = new ArrayList<>();
    answer.at("/items").forEach(item -> ids.add(item.at("/" + name + "/id").asText()));
    return ids;
  }

  private static String lot(String material, String price) {
    Http trader = Http.as(producer.trader());
    String stream =
        trader
            .post(
                "/streams",
                """
                {"siteId": "%s", "materialKey": "%s", "classCode": "SW01", "name": "%s"}\
                """
                    .formatted(producer.siteId(), material, mark + price + material))
            .expect(201)
            .text("id");
    String lot =
        trader
            .post(
                "/lots",
                """
                {"streamId": "%s", "title": "%s", "saleMethod": "negotiation",
                 "quantityKind": "firm", "quantityKg": 1000000, "priceYuanPerT": %s,
                 "taxIncluded": true, "availableFrom": "%s", "availableTo": "%s",
                 "qualities": []}\
                """
                    .formatted(stream, mark, price, today(), today().plusYears(1)))
            .expect(201)
            .text("id");
    search.awaitVersion("wufei-lots", lot, 1);
    return lot;
  }

  private static String demand(String maxDelivered) {
    String demand =
        Http.as(receiver.trader())
            .post(
                "/demands",
                """
                {"siteId": "%s", "materialKeys": ["bof-slag"], "use": "road-base",
                 "title": "%s", "quantityKg": 600000, "maxDeliveredYuanPerT": %s,
                 "neededFrom": "%s", "neededTo": "%s", "ranges": []}\
                """
                    .formatted(
                        receiver.siteId(), mark, maxDelivered, today(), today().plusYears(1)))
            .expect(201)
            .text("id");
    search.awaitVersion("wufei-demands", demand, 1);
    return demand;
  }

  private static LocalDate today() {
    return LocalCalendar.dayOf(Instant.now(TestExchange.get().bean(Clock.class)));
  }
}
