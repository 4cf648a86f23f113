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

/// What becomes of an agreed statement that was wrong.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectStatementIT {

  @Test
  void a_correction_takes_the_line_back_and_says_it_anew() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer agreed = accounts.stated();
    Map<String, Object> correction = correction(line(accounts, agreed, 30_000, 29_400, 0));

    Http.Answer drafted = accounts.buyer().post(corrections(agreed), correction).expect(201);

    assertThat(drafted.text("correctsId")).isEqualTo(agreed.text("id"));
    assertThat(drafted.number("totals/grossFen")).isEqualTo(-3_000);
    assertThat(accounts.held("due")).isEqualTo(150_000);
    assertProblem(
        accounts.seller().post(corrections(agreed), correction), 409, "line-corrected-already");
    agree(accounts, drafted);
    assertThat(accounts.held("due")).isEqualTo(147_000);
    Http.Answer lines = lines(accounts, drafted);
    assertThat(lines.text("items/0/kind")).isEqualTo("reversal");
    assertThat(lines.number("items/0/settledKg")).isEqualTo(-30_000);
    assertThat(lines.text("items/1/kind")).isEqualTo("replacement");
    assertThat(lines.number("items/1/deductionKg")).isEqualTo(600);
    Accounts.assertBooksBalance();
  }

  @Test
  void a_load_that_did_not_come_after_all_is_corrected_to_nothing_with_its_freight() {
    Accounts accounts = Accounts.at(50);
    Http.Answer load = accounts.deliver(30_000);
    Http.Answer agreed = agreedWithFreight(accounts);
    assertThat(accounts.held("due")).isEqualTo(180_000);
    accounts.voidReceipt(load);

    Http.Answer drafted =
        accounts
            .buyer()
            .post(corrections(agreed), correction(line(accounts, agreed, 0, 0, 0)))
            .expect(201);
    agree(accounts, drafted);

    assertThat(drafted.number("totals/acceptedKg")).isEqualTo(-30_000);
    assertThat(drafted.number("totals/settledKg")).isEqualTo(-30_000);
    assertThat(drafted.number("totals/freightFen")).isEqualTo(-30_000);
    assertThat(drafted.number("totals/grossFen")).isEqualTo(-180_000);
    assertThat(lines(accounts, drafted).number("items/1/deductionKg")).isZero();
    assertThat(accounts.held("due")).isZero();
    Accounts.assertBooksBalance();
  }

  @Test
  void freight_alone_is_corrected_and_accepted_kilograms_alone() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer agreed = agreedWithFreight(accounts);

    Http.Answer freight =
        accounts
            .buyer()
            .post(corrections(agreed), correction(line(accounts, agreed, 30_000, 30_000, 20_000)))
            .expect(201);
    agree(accounts, freight);
    assertThat(freight.number("totals/goodsFen")).isZero();
    assertThat(freight.number("totals/freightFen")).isEqualTo(-10_000);
    assertThat(accounts.held("due")).isEqualTo(170_000);

    Map<String, Object> anew = line(accounts, freight, 29_000, 30_000, 20_000);
    anew.put("lineId", lines(accounts, freight).text("items/1/id"));
    Http.Answer accepted =
        accounts.buyer().post(corrections(freight), correction(anew)).expect(201);

    assertThat(accepted.number("totals/acceptedKg")).isEqualTo(-1_000);
    assertThat(accepted.number("totals/grossFen")).isZero();
  }

  @Test
  void a_malformed_correction_names_its_fields() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer agreed = accounts.stated();
    Map<String, Object> line = line(accounts, agreed, -1, 30_000, 0);
    line.remove("freightFen");

    Http.Answer answer = accounts.buyer().post(corrections(agreed), correction(line));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(fieldsOf(answer))
        .containsExactlyInAnyOrder("lines[0].acceptedKg", "lines[0].freightFen");
  }

  /// The buyer pays back 300 yuan for each load.
  private static Http.Answer agreedWithFreight(Accounts accounts) {
    Map<String, Object> draft = accounts.draft();
    draft.put("freight", body("basis", "per-load", "yuan", 300, "payer", "buyer"));
    return accounts.agree(accounts.seller().post("/statements", draft).expect(201)).expect(200);
  }

  private static void agree(Accounts accounts, Http.Answer drafted) {
    accounts
        .seller()
        .ifMatch(1)
        .post("/statements/" + drafted.text("id") + "/agreement")
        .expect(200);
  }

  private static String corrections(Http.Answer statement) {
    return "/statements/" + statement.text("id") + "/corrections";
  }

  private static Http.Answer lines(Accounts accounts, Http.Answer statement) {
    return accounts.buyer().get("/statements/" + statement.text("id") + "/lines").expect(200);
  }

  private static Map<String, Object> correction(Map<String, Object> line) {
    return body("lines", List.of(line), "usePrepayment", false, "reason", "化验复核");
  }

  /// The first line of a statement, as it should have been.
  private static Map<String, Object> line(
      Accounts accounts, Http.Answer statement, long acceptedKg, long settledKg, long freightFen) {
    return body(
        "lineId",
        lines(accounts, statement).text("items/0/id"),
        "acceptedKg",
        acceptedKg,
        "settledKg",
        settledKg,
        "priceYuanPerT",
        50,
        "freightFen",
        freightFen);
  }
}
