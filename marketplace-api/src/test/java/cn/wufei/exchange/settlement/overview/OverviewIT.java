package cn.wufei.exchange.settlement.overview;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.settlement.Accounts;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OverviewIT {

  @Test
  void both_see_who_owes_whom_since_when_and_what_waits() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer old = accounts.stated();
    Books.write(
        "update settlement_statement set agreed_at = date_sub(agreed_at, interval 45 day) where id"
            + " = ?",
        Books.numberOf(old.text("id")));
    accounts.deliver(10_000);
    accounts.stated();
    accounts.pay(60_000);
    accounts.buyer().post("/deposits", accounts.deposit(9_000)).expect(201);
    accounts.buyer().post("/payments", accounts.payment(1_000)).expect(201);
    accounts.deliver(1_000);
    accounts.propose();

    Http.Answer sold = accounts.seller().get("/settlement/overview").expect(200);
    Http.Answer bought = accounts.buyer().get("/settlement/overview").expect(200);

    assertThat(sold.number("counterparties/0/receivableFen")).isEqualTo(140_000);
    assertThat(sold.number("counterparties/0/receivable/days30Fen")).isEqualTo(50_000);
    assertThat(sold.number("counterparties/0/receivable/days60Fen")).isEqualTo(90_000);
    assertThat(sold.number("counterparties/0/payableFen")).isZero();
    assertThat(sold.number("paymentsWaiting")).isEqualTo(1);
    assertThat(sold.number("depositsWaiting")).isEqualTo(1);
    assertThat(sold.number("statementsWaiting")).isZero();
    assertThat(bought.number("counterparties/0/payableFen")).isEqualTo(140_000);
    assertThat(bought.number("counterparties/0/payable/days60Fen")).isEqualTo(90_000);
    assertThat(bought.number("statementsWaiting")).isEqualTo(1);
    assertThat(bought.number("paymentsWaiting")).isZero();
    Http stranger = Http.as(Fixtures.producerReceiver().admin());
    assertThat(stranger.get("/settlement/overview").expect(200).json().at("/counterparties"))
        .isEmpty();
  }

  @Test
  void a_statement_that_was_disputed_waits_for_who_drafted_it() {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer proposed = accounts.propose();
    accounts
        .buyer()
        .ifMatch(1)
        .post("/statements/" + proposed.text("id") + "/dispute", body("reason", "数量"))
        .expect(200);

    assertThat(accounts.seller().get("/settlement/overview").number("statementsWaiting"))
        .isEqualTo(1);
    assertThat(accounts.buyer().get("/settlement/overview").number("statementsWaiting")).isZero();
  }

  @Test
  void a_load_counts_as_unstated_until_its_statement_is_agreed() {
    Accounts accounts = Accounts.at(50);
    String path = "/agreements/" + accounts.agreementId() + "/money";
    accounts.deliver(30_000);
    accounts.stated();
    accounts.deliver(20_000);
    Http.Answer proposed = accounts.propose();
    accounts.trade().dispatch(accounts.agreementId(), 10_000);

    assertThat(accounts.buyer().get(path).expect(200).number("unstatedLoads")).isEqualTo(2);
    accounts.agree(proposed).expect(200);
    assertThat(accounts.buyer().get(path).expect(200).number("unstatedFen")).isEqualTo(50_000);
  }

  @Test
  void a_load_beyond_the_prepayment_leaves_and_is_flagged() {
    Accounts accounts = Accounts.at(50);
    String path = "/agreements/" + accounts.agreementId();
    Map<String, Object> ahead = accounts.payment(120_000);
    ahead.put("purpose", "prepayment");
    accounts.confirm(accounts.buyer().post("/payments", ahead).expect(201)).expect(200);
    accounts.seller().ifMatch(0).put(path + "/pickup-limit", body("active", true)).expect(200);

    Http.Answer covered = accounts.seller().get(path + "/money").expect(200);
    accounts.deliver(20_000);
    Http.Answer beyond = accounts.trade().dispatch(accounts.agreementId(), 10_000);
    Http.Answer after = accounts.buyer().get(path + "/money").expect(200);

    assertThat(covered.number("coverage/remainingKg")).isEqualTo(24_000);
    assertThat(after.json().at("/pickupLimited").asBoolean()).isTrue();
    assertThat(after.number("unstatedFen")).isEqualTo(150_000);
    assertThat(after.number("coverage/remainingFen")).isEqualTo(-30_000);
    assertThat(after.text("coverage/beyond/0/loadNumber")).isEqualTo(beyond.text("number"));
    assertThat(after.number("coverage/beyond/0/beyondFen")).isEqualTo(30_000);
  }

  @Test
  void only_the_seller_ties_dispatch_to_prepayment_and_strangers_see_nothing() {
    Accounts accounts = Accounts.at(50);
    String path = "/agreements/" + accounts.agreementId();
    Http stranger = Http.as(Fixtures.producerReceiver().admin());
    Map<String, Object> on = body("active", true);

    assertProblem(
        accounts.buyer().ifMatch(0).put(path + "/pickup-limit", on), 403, "not-the-seller");
    assertProblem(stranger.ifMatch(0).put(path + "/pickup-limit", on), 404, "not-found");
    assertProblem(stranger.get(path + "/money"), 404, "not-found");
    accounts.seller().ifMatch(0).put(path + "/pickup-limit", on).expect(200);
    assertProblem(
        accounts.seller().ifMatch(0).put(path + "/pickup-limit", on), 412, "version-stale");
  }
}
