package cn.wufei.exchange.price;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityPriceIT {

  private static final List<Map<String, Object>> ANY = List.of(band(null, null, 1));

  private final Trade trade = Trade.begin();

  @Test
  void premiums_and_penalties_are_negotiated_and_become_those_of_the_agreement() {
    String lot = trade.publish(50_000).text("id");
    Http.Answer offer =
        propose(lot, List.of(moisture(10, List.of(band(10, null, -2))))).expect(201);
    assertThat(offer.json().at("/adjustments/0/bands/0/yuanPerTPerUnit").asInt()).isEqualTo(-2);
    assertThat(offer.json().at("/adjustments/0/bands/0/to").isMissingNode()).isTrue();
    Map<String, Object> terms = trade.terms(20_000);
    terms.put(
        "adjustments",
        List.of(
            moisture(9.5, List.of(band(null, 8, 0.25), band(10, 12, -1.5), band(12, null, -3))),
            adjustment("cao", "dry", 40, List.of(band(35, 40, 1)))));
    Http.Answer counter =
        trade.seller().ifMatch(1).post("/offers/" + offer.text("id") + "/counter", terms);
    JsonNode agreed = counter.expect(201).json().at("/adjustments");
    assertThat(agreed.findValuesAsText("parameter")).containsExactly("moisture", "cao");
    assertThat(agreed.at("/0/bands").findValuesAsText("yuanPerTPerUnit"))
        .containsExactly("0.25", "-1.5", "-3");

    Http.Answer agreement =
        trade.buyer().ifMatch(1).post("/offers/" + counter.text("id") + "/acceptance").expect(201);

    assertThat(agreement.json().at("/adjustments")).isEqualTo(agreed);
    assertThat(trade.agreement(agreement.text("id")).json().at("/adjustments")).isEqualTo(agreed);
    JsonNode course =
        trade.seller().get("/offers/" + offer.text("id") + "/course").expect(200).json();
    assertThat(course.findValues("adjustments"))
        .as("each offer of the course keeps its own")
        .containsExactly(offer.json().at("/adjustments"), agreed);
    assertThat(trade.buyer().get("/offers").json().at("/items/0/adjustments")).isEqualTo(agreed);
  }

  @Test
  void a_price_without_them_says_so() {
    Http.Answer offer = trade.propose(trade.publish(50_000).text("id"), 10_000);

    assertThat(offer.json().at("/adjustments").isArray()).isTrue();
    assertThat(offer.json().at("/adjustments")).isEmpty();
  }

  @Test
  void a_lot_announces_them_and_its_owner_changes_them() {
    Map<String, Object> lot = trade.lot(50_000);
    lot.put("adjustments", List.of(moisture(10, List.of(band(10, null, -2)))));
    Http.Answer made = trade.seller().post("/lots", lot).expect(201);
    String path = "/lots/" + made.text("id");
    assertThat(trade.buyer().get(path).json().at("/adjustments"))
        .hasSize(1)
        .isEqualTo(made.json().at("/adjustments"));
    assertThat(trade.seller().get("/lots").json().at("/items/0/adjustments"))
        .isEqualTo(made.json().at("/adjustments"));

    Map<String, Object> edit = trade.lot(50_000);
    List.of("streamId", "saleMethod", "quantityKind", "quantityKg").forEach(edit::remove);
    edit.put("adjustments", List.of(adjustment("cao", "dry", 40, List.of(band(35, 40, 1.5)))));
    JsonNode changed =
        trade.seller().ifMatch(1).put(path, edit).expect(200).json().at("/adjustments");
    assertThat(changed.findValuesAsText("parameter")).containsExactly("cao");
    assertThat(trade.buyer().get(path).json().at("/adjustments")).isEqualTo(changed);
    assertThat(trade.propose(made.text("id"), 10_000).json().at("/adjustments"))
        .as("an offer says itself what it stands on")
        .isEmpty();

    edit.put("adjustments", List.of(moisture(10, List.of(band(9, 9, 1)))));
    Http.Answer refused = trade.seller().ifMatch(2).put(path, edit);
    assertProblem(refused, 422, "bands-not-in-order");
    assertThat(fieldsOf(refused)).containsExactly("adjustments[0].bands[0].from");
    edit.remove("adjustments");
    assertThat(trade.seller().ifMatch(2).put(path, edit).expect(200).json().at("/adjustments"))
        .isEmpty();
    assertThat(trade.buyer().get(path).json().at("/adjustments")).isEmpty();
  }

  @Test
  void what_is_wrong_with_them_is_said_where_it_is() {
    String lot = trade.publish(50_000).text("id");
    assertRefused(
        lot,
        "parameter-unknown",
        "adjustments[0].parameter",
        List.of(adjustment("nope", "dry", 1, ANY)));
    assertRefused(
        lot,
        "parameter-unknown",
        "adjustments[1].parameter",
        List.of(moisture(10, ANY), moisture(9, ANY)));
    assertRefused(
        lot, "value-out-of-bounds", "adjustments[0].guaranteed", List.of(moisture(101, ANY)));
    assertRefused(
        lot,
        "bands-not-in-order",
        "adjustments[0].bands[0].from",
        List.of(moisture(10, List.of(band(9, 9, 1)))));
    assertRefused(
        lot,
        "bands-not-in-order",
        "adjustments[0].bands[1].from",
        List.of(moisture(10, List.of(band(8, 11, 1), band(10, 12, 1)))));
    assertRefused(
        lot,
        "bands-not-in-order",
        "adjustments[0].bands[1].from",
        List.of(moisture(10, List.of(band(8, null, 1), band(12, 14, 1)))));
    assertThat(propose(lot, List.of(moisture(101, ANY))).number("facts/maximum")).isEqualTo(100);
    assertThat(trade.buyer().get("/offers").json().at("/items")).as("nothing is kept").isEmpty();
  }

  @Test
  void bad_input_names_its_field() {
    String lot = trade.publish(50_000).text("id");
    Map<String, Object> bare = body("parameter", "moisture", "basis", "wet", "guaranteed", 10);
    bare.put("bands", List.of());
    assertThat(fieldsOf(propose(lot, List.of(bare)).expect(400)))
        .containsExactly("adjustments[0].bands");
    assertThat(
            fieldsOf(
                propose(lot, List.of(moisture(10, List.of(body("from", 10, "to", 12)))))
                    .expect(400)))
        .containsExactly("adjustments[0].bands[0].yuanPerTPerUnit");
    assertThat(
            fieldsOf(
                propose(lot, List.of(moisture(10, List.of(band(10, 12, 123_456))))).expect(400)))
        .containsExactly("adjustments[0].bands[0].yuanPerTPerUnit");
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i <= QualityAdjustment.ADJUSTMENTS_MAX; i++) {
      many.add(adjustment("p" + i, "dry", 1, ANY));
    }
    assertThat(fieldsOf(propose(lot, many).expect(400))).containsExactly("adjustments");
  }

  @Test
  void an_example_says_what_a_quality_costs() {
    Map<String, Object> question =
        body(
            "priceYuanPerT",
            120,
            "adjustments",
            List.of(
                moisture(10, List.of(band(10, null, -2))),
                adjustment("cao", "dry", 40, List.of(band(35, 40, 1)))),
            "measured",
            List.of(body("parameter", "moisture", "value", 11.25)));

    JsonNode answer = trade.buyer().post("/price-examples", question).expect(200).json();

    assertThat(answer.at("/priceYuanPerT").asDouble()).isEqualTo(117.5);
    assertThat(answer.at("/basePriceYuanPerT").asDouble()).isEqualTo(120);
    assertThat(answer.at("/parts")).hasSize(1);
    assertThat(answer.at("/parts/0/yuanPerT").asDouble()).isEqualTo(-2.5);
    question.put("adjustments", List.of(moisture(10, List.of(band(12, 9, 1)))));
    assertProblem(trade.seller().post("/price-examples", question), 422, "bands-not-in-order");
    Http.Answer bare = trade.seller().post("/price-examples", body("priceYuanPerT", 7));
    assertThat(bare.expect(200).json().at("/priceYuanPerT").asDouble()).isEqualTo(7);
    assertThat(fieldsOf(trade.seller().post("/price-examples", body()).expect(400)))
        .containsExactly("priceYuanPerT");
  }

  private void assertRefused(
      String lot, String code, String field, List<Map<String, Object>> adjustments) {
    Http.Answer refused = propose(lot, adjustments);
    assertProblem(refused, 422, code);
    assertThat(fieldsOf(refused)).containsExactly(field);
  }

  private Http.Answer propose(String lot, List<Map<String, Object>> adjustments) {
    Map<String, Object> offer = trade.offer(lot, 10_000);
    offer.put("adjustments", adjustments);
    return trade.buyer().post("/offers", offer);
  }

  private static Map<String, Object> moisture(double guaranteed, List<Map<String, Object>> bands) {
    return adjustment("moisture", "wet", guaranteed, bands);
  }

  private static Map<String, Object> adjustment(
      String parameter, String basis, double guaranteed, List<Map<String, Object>> bands) {
    return body("parameter", parameter, "basis", basis, "guaranteed", guaranteed, "bands", bands);
  }

  private static Map<String, Object> band(
      @Nullable Integer from, @Nullable Integer to, double rate) {
    Map<String, Object> band = body("yuanPerTPerUnit", rate);
    if (from != null) {
      band.put("from", from);
    }
    if (to != null) {
      band.put("to", to);
    }
    return band;
  }
}
