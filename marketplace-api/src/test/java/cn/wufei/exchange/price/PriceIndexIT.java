package cn.wufei.exchange.price;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PriceIndexIT {

  private final Trade trade = Trade.begin();
  private final TestIndex index = new TestIndex("2026-03", 280);

  @Test
  void the_operator_states_an_index_and_its_values_and_everybody_reads_them() {
    JsonNode changed = index.define(1).expect(200).json();
    assertThat(changed.at("/version").asLong()).isEqualTo(2);
    assertThat(changed.at("/verified").asBoolean()).isTrue();
    assertThat(changed.at("/newest/month").asText()).isEqualTo("2026-03");
    assertProblem(index.define(1), 412, "version-stale");
    assertProblem(index.define(0), 412, "version-stale");
    index.state("2026-01", 300).expect(201);
    assertThat(trade.buyer().get("/price-indices?limit=100").expect(200).json().at("/items"))
        .as("the latest month counts, not what was stated last")
        .anySatisfy(each -> {
          assertThat(each.at("/code").asText()).isEqualTo(index.code());
          assertThat(each.at("/newest/yuanPerT").asDouble()).isEqualTo(280);
        });
    Http.Answer future = index.state("2099-01", 1);
    assertProblem(future, 422, "index-month-not-begun");
    assertThat(fieldsOf(future)).containsExactly("month");
    Http operator = Http.as(Fixtures.operator());
    assertProblem(
        operator.post("/price-indices/nowhere/values", body("month", "2026-01", "yuanPerT", 1)),
        404,
        "not-found");
    assertProblem(trade.buyer().get("/price-indices/nowhere/values"), 404, "not-found");
    assertThat(fieldsOf(index.state("2026-13", 1).expect(400))).containsExactly("month");
  }

  @Test
  void a_formula_that_cannot_be_reckoned_with_is_refused_where_it_is_wrong() {
    String lot = trade.publish(50_000).text("id");
    Http operator = Http.as(Fixtures.operator());
    String bare = index.code() + "-bare";
    operator
        .ifMatch(0)
        .put(
            "/price-indices/" + bare,
            body("nameZh", "空", "nameEn", "Bare", "source", "none", "verified", false))
        .expect(200);

    Http.Answer unknown = propose(lot, byIndex("nowhere"));
    assertProblem(unknown, 422, "index-unknown");
    assertThat(fieldsOf(unknown)).containsExactly("formula.index.index");
    assertProblem(propose(lot, byIndex(bare)), 409, "index-without-value");
    Map<String, Object> reversed = byIndex(index.code());
    reversed.put("floorYuanPerT", 90);
    reversed.put("ceilingYuanPerT", 80);
    Http.Answer crossed = propose(lot, reversed);
    assertProblem(crossed, 422, "floor-above-ceiling");
    assertThat(fieldsOf(crossed)).containsExactly("formula.index.floorYuanPerT");
    Map<String, Object> nothing = byIndex(index.code());
    nothing.put("coefficient", 0);
    assertThat(fieldsOf(propose(lot, nothing).expect(400)))
        .containsExactly("formula.index.coefficient");
    assertThat(trade.buyer().get("/offers").json().at("/items")).as("nothing is kept").isEmpty();
  }

  @Test
  void it_is_negotiated_and_each_offer_keeps_its_own() {
    Http.Answer offer =
        propose(trade.publish(50_000).text("id"), byIndex(index.code())).expect(201);
    Map<String, Object> terms = trade.terms(20_000);
    terms.put("formula", body("tonne", "dry", "loadingFeeYuanPerT", 3));
    Http.Answer counter =
        trade
            .seller()
            .ifMatch(1)
            .post("/offers/" + offer.text("id") + "/counter", terms)
            .expect(201);

    assertThat(counter.json().at("/formula").has("index")).isFalse();
    assertThat(counter.text("formula/tonne")).isEqualTo("dry");
    JsonNode course =
        trade.seller().get("/offers/" + offer.text("id") + "/course").expect(200).json();
    assertThat(course.findValues("formula"))
        .containsExactly(offer.json().at("/formula"), counter.json().at("/formula"));
    assertThat(offer.json().at("/formula/index/plusYuanPerT").asDouble()).isEqualTo(-12);
  }

  /// With an approval above 20,000 yuan: the indicative price of 1 yuan would bind to 20 only.
  @Test
  void what_it_comes_to_by_the_last_value_is_what_needs_approval() {
    Http.as(trade.receiver().admin())
        .ifMatch(0)
        .put("/policy/approval", body("aboveFen", 400_000, "administratorsAlone", false))
        .expect(200);
    Map<String, Object> offer = trade.offer(trade.publish(50_000).text("id"), 20_000);
    offer.put("priceYuanPerT", 1);
    trade.buyer().post("/offers", offer).expect(201);
    offer.put("formula", body("index", byIndex(index.code())));

    assertProblem(trade.buyer().post("/offers", offer), 403, "approval-needed");
  }

  @Test
  void an_example_shows_each_step_from_index_to_amount() {
    Map<String, Object> question =
        body(
            "priceYuanPerT",
            70,
            "formula",
            body("index", byIndex(index.code()), "tonne", "dry", "loadingFeeYuanPerT", 2.5),
            "measured",
            List.of(body("parameter", "moisture", "value", 12)),
            "netKg",
            30_000);

    JsonNode answer = trade.buyer().post("/price-examples", question).expect(200).json();

    assertThat(answer.at("/month/month").asText()).isEqualTo("2026-03");
    assertThat(answer.at("/month/indexYuanPerT").asDouble()).isEqualTo(280);
    assertThat(answer.at("/month/yuanPerT").asDouble()).isEqualTo(226);
    assertThat(answer.at("/month/isBounded").asBoolean()).isFalse();
    assertThat(answer.at("/basePriceYuanPerT").asDouble()).isEqualTo(226);
    assertThat(answer.at("/load/paidKg").asLong()).isEqualTo(26_400);
    assertThat(answer.at("/load/amountFen").asLong()).isEqualTo(596_640);
    assertThat(answer.at("/load/loadingFen").asLong()).isEqualTo(7_500);
    assertThat(answer.at("/load/totalFen").asLong()).isEqualTo(604_140);
    question.put("indexYuanPerT", 100);
    JsonNode given = trade.buyer().post("/price-examples", question).expect(200).json();
    assertThat(given.at("/priceYuanPerT").asDouble()).isEqualTo(73);
    assertThat(given.at("/month").has("month")).isFalse();
    question.remove("measured");
    assertProblem(trade.buyer().post("/price-examples", question), 422, "moisture-needed");
  }

  private static Map<String, Object> byIndex(String code) {
    return body("index", code, "coefficient", 0.85, "plusYuanPerT", -12);
  }

  private Http.Answer propose(String lot, Map<String, Object> byIndex) {
    Map<String, Object> offer = trade.offer(lot, 10_000);
    offer.put("formula", body("index", byIndex));
    return trade.buyer().post("/offers", offer);
  }
}
