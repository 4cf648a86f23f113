package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.tender.Tendering.as;
import static cn.wufei.exchange.tender.Tendering.kinds;
import static cn.wufei.exchange.tender.Tendering.pass;
import static cn.wufei.exchange.tender.Tendering.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import cn.wufei.exchange.worklist.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderDepositIT {

  private final Tendering tendering = Tendering.begin();
  private final TestOrganisation second = Fixtures.receiver();
  private final TestOrganisation third = Fixtures.receiver();

  @Test
  void a_bid_counts_when_its_deposit_was_confirmed_before_the_closing() {
    String tender = tendering.invitedWithDeposit();
    Tendering.Envelope paid = sealed(second, tender, "5");
    Tendering.Envelope late = sealed(third, tender, "50");
    Tendering.Envelope unpaid = sealed(tendering.first(), tender, "60");
    assertThat(as(second).get(paid.path()).json().at("/secured").asBoolean()).isFalse();
    assertThat(tendering.confirmed(second, tender).text("status")).isEqualTo("confirmed");
    assertThat(as(second).get(paid.path()).json().at("/secured").asBoolean()).isTrue();
    Http.Answer recorded = tendering.deposit(third, tender).expect(201);

    pass(tender, Tendering.OPEN);
    tendering.answered(tender, recorded.json(), "confirmation", Map.of()).expect(200);

    assertProblem(late.open(), 409, "deposit-not-confirmed");
    assertProblem(unpaid.open(), 409, "deposit-not-confirmed");
    paid.open().expect(200);
    JsonNode bids = tendering.now(tender).json().at("/bids");
    assertThat(bids.findValuesAsText("notCounted")).containsExactly("no-deposit", "no-deposit");
    assertThat(tendering.award(tender).expect(200).text("winner/id"))
        .isEqualTo(second.id().toString());
    assertThat(kinds(as(third)))
        .containsExactly("tender-not-won", "tender-deposit-confirmed", "tender-bid-not-counted");
    assertThat(tendering.answered(tender, depositOf(third, tender), "release", release()).status())
        .as("what came too late is given back")
        .isEqualTo(200);
  }

  @Test
  void a_deposit_is_seen_by_its_payer_and_the_seller_and_says_nothing_of_a_bid() {
    String tender = tendering.invitedWithDeposit();
    String other = tendering.invitedWithDeposit();
    tendering.deposit(second, tender).expect(201);
    Http.Answer first = tendering.deposit(third, tender).expect(201);
    sealed(third, tender, "5");

    assertThat(payers(tendering.seller(), tender))
        .containsExactly(second.id().toString(), third.id().toString());
    assertThat(payers(as(second), tender)).containsExactly(second.id().toString());
    assertThat(payers(as(tendering.first()), tender)).isEmpty();
    assertThat(payers(Http.as(Fixtures.operator()), tender)).hasSize(2);
    assertThat(first.number("amountFen")).isEqualTo(100_000);
    String strange = "/tenders/" + other + "/deposits/" + first.text("id") + "/confirmation";
    assertThat(tendering.seller().ifMatch(1).post(strange).status()).isEqualTo(404);
    String path = "/tenders/" + tender + "/deposits/" + first.text("id") + "/confirmation";
    assertThat(as(second).ifMatch(1).post(path).status()).isEqualTo(404);
    assertThat(tendering.seller().ifMatch(7).post(path).status()).isEqualTo(412);
  }

  @Test
  void a_rejected_deposit_can_be_recorded_anew() {
    String tender = tendering.invitedWithDeposit();
    Http.Answer wrong = tendering.deposit(second, tender).expect(201);
    assertProblem(tendering.deposit(second, tender), 409, "deposit-exists");

    Http.Answer rejected =
        tendering.answered(tender, wrong.json(), "rejection", body("reason", "未到账")).expect(200);

    assertThat(rejected.text("rejectionReason")).isEqualTo("未到账");
    assertThat(kinds(as(second))).containsExactly("tender-deposit-rejected");
    tendering.confirmed(second, tender);
    assertThat(payers(tendering.seller(), tender)).hasSize(2);
  }

  @Test
  void after_the_end_each_deposit_is_released_or_forfeited() {
    String tender = tendering.invitedWithDeposit();
    TestOrganisation winner = tendering.first();
    Tendering.Envelope best = sealed(winner, tender, "9");
    Tendering.Envelope loser = sealed(second, tender, "8");
    sealed(third, tender, "7");
    for (TestOrganisation each : List.of(winner, second, third)) {
      tendering.confirmed(each, tender);
    }
    pass(tender, Tendering.OPEN);
    best.open().expect(200);
    loser.open().expect(200);
    pass(tender, Tendering.OPENING);
    assertProblem(
        tendering.answered(tender, depositOf(second, tender), "release", release()),
        409,
        "tender-not-over");
    tendering.award(tender).expect(200);
    assertThat(Work.count(tendering.seller(), "tender-deposit-return")).isEqualTo(3);

    assertProblem(
        tendering.answered(tender, depositOf(second, tender), "forfeiture", body("reason", "未中标")),
        409,
        "not-forfeitable");
    Http.Answer released =
        tendering.answered(tender, depositOf(second, tender), "release", release()).expect(200);
    Http.Answer forfeited =
        tendering
            .answered(tender, depositOf(third, tender), "forfeiture", body("reason", "未按时开标"))
            .expect(200);
    tendering
        .answered(tender, depositOf(winner, tender), "forfeiture", body("reason", "拒签合同"))
        .expect(200);

    assertThat(released.text("status")).isEqualTo("released");
    assertThat(released.text("releaseReference")).isEqualTo("R-1");
    assertThat(forfeited.text("forfeitReason")).isEqualTo("未按时开标");
    assertThat(kinds(as(second))).startsWith("tender-deposit-released");
    assertThat(kinds(as(third))).startsWith("tender-deposit-forfeited");
    assertThat(Work.count(tendering.seller(), "tender-deposit-return")).isZero();
    assertThat(tendering.now(tender).json().at("/acts").toString()).isEqualTo("[\"read-record\"]");
  }

  @Test
  void what_waits_is_listed_for_whose_it_is() {
    String tender = tendering.invitedWithDeposit();
    Tendering.Envelope bid = sealed(second, tender, "9");
    Http.Answer recorded = tendering.deposit(second, tender).expect(201);
    JsonNode toAnswer = Work.only(tendering.seller(), "tender-deposit");
    assertThat(toAnswer.at("/subjectId").asText()).isEqualTo(tender);
    assertThat(toAnswer.at("/key").asText()).isEqualTo(recorded.text("id"));
    assertThat(toAnswer.at("/amountFen").asLong()).isEqualTo(100_000);
    assertThat(toAnswer.at("/partner/id").asText()).isEqualTo(second.id().toString());
    assertThat(Work.count(as(second), "tender-deposit")).isZero();
    tendering.answered(tender, recorded.json(), "confirmation", Map.of()).expect(200);
    assertThat(Work.count(tendering.seller(), "tender-deposit")).isZero();
    assertThat(Work.count(as(second), "bid-to-open")).isZero();

    pass(tender, Tendering.OPEN);
    JsonNode toOpen = Work.only(as(second), "bid-to-open");
    assertThat(toOpen.at("/subjectId").asText()).isEqualTo(tender);
    assertThat(toOpen.at("/partner/id").asText())
        .isEqualTo(tendering.trade().producer().id().toString());
    assertThat(toOpen.at("/due").asText()).isNotBlank();
    assertThat(Work.count(Http.as(second.gate()), "bid-to-open")).isZero();
    assertThat(Work.count(tendering.seller(), "tender-to-award")).isZero();

    bid.open().expect(200);
    assertThat(Work.count(as(second), "bid-to-open")).isZero();
    assertThat(Work.only(tendering.seller(), "tender-to-award").at("/subjectId").asText())
        .isEqualTo(tender);
    assertThat(Work.count(tendering.seller(), "tender-deposit-return")).isZero();

    pass(tender, Tendering.AWARD);
    assertThat(Work.count(tendering.seller(), "tender-to-award")).isZero();
    assertThat(Work.only(tendering.seller(), "tender-deposit-return").at("/key").asText())
        .as("before anybody wrote down that it lapsed")
        .isEqualTo(recorded.text("id"));
  }

  private static JsonNode depositOf(TestOrganisation payer, String tender) {
    JsonNode deposit =
        as(payer).get("/tenders/" + tender + "/deposits").expect(200).json().at("/items/0");
    assertThat(deposit.isObject()).isTrue();
    return deposit;
  }

  private Map<String, Object> release() {
    return body("bankReference", "R-1", "releasedOn", tendering.trade().today().toString());
  }

  private static List<String> payers(Http who, String tender) {
    List<String> payers = new ArrayList<>();
    who.get("/tenders/" + tender + "/deposits")
        .expect(200)
        .json()
        .at("/items")
        .forEach(deposit -> payers.add(deposit.at("/payer/id").asText()));
    return payers;
  }
}
