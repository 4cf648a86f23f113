package cn.wufei.exchange.settlement;

import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The authorities have no route to money, but read each act with its sum, and why something was
/// turned down.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettlementAuditIT {

  @Test
  void a_payment_is_confirmed_or_rejected_with_its_sum() throws JsonProcessingException {
    Accounts accounts = Accounts.at(50);
    Http.Answer paid = accounts.buyer().post("/payments", accounts.payment(700)).expect(201);
    Http.Answer lost = accounts.buyer().post("/payments", accounts.payment(900)).expect(201);

    accounts.confirm(paid).expect(200);
    reject(accounts.seller(), 1, "/payments/" + lost.text("id"));

    assertThat(lastAct(paid, "payment-confirmed"))
        .isEqualTo(Map.of("amountFen", 700, "settledFen", 0, "prepaidFen", 700));
    assertThat(lastAct(lost, "payment-rejected"))
        .isEqualTo(Map.of("amountFen", 900, "reason", "未到账"));
  }

  @Test
  void a_deposit_and_a_release_are_rejected_with_their_sum_and_the_reason()
      throws JsonProcessingException {
    Accounts accounts = Accounts.at(50);
    Http.Answer lost = accounts.buyer().post("/deposits", accounts.deposit(900)).expect(201);
    Http.Answer held = accounts.buyer().post("/deposits", accounts.deposit(700)).expect(201);
    String path = "/deposits/" + held.text("id");
    accounts.seller().ifMatch(1).post(path + "/confirmation").expect(200);
    Map<String, Object> release =
        body(
            "amountFen",
            600,
            "occurredOn",
            accounts.trade().today().toString(),
            "reason",
            "协议终止",
            "bankReference",
            "T-" + Fixtures.nextNumber());
    Http.Answer recorded =
        accounts.seller().ifMatch(2).post(path + "/release", release).expect(200);

    reject(accounts.seller(), 1, "/deposits/" + lost.text("id"));
    reject(accounts.buyer(), 3, path + "/releases/" + recorded.text("moves/0/id"));

    assertThat(lastAct(lost, "deposit-rejected"))
        .isEqualTo(Map.of("amountFen", 900, "reason", "未到账"));
    assertThat(lastAct(held, "deposit-release-rejected"))
        .isEqualTo(Map.of("amountFen", 600, "reason", "未到账"));
  }

  @Test
  void a_statement_is_disputed_with_its_sum_and_the_reason() throws JsonProcessingException {
    Accounts accounts = Accounts.at(50);
    accounts.deliver(30_000);
    Http.Answer proposed = accounts.propose();

    accounts
        .buyer()
        .ifMatch(1)
        .post("/statements/" + proposed.text("id") + "/dispute", body("reason", "第二车水分未扣"))
        .expect(200);

    assertThat(lastAct(proposed, "statement-disputed"))
        .isEqualTo(
            Map.of(
                "number",
                proposed.text("number"),
                "loads",
                1,
                "grossFen",
                150_000,
                "reason",
                "第二车水分未扣"));
  }

  private static void reject(Http who, long version, String path) {
    who.ifMatch(version).post(path + "/rejection", body("reason", "未到账")).expect(200);
  }

  private static Map<?, ?> lastAct(Http.Answer thing, String action)
      throws JsonProcessingException {
    Http.Answer records =
        Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY))
            .get("/audit/records?subjectId=" + thing.text("id"))
            .expect(200);
    assertThat(records.text("items/0/action")).isEqualTo(action);
    return Http.JSON.readValue(records.text("items/0/facts"), Map.class);
  }
}
