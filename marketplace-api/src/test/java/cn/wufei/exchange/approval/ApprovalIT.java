package cn.wufei.exchange.approval;

import static cn.wufei.exchange.approval.Approving.above;
import static cn.wufei.exchange.approval.Approving.approve;
import static cn.wufei.exchange.approval.Approving.askToAccept;
import static cn.wufei.exchange.approval.Approving.kinds;
import static cn.wufei.exchange.approval.Approving.now;
import static cn.wufei.exchange.approval.Approving.path;
import static cn.wufei.exchange.approval.Approving.refuse;
import static cn.wufei.exchange.approval.Approving.steps;
import static cn.wufei.exchange.approval.Approving.withdraw;
import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import cn.wufei.exchange.worklist.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What binds a firm above its sum is done by two of its people, or not at all. Ten tonnes at minus
/// ten yuan bind to 10,000 fen.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalIT {

  private static final int KG = 10_000;
  private static final long SUM_FEN = 10_000;

  private final Trade trade = Trade.begin();
  private final Http admin = Http.as(trade.producer().admin());
  private final String lot = trade.publish(100_000).text("id");

  @Test
  void an_acceptance_above_the_sum_waits_and_is_done_by_its_approval() {
    Http.Answer offer = trade.propose(lot, KG);
    above(trade.producer(), SUM_FEN - 1);
    Map<String, Long> before = Books.rowCounts();

    Http.Answer alone = trade.accept(offer);

    assertProblem(alone, 403, "approval-needed");
    assertThat(alone.number("facts/sumFen")).isEqualTo(SUM_FEN);
    assertThat(alone.number("facts/aboveFen")).isEqualTo(SUM_FEN - 1);
    assertThat(Books.rowCounts()).isEqualTo(before);

    Http.Answer asked = askToAccept(trade.seller(), offer).expect(201);

    assertThat(asked.text("status")).isEqualTo("pending");
    assertThat(asked.text("act")).isEqualTo("accept");
    assertThat(asked.text("subjectId")).isEqualTo(offer.text("id"));
    assertThat(asked.number("subjectVersion")).isEqualTo(1);
    assertThat(asked.number("sumFen")).isEqualTo(SUM_FEN);
    assertThat(asked.text("partner/name")).isEqualTo(trade.receiver().name());
    assertThat(asked.text("lastDay")).isEqualTo(offer.text("validTo"));
    assertThat(steps(asked)).containsExactly("withdraw");
    assertThat(steps(now(admin, asked))).containsExactly("approve", "refuse", "withdraw");
    assertThat(trade.lotNow(lot).number("availableKg")).isEqualTo(100_000);
    assertThat(trade.buyer().get("/offers/" + offer.text("id")).text("status")).isEqualTo("open");
    assertThat(Work.count(trade.seller(), "approval")).isZero();
    assertThat(Work.only(admin, "approval").at("/aspect").asText()).isEqualTo("accept");

    Http.Answer done = approve(admin, asked).expect(200);

    assertThat(done.text("status")).isEqualTo("approved");
    assertThat(done.json().at("/steps")).isEmpty();
    Http.Answer agreement = trade.agreement(done.text("resultId"));
    assertThat(agreement.text("offerId")).isEqualTo(offer.text("id"));
    assertThat(agreement.number("quantityKg")).isEqualTo(KG);
    assertThat(Books.heldOf("reserved", agreement.text("id"))).isEqualTo(KG);
    assertThat(Work.count(admin, "approval")).isZero();
    assertThat(kinds(trade.seller()))
        .containsExactly("approval-given", "approval-asked", "offer-received");
    assertThat(kinds(trade.buyer())).containsExactly("offer-accepted");
    assertThat(actions()).contains("approval-asked", "approval-given", "offer-accepted");
  }

  @Test
  void up_to_the_sum_nobody_waits() {
    above(trade.producer(), SUM_FEN);
    Http.Answer offer = trade.propose(lot, KG);

    assertProblem(askToAccept(trade.seller(), offer), 409, "approval-not-needed");
    trade.accept(offer).expect(201);
    assertProblem(trade.accept(trade.propose(lot, KG + 1_000)), 403, "approval-needed");
  }

  @Test
  void who_asked_does_not_approve_not_even_an_administrator() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer offer = trade.propose(lot, KG);
    assertProblem(
        admin.ifMatch(1).post("/offers/" + offer.text("id") + "/acceptance"),
        403,
        "approval-needed");
    assertProblem(askToAccept(admin, offer), 409, "no-approver");
    Http second = Http.as(Fixtures.joining(trade.producer().admin(), Role.ORG_ADMIN));

    Http.Answer asked = askToAccept(admin, offer).expect(201);

    assertThat(steps(asked)).containsExactly("withdraw");
    assertThat(Work.count(admin, "approval")).isZero();
    assertThat(Work.count(second, "approval")).isEqualTo(1);
    assertProblem(approve(admin, asked), 403, "other-person-approves");
    assertProblem(refuse(admin, asked), 403, "other-person-approves");
    assertProblem(approve(trade.seller(), asked), 403, "forbidden");
    assertThat(approve(second, asked).expect(200).text("status")).isEqualTo("approved");
    assertProblem(approve(second, asked), 409, "approval-ended");
  }

  @Test
  void administrators_act_alone_where_the_firm_lets_them() {
    Approving.aboveForTraders(trade.producer(), SUM_FEN - 1);
    Http.Answer offer = trade.propose(lot, KG);

    assertProblem(trade.accept(offer), 403, "approval-needed");
    assertProblem(askToAccept(admin, offer), 409, "approval-not-needed");
    admin.ifMatch(1).post("/offers/" + offer.text("id") + "/acceptance").expect(201);
  }

  @Test
  void a_refusal_needs_a_reason_and_leaves_everything_as_it_is() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer offer = trade.propose(lot, KG);
    Http.Answer asked = askToAccept(trade.seller(), offer).expect(201);
    assertProblem(askToAccept(admin, offer), 409, "no-approver");
    Http other = Http.as(Fixtures.joining(trade.producer().admin(), Role.TRADER));
    assertProblem(askToAccept(other, offer), 409, "approval-pending");
    assertThat(fieldsOf(admin.post(path(asked) + "/refusal", body("reason", " ")).expect(400)))
        .containsExactly("reason");

    Http.Answer refused = refuse(admin, asked).expect(200);

    assertThat(refused.text("status")).isEqualTo("refused");
    assertThat(refused.text("reason")).isEqualTo("价格太低");
    List<String> audited = records("subjectId=" + refused.text("id")).findValuesAsText("facts");
    assertThat(audited).as("asked for and refused").hasSize(2);
    assertThat(String.join("\n", audited)).doesNotContain("价格太低", "Fen", "priceYuanPerT");
    assertThat(trade.seller().get("/offers/" + offer.text("id")).text("status")).isEqualTo("open");
    JsonNode told = trade.seller().get("/notices").json().at("/items/0");
    assertThat(told.at("/kind").asText()).isEqualTo("approval-refused");
    assertThat(told.at("/facts/reason").asText()).isEqualTo("价格太低");
    Http.Answer again = askToAccept(other, offer).expect(201);
    assertProblem(withdraw(trade.seller(), again), 403, "not-the-asker");
    assertThat(withdraw(other, again).expect(200).text("status")).isEqualTo("withdrawn");
    Http.Answer third = askToAccept(other, offer).expect(201);
    assertThat(withdraw(admin, third).expect(200).text("status")).isEqualTo("withdrawn");
    assertThat(trade.seller().get("/approvals?status=withdrawn").json().at("/items")).hasSize(2);
  }

  @Test
  void what_becomes_of_the_offer_overtakes_what_waits_about_it() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer taken = trade.propose(lot, KG);
    Http.Answer declined = trade.propose(lot, KG);
    Http.Answer alone = trade.propose(lot, KG);
    List<Http.Answer> asked =
        List.of(
            askToAccept(trade.seller(), taken).expect(201),
            askToAccept(trade.seller(), declined).expect(201),
            askToAccept(trade.seller(), alone).expect(201));

    trade.buyer().ifMatch(1).post("/offers/" + taken.text("id") + "/withdrawal").expect(200);
    trade.seller().ifMatch(1).post("/offers/" + declined.text("id") + "/decline").expect(200);
    Approving.nothing(trade.producer());
    trade.accept(alone).expect(201);

    for (Http.Answer each : asked) {
      Http.Answer ended = now(admin, each);
      assertThat(ended.text("status")).isEqualTo("overtaken");
      assertThat(ended.text("overtakenBy")).isEqualTo("moved-on");
      assertProblem(approve(admin, each), 409, "approval-ended");
    }
    assertThat(kinds(trade.seller()).stream().filter("approval-overtaken"::equals)).hasSize(3);
    assertThat(Work.count(admin, "approval")).isZero();
  }

  @Test
  void an_offer_of_another_version_than_was_asked_for_is_not_accepted() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer offer = trade.propose(lot, KG);
    Http.Answer asked = askToAccept(trade.seller(), offer).expect(201);
    Books.write(
        "update deal_offer set version = ? where id = ?", 2L, Books.numberOf(offer.text("id")));

    Http.Answer answer = approve(admin, asked).expect(200);

    assertThat(answer.text("status")).isEqualTo("overtaken");
    assertThat(answer.text("overtakenBy")).isEqualTo("moved-on");
    assertThat(trade.lotNow(lot).number("availableKg")).isEqualTo(100_000);
    assertThat(kinds(trade.seller()).getFirst()).isEqualTo("approval-overtaken");
  }

  @Test
  void the_last_day_ends_it_whether_or_not_that_was_written_down() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer offer = trade.propose(lot, KG);
    Http.Answer asked = askToAccept(trade.seller(), offer).expect(201);
    Http.Answer swept = askToAccept(trade.seller(), trade.propose(lot, KG)).expect(201);
    for (Http.Answer each : List.of(asked, swept)) {
      Books.write(
          "update approval_request set last_day = ? where id = ?",
          trade.today().minusDays(1).toString(),
          Books.numberOf(each.text("id")));
    }

    assertThat(now(admin, asked).text("status")).isEqualTo("overtaken");
    assertThat(now(admin, asked).text("overtakenBy")).isEqualTo("time-over");
    assertThat(now(admin, asked).json().at("/steps")).isEmpty();
    assertThat(admin.get("/approvals?status=pending").json().at("/items")).isEmpty();
    assertThat(admin.get("/approvals?status=overtaken").json().at("/items")).hasSize(2);
    assertThat(Work.count(admin, "approval")).isZero();
    assertThat(approve(admin, asked).expect(200).text("overtakenBy")).isEqualTo("time-over");
    TestExchange.get().bean(ApprovalTimers.class).run();
    TestExchange.get().bean(ApprovalTimers.class).run();

    assertThat(kinds(trade.seller()).stream().filter("approval-overtaken"::equals)).hasSize(2);
    assertProblem(approve(admin, swept), 409, "approval-ended");
  }

  @Test
  void who_was_shut_out_meanwhile_is_no_second_person() {
    above(trade.producer(), SUM_FEN - 1);
    TestMember leaving = Fixtures.joining(trade.producer().admin(), Role.TRADER);
    Http.Answer asked = askToAccept(Http.as(leaving), trade.propose(lot, KG)).expect(201);
    for (JsonNode member : admin.get("/members").expect(200).json().at("/items")) {
      if (member.at("/login").asText().equals(leaving.login())) {
        admin
            .ifMatch(member.at("/version").asLong())
            .post("/members/" + member.at("/id").asText() + "/deactivation")
            .expect(200);
      }
    }

    Http.Answer answer = approve(admin, asked).expect(200);

    assertThat(answer.text("status")).isEqualTo("overtaken");
    assertThat(answer.text("overtakenBy")).isEqualTo("asker-left");
    assertThat(trade.lotNow(lot).number("availableKg")).isEqualTo(100_000);
  }

  @Test
  void a_policy_that_changes_meanwhile_leaves_what_waits_to_be_decided() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer asked = askToAccept(trade.seller(), trade.propose(lot, KG)).expect(201);
    Approving.nothing(trade.producer());

    assertThat(now(admin, asked).number("aboveFen")).isEqualTo(SUM_FEN - 1);
    assertThat(approve(admin, asked).expect(200).text("status")).isEqualTo("approved");
  }

  @Test
  void what_the_act_itself_refuses_goes_on_waiting() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer asked = askToAccept(trade.seller(), trade.propose(lot, 60_000)).expect(201);
    Approving.nothing(trade.producer());
    trade.accept(trade.propose(lot, 50_000)).expect(201);
    Map<String, Long> before = Books.rowCounts();

    assertProblem(approve(admin, asked), 409, "more-than-available");

    assertThat(Books.rowCounts()).isEqualTo(before);
    assertThat(now(admin, asked).text("status")).isEqualTo("pending");
  }

  @Test
  void the_same_approval_sent_twice_is_done_once() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer asked = askToAccept(trade.seller(), trade.propose(lot, KG)).expect(201);
    Http keyed = admin.withKey(Http.freshKey());

    Http.Answer first = approve(keyed, asked).expect(200);

    assertThat(approve(keyed, asked).expect(200).json()).isEqualTo(first.json());
    assertThat(trade.lotNow(lot).number("availableKg")).isEqualTo(90_000);
  }

  @Test
  void a_key_asks_and_never_approves() {
    above(trade.producer(), SUM_FEN - 1);
    String secret =
        admin
            .post(
                "/keys",
                body(
                    "name",
                    "ERP 接口",
                    "role",
                    "trader",
                    "expiresOn",
                    trade.today().plusDays(30).toString()))
            .expect(201)
            .text("secret");
    Http program = Http.withToken(secret);
    Http.Answer offer = trade.propose(lot, KG);
    assertProblem(
        program.ifMatch(1).post("/offers/" + offer.text("id") + "/acceptance"),
        403,
        "approval-needed");

    Http.Answer asked = askToAccept(program, offer).expect(201);

    assertThat(asked.text("asker")).isEqualTo("ERP 接口");
    assertProblem(approve(program, asked), 403, "forbidden");
    assertProblem(refuse(program, asked), 403, "forbidden");
    assertThat(approve(admin, asked).expect(200).text("status")).isEqualTo("approved");
  }

  @Test
  void nobody_else_sees_what_waits_in_a_firm() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer offer = trade.propose(lot, KG);
    Http.Answer asked = askToAccept(trade.seller(), offer).expect(201);

    Http buyersAdmin = Http.as(trade.receiver().admin());
    assertProblem(buyersAdmin.get(path(asked)), 404, "not-found");
    assertProblem(approve(buyersAdmin, asked), 404, "not-found");
    assertProblem(refuse(buyersAdmin, asked), 404, "not-found");
    assertProblem(withdraw(buyersAdmin, asked), 404, "not-found");
    assertThat(buyersAdmin.get("/approvals").json().at("/items")).isEmpty();
    assertThat(kinds(trade.buyer())).isEmpty();
    assertThat(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get(path(asked)).status())
        .isEqualTo(403);
    assertThat(
            trade
                .seller()
                .get("/approvals?subjectId=" + offer.text("id"))
                .json()
                .at("/items/0/id")
                .asText())
        .isEqualTo(asked.text("id"));
  }

  @Test
  void whether_terms_wait_is_told_before_they_are_sent() {
    Map<String, Object> terms = body("quantityKg", KG, "priceYuanPerT", -10);
    assertThat(trade.seller().post("/approvals/question", terms).json().at("/needed").asBoolean())
        .isFalse();
    above(trade.producer(), SUM_FEN - 1);

    Http.Answer answer = trade.seller().post("/approvals/question", terms).expect(200);

    assertThat(answer.json().at("/needed").asBoolean()).isTrue();
    assertThat(answer.number("sumFen")).isEqualTo(SUM_FEN);
    assertThat(answer.number("aboveFen")).isEqualTo(SUM_FEN - 1);
    assertThat(answer.text("approvers/0")).isEqualTo(admin.get("/me").text("name"));
    assertThat(admin.post("/approvals/question", terms).json().at("/approvers")).isEmpty();
  }

  private List<String> actions() {
    return records("organisationId=" + trade.producer().id()).findValuesAsText("action");
  }

  private static JsonNode records(String of) {
    return Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY))
        .get("/audit/records?" + of)
        .expect(200)
        .json();
  }
}
