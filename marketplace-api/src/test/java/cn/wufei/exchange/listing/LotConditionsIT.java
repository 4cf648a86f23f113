package cn.wufei.exchange.listing;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a lot asks of an order and of whoever fetches it, and who is held to it. The buyer's site
/// lies in 370300.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LotConditionsIT {

  private static final int KG = 50_000;

  private final Trade trade = Trade.begin();

  static Map<String, Object> hours(String from, String to) {
    return Trade.body("days", List.of("friday", "monday", "friday"), "from", from, "to", to);
  }

  private Map<String, Object> lot() {
    Map<String, Object> lot = trade.lot(KG);
    lot.put("minimumKg", 20_000);
    lot.put("destinations", List.of("370300", "370100"));
    lot.put("loadingModes", List.of("tanker", "bulk-tipper", "tanker"));
    lot.put("loadingHours", hours("08:00", "16:30"));
    return lot;
  }

  private static void assertSaid(Http.Answer lot) {
    JsonNode said = lot.json();
    assertThat(said.at("/minimumKg").asLong()).isEqualTo(20_000);
    assertThat(said.at("/destinations").toString()).isEqualTo("[\"370300\",\"370100\"]");
    assertThat(said.at("/loadingModes").toString()).isEqualTo("[\"bulk-tipper\",\"tanker\"]");
    assertThat(said.at("/loadingHours").toString())
        .isEqualTo("{\"days\":[\"monday\",\"friday\"],\"from\":\"08:00\",\"to\":\"16:30\"}");
  }

  private static void assertNothingSaid(Http.Answer lot) {
    assertThat(lot.json().has("minimumKg")).isFalse();
    assertThat(lot.json().at("/destinations")).isEmpty();
    assertThat(lot.json().at("/loadingModes")).isEmpty();
    assertThat(lot.json().has("loadingHours")).isFalse();
  }

  private Map<String, Object> edit(Map<String, Object> lot) {
    List.of("streamId", "saleMethod", "quantityKind", "quantityKg").forEach(lot::remove);
    return lot;
  }

  private Http.Answer counter(Http.Answer offer, long kg) {
    return trade
        .seller()
        .ifMatch(offer.number("version"))
        .post("/offers/" + offer.text("id") + "/counter", trade.terms(kg));
  }

  @Test
  void a_lot_says_what_it_asks_and_its_owner_changes_that_while_it_is_published() {
    String path = "/lots/" + trade.seller().post("/lots", lot()).expect(201).text("id");
    assertSaid(trade.buyer().get(path).expect(200));
    long prices = trade.seller().get(path + "/prices").json().at("/items").size();

    assertNothingSaid(trade.seller().ifMatch(1).put(path, edit(trade.lot(KG))).expect(200));
    assertNothingSaid(trade.buyer().get(path).expect(200));
    assertSaid(trade.seller().ifMatch(2).put(path, edit(lot())).expect(200));
    assertSaid(trade.buyer().get(path).expect(200));

    assertThat(trade.seller().get(path + "/prices").json().at("/items")).hasSize((int) prices);
    Map<String, Object> tooMuch = edit(lot());
    tooMuch.put("minimumKg", KG + 1);
    Http.Answer refused = trade.seller().ifMatch(3).put(path, tooMuch);
    assertProblem(refused, 422, "minimum-above-quantity");
    assertThat(fieldsOf(refused)).containsExactly("minimumKg");
  }

  @Test
  void a_draft_brings_it_to_the_market() {
    Http.as(trade.producer().admin())
        .ifMatch(0)
        .put("/policy", Map.of("lotsReviewed", true))
        .expect(200);
    String draft =
        "/lot-drafts/"
            + trade
                .seller()
                .post("/lot-drafts", Trade.body("content", lot()))
                .expect(201)
                .text("id");
    trade.seller().ifMatch(1).post(draft + "/submission", lot()).expect(200);

    Http.Answer lot =
        Http.as(trade.producer().admin())
            .ifMatch(2)
            .post(draft + "/publication", Map.of())
            .expect(200);

    assertSaid(trade.buyer().get("/lots/" + lot.text("id")).expect(200));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"minimumKg": 0};                                                             minimumKg
          {"destinations": ["3701"]};                                                   destinations
          {"loadingModes": ["balloon"]};                                                loadingModes
          {"loadingHours": {"days": [], "from": "08:00", "to": "16:00"}};               loadingHours.days
          {"loadingHours": {"days": ["monday"], "from": "24:00", "to": "24:00"}};       loadingHours.from
          {"loadingHours": {"days": ["monday"], "from": "08:00"}};                      loadingHours.to
          """)
  void what_is_malformed_is_refused_by_its_name(String terms, String field) throws IOException {
    Map<String, Object> lot = trade.lot(KG);
    Http.JSON
        .readTree(terms)
        .properties()
        .forEach(entry -> lot.put(entry.getKey(), entry.getValue()));

    Http.Answer answer = trade.seller().post("/lots", lot);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(field.replaceAll(".*\\.", ""));
  }

  @Test
  void an_offer_is_not_below_the_minimum_but_takes_all_that_is_left() {
    String lot = trade.seller().post("/lots", lot()).expect(201).text("id");

    Http.Answer refused = trade.buyer().post("/offers", trade.offer(lot, 19_999));
    Http.Answer offer = trade.propose(lot, 35_000);
    Http.Answer counter = counter(offer, 19_999);

    assertProblem(refused, 422, "below-minimum");
    assertThat(fieldsOf(refused)).containsExactly("quantityKg");
    assertThat(refused.json().at("/facts/minimumKg").asLong()).isEqualTo(20_000);
    assertProblem(counter, 422, "below-minimum");
    assertThat(fieldsOf(counter)).containsExactly("quantityKg");
    trade.accept(offer).expect(201);
    assertProblem(trade.buyer().post("/offers", trade.offer(lot, 14_999)), 422, "below-minimum");
    trade.accept(trade.propose(lot, 15_000)).expect(201);
  }

  @Test
  void an_offer_is_for_a_site_to_which_the_lot_goes() {
    Map<String, Object> elsewhere = lot();
    elsewhere.put("destinations", List.of("370100"));
    String lot = trade.seller().post("/lots", elsewhere).expect(201).text("id");
    Map<String, Object> own = trade.terms(20_000);
    own.put("lotId", lot);
    own.put("demandId", trade.postDemand(30_000).text("id"));

    Http.Answer byBuyer = trade.buyer().post("/offers", trade.offer(lot, 20_000));
    Http.Answer bySeller = trade.seller().post("/offers", own);

    assertProblem(byBuyer, 422, "outside-destinations");
    assertThat(fieldsOf(byBuyer)).containsExactly("buyerSiteId");
    assertProblem(bySeller, 422, "outside-destinations");
    assertThat(fieldsOf(bySeller)).containsExactly("demandId");
  }

  /// What was proposed under other terms is accepted under those of the day.
  @Test
  void an_answer_is_judged_by_what_the_lot_asks_now() {
    String lot = trade.publish(KG).text("id");
    Http.Answer small = trade.propose(lot, 10_000);
    Http.Answer far = trade.propose(lot, 30_000);
    trade.seller().ifMatch(1).put("/lots/" + lot, edit(lot())).expect(200);

    Http.Answer below = trade.accept(small);
    Map<String, Object> elsewhere = edit(lot());
    elsewhere.put("destinations", List.of("370100"));
    trade.seller().ifMatch(2).put("/lots/" + lot, elsewhere).expect(200);
    Http.Answer outside = trade.accept(far);
    Http.Answer counter = counter(far, 30_000);

    assertProblem(below, 422, "below-minimum");
    assertProblem(outside, 422, "outside-destinations");
    assertThat(fieldsOf(outside)).containsExactly("buyerSiteId");
    assertProblem(counter, 422, "outside-destinations");
  }
}
