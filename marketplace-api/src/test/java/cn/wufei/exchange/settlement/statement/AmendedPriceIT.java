package cn.wufei.exchange.settlement.statement;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestMember;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendedPriceIT {

  private static final int KG = 10_000;

  private final Trade trade = Trade.begin();
  private final LocalDate today = trade.today();
  private final String agreement = agreed();

  @Test
  void every_load_is_paid_for_at_the_price_of_the_day_of_the_weighing_that_governs() {
    Http.Answer early = deliver(today.minusDays(1));
    Http.Answer late = deliver(today);

    amend(body("priceYuanPerT", 120, "priceFrom", today.toString()));

    JsonNode agreed = trade.agreement(agreement).json();
    assertThat(agreed.at("/priceYuanPerT").asDouble()).isEqualTo(120);
    assertThat(agreed.at("/prices/0/from").asText()).isEqualTo(today.toString());
    assertThat(agreed.at("/prices/1/priceYuanPerT").asDouble()).isEqualTo(100);
    assertThat(agreed.at("/prices/1").has("from")).isFalse();
    assertProblem(
        trade.buyer().post("/assays", assay(early, late)), 422, "loads-of-several-prices");
    JsonNode money = trade.buyer().get("/agreements/" + agreement + "/money").expect(200).json();
    assertThat(money.at("/unstatedFen").asLong()).isEqualTo(220_000);
    Http.Answer statement = state();
    JsonNode lines = lines(statement);
    assertThat(lines.at("/0/priceYuanPerT").asDouble()).isEqualTo(100);
    assertThat(lines.at("/0/amountFen").asLong()).isEqualTo(100_000);
    assertThat(lines.at("/1/priceYuanPerT").asDouble()).isEqualTo(120);
    assertThat(lines.at("/1/amountFen").asLong()).isEqualTo(120_000);
  }

  @Test
  void what_is_on_a_statement_or_in_a_report_keeps_its_price() {
    deliver(today);
    Http.Answer statement = state();

    Http.Answer settled = propose(body("priceYuanPerT", 90, "priceFrom", today.toString()));
    assertProblem(settled, 409, "price-day-settled");
    assertThat(fieldsOf(settled)).containsExactly("priceFrom");
    assertThat(settled.text("facts/earliest")).isEqualTo(today.plusDays(1).toString());
    amend(body("priceYuanPerT", 90));

    JsonNode agreed = trade.agreement(agreement).json();
    assertThat(agreed.at("/prices/0/from").asText()).isEqualTo(today.plusDays(1).toString());
    assertThat(agreed.at("/priceYuanPerT").asDouble()).as("today").isEqualTo(100);
    trade
        .buyer()
        .ifMatch(statement.number("version"))
        .post("/statements/" + statement.text("id") + "/agreement")
        .expect(200);
  }

  @Test
  void a_statement_that_was_drawn_up_meanwhile_is_found_at_the_last_signature() {
    deliver(today);
    propose(body("priceYuanPerT", 90, "priceFrom", today.toString())).expect(201);
    sign(trade.producer().trader()).expect(200);
    state();

    assertProblem(sign(trade.receiver().trader()), 409, "price-day-settled");

    assertThat(document().at("/versions/0/status").asText()).isEqualTo("signed-once");
  }

  @Test
  void without_a_day_the_price_holds_from_the_day_of_the_last_signature_with_its_bands() {
    Map<String, Object> band =
        body(
            "parameter",
            "moisture",
            "basis",
            "wet",
            "guaranteed",
            10,
            "bands",
            List.of(body("from", 10, "yuanPerTPerUnit", -2)));
    Http.Answer load = deliver(today);

    amend(body("priceYuanPerT", 110.5, "adjustments", List.of(band)));

    JsonNode agreed = trade.agreement(agreement).json();
    assertThat(agreed.at("/prices/0/from").asText()).isEqualTo(today.toString());
    assertThat(agreed.at("/adjustments/0/parameter").asText()).isEqualTo("moisture");
    Http.Answer report = trade.buyer().post("/assays", assay(load)).expect(201);
    assertThat(report.json().at("/priceYuanPerT").asDouble()).isEqualTo(106.5);
    JsonNode changes = document().at("/versions/0/changes");
    assertThat(changes.findValuesAsText("field")).containsExactly("priceYuanPerT", "adjustments");
    assertThat(changes.at("/1/after").asText()).isEqualTo("moisture wet 10 10 * -2");
    assertProblem(
        propose(body("priceYuanPerT", 80, "priceFrom", today.toString())),
        409,
        "price-day-settled");
    amend(body("adjustments", List.of()));
    JsonNode flat = trade.agreement(agreement).json().at("/prices/0");
    assertThat(flat.at("/from").asText()).isEqualTo(today.plusDays(1).toString());
    assertThat(flat.at("/adjustments")).isEmpty();
    assertThat(pdf()).startsWith("%PDF");
  }

  @Test
  void a_day_lies_in_the_time_of_delivery_and_belongs_to_a_price_that_changes() {
    Http.Answer alone = propose(body("priceFrom", today.toString()));
    assertProblem(alone, 422, "price-day-alone");
    assertThat(fieldsOf(alone)).containsExactly("priceFrom");
    for (LocalDate outside : List.of(today.minusDays(6), today.plusDays(31))) {
      Http.Answer refused = propose(body("priceYuanPerT", 90, "priceFrom", outside.toString()));
      assertProblem(refused, 422, "price-day-outside-delivery");
      assertThat(fieldsOf(refused)).containsExactly("priceFrom");
    }
    assertProblem(propose(body("priceYuanPerT", 100)), 422, "nothing-changed");
    assertThat(fieldsOf(propose(body("priceYuanPerT", 100_000.01)).expect(400)))
        .containsExactly("priceYuanPerT");
  }

  private String agreed() {
    trade.enter("generation", 300_000);
    Map<String, Object> offer = trade.offer(trade.publish(300_000).text("id"), 300_000);
    offer.put("priceYuanPerT", 100);
    offer.put("governingScale", "seller");
    offer.put("deliverFrom", today.minusDays(5).toString());
    String id = trade.accept(trade.buyer().post("/offers", offer).expect(201)).text("id");
    signBoth(id);
    return id;
  }

  /// A load that left on that day and was received today.
  private Http.Answer deliver(LocalDate day) {
    Map<String, Object> load = trade.load(agreement, KG);
    if (day.isBefore(today)) {
      load.put("dispatchedAt", LocalCalendar.startOf(day).plusSeconds(36_000).toString());
    }
    Http.Answer sent = Http.as(trade.producer().gate()).post("/loads", load).expect(201);
    return trade.receive(sent, trade.receipt(KG, 0)).expect(200);
  }

  private Http.Answer propose(Map<String, Object> terms) {
    JsonNode document = document();
    int behind = document.at("/versions/0/number").asInt() - document.at("/inForce").asInt();
    terms.put("basedOn", document.at("/versions/" + behind + "/sha256").asText());
    terms.put("note", "市场价变动");
    return trade.seller().post("/agreements/" + agreement + "/document/amendments", terms);
  }

  private void amend(Map<String, Object> terms) {
    propose(terms).expect(201);
    signBoth(agreement);
  }

  private void signBoth(String id) {
    sign(id, trade.producer().trader()).expect(200);
    sign(id, trade.receiver().trader()).expect(200);
  }

  private Http.Answer sign(TestMember member) {
    return sign(agreement, member);
  }

  private Http.Answer sign(String id, TestMember member) {
    String path = "/agreements/" + id + "/document";
    JsonNode newest = trade.buyer().get(path).expect(200).json().at("/versions/0");
    return Http.as(member)
        .post(
            path + "/versions/" + newest.at("/number").asInt() + "/signature",
            body("sha256", newest.at("/sha256").asText(), "password", member.password()));
  }

  private JsonNode document() {
    return trade.buyer().get("/agreements/" + agreement + "/document").expect(200).json();
  }

  private String pdf() {
    return trade.buyer().get("/agreements/" + agreement + "/document.pdf").expect(200).body();
  }

  private Http.Answer state() {
    return trade
        .seller()
        .post(
            "/statements",
            body(
                "counterpartyId",
                trade.receiver().id().toString(),
                "side",
                "seller",
                "month",
                LocalCalendar.monthOf(trade.receivedAt()).toString(),
                "taxIncluded",
                true,
                "usePrepayment",
                false))
        .expect(201);
  }

  private JsonNode lines(Http.Answer statement) {
    return trade
        .buyer()
        .get("/statements/" + statement.text("id") + "/lines")
        .expect(200)
        .json()
        .at("/items");
  }

  /// Two points of moisture above the basis.
  private Map<String, Object> assay(Http.Answer... loads) {
    return body(
        "agreementId",
        agreement,
        "loadIds",
        List.of(loads).stream().map(load -> load.text("id")).toList(),
        "laboratory",
        "淄博某检测公司",
        "reportNumber",
        "HY-2026-1",
        "sampledOn",
        today.toString(),
        "terms",
        body(
            "moisturePct",
            12,
            "moistureBasisPct",
            10,
            "impurityBasisPct",
            0,
            "deductionRule",
            "excess-points"),
        "results",
        List.of());
  }
}
