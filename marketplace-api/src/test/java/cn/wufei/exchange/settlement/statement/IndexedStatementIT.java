package cn.wufei.exchange.settlement.statement;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.price.TestIndex;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IndexedStatementIT {

  private static final String EARLIER = "2020-01";

  @Test
  void a_load_costs_what_the_index_was_in_its_month_and_nothing_is_stated_before_that_is_known() {
    TestIndex index = new TestIndex(EARLIER, 100);
    Accounts accounts = Accounts.under(index.terms(0.85, -12));
    Http.Answer load = accounts.deliver(30_000);
    JsonNode money = money(accounts);
    assertThat(money.at("/unstatedFen").asLong()).as("70.00 indicative").isEqualTo(210_000);
    assertThat(money.at("/unstatedIndicative").asBoolean()).isTrue();

    Http.Answer early = accounts.seller().post("/statements", accounts.draft());

    assertProblem(early, 409, "price-of-month-missing");
    assertThat(fieldsOf(early)).containsExactly("month");
    assertThat(early.text("facts/index")).isEqualTo(index.code());
    assertThat(early.text("facts/month")).isEqualTo(accounts.month());
    assertThat(early.text("facts/load")).isEqualTo(load.text("number"));
    index.state(accounts.month(), 280).expect(201);
    assertThat(money(accounts).at("/unstatedFen").asLong()).isEqualTo(678_000);
    assertThat(money(accounts).at("/unstatedIndicative").asBoolean()).isFalse();
    Http.Answer statement = accounts.propose();
    JsonNode line = firstLine(accounts, statement);
    assertThat(line.at("/priceYuanPerT").asDouble()).isEqualTo(226);
    assertThat(line.at("/amountFen").asLong()).isEqualTo(678_000);
    assertThat(line.at("/pricing/month").asText()).isEqualTo(accounts.month());
    assertThat(line.at("/pricing/index").asText()).isEqualTo(index.code());
    assertThat(line.at("/pricing/indexYuanPerT").asDouble()).isEqualTo(280);
    assertThat(line.at("/pricing/basePriceYuanPerT").asDouble()).isEqualTo(226);
    assertThat(statement.number("totals/grossFen")).isEqualTo(678_000);
  }

  @Test
  void a_corrected_value_overtakes_what_nobody_agreed_to_and_nothing_else() {
    TestIndex index = new TestIndex(EARLIER, 100);
    Accounts accounts = Accounts.under(index.terms(1, 0));
    accounts.deliver(10_000);
    index.state(accounts.month(), 50).expect(201);
    Http.Answer proposed = accounts.propose();
    index.state(accounts.month(), 60).expect(201);

    assertProblem(accounts.agree(proposed), 409, "statement-outdated");
    accounts
        .seller()
        .ifMatch(1)
        .post("/statements/" + proposed.text("id") + "/withdrawal")
        .expect(200);
    Http.Answer agreed = accounts.stated();
    index.state(accounts.month(), 70).expect(201);

    assertThat(firstLine(accounts, agreed).at("/priceYuanPerT").asDouble()).isEqualTo(60);
    assertThat(accounts.held("due")).isEqualTo(60_000);
    JsonNode values =
        accounts.buyer().get("/price-indices/" + index.code() + "/values").expect(200).json();
    assertThat(values.at("/items").findValues("yuanPerT"))
        .as("newest first, and what was stated stays")
        .extracting(JsonNode::asDouble)
        .containsExactly(70.0, 60.0, 50.0, 100.0);
    assertThat(values.at("/items").findValuesAsText("superseded"))
        .containsExactly("false", "true", "true", "false");
    Accounts.assertBooksBalance();
  }

  @Test
  void of_dry_tonnes_the_water_is_not_paid_for_and_loading_is_charged_on_what_was_weighed() {
    Accounts accounts =
        Accounts.under(
            body("priceYuanPerT", 100, "formula", body("tonne", "dry", "loadingFeeYuanPerT", 2.5)));
    Http.Answer load = accounts.deliver(30_000);
    Http.Answer early = accounts.seller().post("/statements", accounts.draft());
    assertProblem(early, 409, "moisture-missing");
    assertThat(early.text("facts/load")).isEqualTo(load.text("number"));
    accounts.buyer().post("/assays", accounts.assay(load)).expect(201);

    Http.Answer statement = accounts.propose();

    JsonNode line = firstLine(accounts, statement);
    assertThat(line.at("/acceptedKg").asLong()).isEqualTo(30_000);
    assertThat(line.at("/settledKg").asLong()).as("less 12 %").isEqualTo(26_400);
    assertThat(line.at("/deductionKg").asLong()).isEqualTo(3_600);
    assertThat(line.at("/amountFen").asLong()).isEqualTo(264_000);
    assertThat(line.at("/loadingFen").asLong()).isEqualTo(7_500);
    assertThat(line.at("/pricing/tonne").asText()).isEqualTo("dry");
    assertThat(line.at("/pricing/moisturePct").asDouble()).isEqualTo(12);
    assertThat(statement.number("totals/goodsFen")).isEqualTo(264_000);
    assertThat(statement.number("totals/loadingFen")).isEqualTo(7_500);
    assertThat(statement.number("totals/grossFen")).isEqualTo(271_500);
    Http.Answer agreed = accounts.agree(statement).expect(200);
    assertThat(accounts.held("due")).isEqualTo(271_500);
    Map<String, Object> correction =
        body(
            "lines",
            List.of(
                body(
                    "lineId",
                    line.at("/id").asText(),
                    "acceptedKg",
                    28_000,
                    "settledKg",
                    24_640,
                    "priceYuanPerT",
                    100,
                    "freightFen",
                    0)),
            "usePrepayment",
            false,
            "reason",
            "复磅");
    Http.Answer corrected =
        accounts
            .buyer()
            .post("/statements/" + agreed.text("id") + "/corrections", correction)
            .expect(201);
    assertThat(corrected.number("totals/loadingFen")).as("2 t less").isEqualTo(-500);
    Accounts.assertBooksBalance();
  }

  @Test
  void a_plain_price_says_nothing_of_all_this() {
    Accounts accounts = Accounts.under(body("priceYuanPerT", 50, "formula", body("tonne", "wet")));
    accounts.deliver(10_000);

    Http.Answer statement = accounts.propose();

    assertThat(firstLine(accounts, statement).has("pricing")).isFalse();
    assertThat(statement.number("totals/loadingFen")).isZero();
    JsonNode agreement = accounts.trade().agreement(accounts.agreementId()).json();
    assertThat(agreement.has("formula")).isFalse();
    JsonNode content = content(accounts);
    assertThat(content.at("/format").asText()).isEqualTo("wufei-agreement/1");
    assertThat(content.at("/price").has("formula")).isFalse();
  }

  @Test
  void the_formula_is_part_of_what_is_signed() {
    TestIndex index = new TestIndex(EARLIER, 100);
    Accounts accounts = Accounts.under(index.terms(0.85, -12));

    JsonNode content = content(accounts);

    assertThat(content.at("/format").asText()).isEqualTo("wufei-agreement/2");
    assertThat(content.at("/price/formula/indexNameEn").asText()).isEqualTo("Index of a test");
    assertThat(content.at("/price/formula/terms/index/coefficient").asDouble()).isEqualTo(0.85);
    JsonNode agreed = accounts.trade().agreement(accounts.agreementId()).json();
    assertThat(agreed.at("/formula/index/index").asText()).isEqualTo(index.code());
    assertThat(content.at("/price/formula/terms")).isEqualTo(agreed.at("/formula"));
    String path = "/agreements/" + accounts.agreementId() + "/document.pdf";
    assertThat(accounts.buyer().download(path).statusCode()).isEqualTo(200);
  }

  private static JsonNode content(Accounts accounts) {
    return accounts
        .buyer()
        .get("/agreements/" + accounts.agreementId() + "/document")
        .expect(200)
        .json()
        .at("/versions/0/content");
  }

  private static JsonNode money(Accounts accounts) {
    return accounts
        .buyer()
        .get("/agreements/" + accounts.agreementId() + "/money")
        .expect(200)
        .json();
  }

  private static JsonNode firstLine(Accounts accounts, Http.Answer statement) {
    return accounts
        .buyer()
        .get("/statements/" + statement.text("id") + "/lines")
        .expect(200)
        .json()
        .at("/items/0");
  }
}
