package cn.wufei.exchange.settlement.statement;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdjustedStatementIT {

  /// Lime of 40 %: each point below takes off 5, each above adds 3. Moisture of 10 %: each point
  /// above takes off 2 besides what is deducted.
  private static final List<Map<String, Object>> ADJUSTMENTS =
      List.of(adjustment("cao", "dry", 40, 5, 3), adjustment("moisture", "wet", 10, 0, -2));

  private final Accounts accounts = Accounts.at(100, "third-party", ADJUSTMENTS);

  @Test
  void a_load_is_paid_for_by_what_was_measured_of_it_and_else_at_the_base_price() {
    Http.Answer measured = accounts.deliver(30_000);
    accounts.deliver(10_000);
    Http.Answer assay = accounts.buyer().post("/assays", assay(12, 38.5, measured)).expect(201);
    assertThat(assay.json().at("/priceYuanPerT").asDouble()).isEqualTo(100 - 7.5 - 4);

    Http.Answer statement = accounts.propose();

    Http.Answer lines = accounts.buyer().get("/statements/" + statement.text("id") + "/lines");
    assertThat(lines.json().at("/items/0/priceYuanPerT").asDouble()).isEqualTo(88.5);
    assertThat(lines.number("items/0/settledKg")).as("two points of water").isEqualTo(29_400);
    assertThat(lines.number("items/0/amountFen")).isEqualTo(260_190);
    assertThat(lines.json().at("/items/1/priceYuanPerT").asDouble()).isEqualTo(100);
    assertThat(lines.number("items/1/amountFen")).isEqualTo(100_000);
    assertThat(statement.number("totals/grossFen")).isEqualTo(360_190);
    accounts.agree(statement).expect(200);
    assertThat(accounts.held("due")).isEqualTo(360_190);
    Accounts.assertBooksBalance();
  }

  @Test
  void a_report_without_moisture_sets_the_price_and_leaves_the_deduction_of_the_receipt() {
    Accounts lime = Accounts.at(100, "third-party", ADJUSTMENTS.subList(0, 1));
    Http.Answer load = lime.trade().dispatch(lime.agreementId(), 30_000);
    Map<String, Object> receipt = lime.trade().receipt(30_000, 0);
    receipt.put("deductionKg", 500);
    Http.Answer received = lime.trade().receive(load, receipt).expect(200);
    Map<String, Object> assay = lime.assay(received);
    assay.put(
        "terms",
        body("moistureBasisPct", 10, "impurityBasisPct", 0, "deductionRule", "excess-points"));
    assay.put("results", List.of(body("parameter", "cao", "measured", 42)));
    lime.seller().post("/assays", assay).expect(201);

    Http.Answer statement = lime.propose();

    Http.Answer lines = lime.buyer().get("/statements/" + statement.text("id") + "/lines");
    assertThat(lines.number("items/0/settledKg")).isEqualTo(29_500);
    assertThat(lines.json().at("/items/0/priceYuanPerT").asDouble()).isEqualTo(106);
    assertThat(lines.number("items/0/amountFen")).isEqualTo(312_700);
  }

  @Test
  void what_moves_the_price_must_have_been_measured() {
    Map<String, Object> assay = accounts.assay(accounts.deliver(30_000));

    Http.Answer refused = accounts.buyer().post("/assays", assay);

    assertProblem(refused, 422, "adjusted-parameter-missing");
    assertThat(refused.text("facts/parameter")).isEqualTo("cao");
    assertThat(fieldsOf(refused)).containsExactly("results");
  }

  private Map<String, Object> assay(double moisture, double lime, Http.Answer load) {
    Map<String, Object> assay = accounts.assay(load);
    assay.put(
        "terms",
        body(
            "moisturePct",
            moisture,
            "moistureBasisPct",
            10,
            "impurityBasisPct",
            0,
            "deductionRule",
            "excess-points"));
    assay.put("results", List.of(body("parameter", "cao", "measured", lime)));
    return assay;
  }

  /// One rate below the agreed value and another above it.
  private static Map<String, Object> adjustment(
      String parameter, String basis, double guaranteed, double below, double above) {
    return body(
        "parameter",
        parameter,
        "basis",
        basis,
        "guaranteed",
        guaranteed,
        "bands",
        List.of(
            body("to", guaranteed, "yuanPerTPerUnit", below),
            body("from", guaranteed, "yuanPerTPerUnit", above)));
  }
}
