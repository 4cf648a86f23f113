package cn.wufei.exchange.deal.calloff;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.deal.calloff.CallingOff.MONTH_KG;
import static cn.wufei.exchange.deal.calloff.CallingOff.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.worklist.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The course of call-offs through the API.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallOffIT {

  private final Trade trade = Trade.begin();
  private final CallingOff calling = CallingOff.begin(trade);

  @Test
  void a_framework_is_part_of_the_offer_the_agreement_and_its_text() {
    Http.Answer agreement = trade.agreement(calling.agreementId());
    assertThat(agreement.number("framework/callOffDay")).isOne();
    assertThat(agreement.number("framework/flexibilityPct")).isEqualTo(10);
    assertThat(agreement.number("framework/answerDays")).isEqualTo(3);
    JsonNode content =
        trade
            .seller()
            .get("/agreements/" + calling.agreementId() + "/document")
            .expect(200)
            .json()
            .at("/versions/0/content");
    assertThat(content.at("/format").asText()).isEqualTo("wufei-agreement/2");
    assertThat(content.at("/framework/flexibilityPct").asInt()).isEqualTo(10);
    assertThat(
            trade
                .seller()
                .download("/agreements/" + calling.agreementId() + "/document.pdf")
                .statusCode())
        .isEqualTo(200);

    Http.Answer offer = trade.buyer().post("/offers", CallingOff.offer(trade)).expect(201);
    assertThat(offer.json().at("/framework/callOffDay").asInt()).isOne();
    Map<String, Object> counter = trade.terms(50_000);
    Http.Answer countered =
        trade.seller().ifMatch(1).post("/offers/" + offer.text("id") + "/counter", counter);
    assertThat(countered.expect(201).json().has("framework")).as("all terms anew").isFalse();
    counter.put("framework", body("callOffDay", 28, "flexibilityPct", 0, "answerDays", 14));
    assertThat(
            trade
                .buyer()
                .ifMatch(1)
                .post("/offers/" + countered.text("id") + "/counter", counter)
                .expect(201)
                .json()
                .at("/framework/answerDays")
                .asInt())
        .isEqualTo(14);
  }

  @ParameterizedTest
  @CsvSource({
    "callOffDay, 0",
    "callOffDay, 29",
    "flexibilityPct, -1",
    "flexibilityPct, 101",
    "answerDays, 0",
    "answerDays, 15"
  })
  void terms_of_a_framework_have_bounds(String term, int value) {
    Map<String, Object> offer = CallingOff.offer(trade);
    Map<String, Object> framework = CallingOff.framework();
    framework.put(term, value);
    offer.put("framework", framework);
    Http.Answer refused = trade.buyer().post("/offers", offer);
    assertProblem(refused, 400, "invalid-request");
    assertThat(fieldsOf(refused)).containsExactly("framework." + term);
  }

  @Test
  void the_buyer_calls_off_and_the_seller_accepts() {
    Http.Answer called = calling.call(2, 110_000);
    assertThat(called.text("status")).isEqualTo("called");
    assertThat(called.text("dueOn")).isEqualTo(trade.today().plusDays(3).toString());
    assertThat(called.json().at("/acts").toString()).isEqualTo("[\"withdraw\"]");
    assertThat(kinds(trade.seller())).first().isEqualTo("call-off-made");
    assertProblem(calling.tryCall(2, 90_000), 409, "month-called-off-already");
    assertProblem(calling.act(trade.buyer(), called, "acceptance"), 403, "other-partys-step");
    assertProblem(calling.act(trade.buyer(), called, "decline"), 403, "other-partys-step");
    assertProblem(calling.act(trade.seller(), called, "withdrawal"), 403, "other-partys-step");

    Http.Answer accepted = calling.accept(called).expect(200);

    assertThat(accepted.text("status")).isEqualTo("accepted");
    assertThat(kinds(trade.buyer())).first().isEqualTo("call-off-accepted");
    assertProblem(calling.act(trade.buyer(), accepted, "withdrawal"), 409, "call-off-over");
    JsonNode plan = calling.plan().json();
    assertThat(plan.at("/months")).hasSize(4);
    assertThat(plan.at("/months/2/calledKg").asLong()).isEqualTo(110_000);
    assertThat(plan.at("/months/2/leastKg").asLong()).isEqualTo(90_000);
    assertThat(plan.at("/months/2/mostKg").asLong()).isEqualTo(110_000);
    assertThat(plan.at("/limitKg").asLong()).isEqualTo(420_000);
    assertThat(plan.at("/takenKg").asLong()).isEqualTo(110_000);
    assertThat(plan.at("/mayCallOff").asBoolean()).isTrue();
    assertThat(trade.seller().get(calling.path()).json().at("/mayCallOff").asBoolean()).isFalse();
  }

  @Test
  void what_came_to_nothing_makes_room_for_another() {
    Http.Answer first = calling.call(2, MONTH_KG);
    Http.Answer declined = calling.act(trade.seller(), first, "decline").expect(200);
    assertThat(declined.text("reason")).isEqualTo("停产检修");
    Http.Answer second = calling.call(2, MONTH_KG);
    calling.act(trade.buyer(), second, "withdrawal").expect(200);
    calling.call(2, 89_999);
    assertThat(calling.plan().json().at("/callOffs").findValuesAsText("status"))
        .containsExactly("requested", "withdrawn", "declined");
    assertThat(kinds(trade.buyer())).contains("call-off-declined");
    assertThat(kinds(trade.seller())).contains("call-off-withdrawn");
  }

  @Test
  void silence_accepts_what_the_seller_bound_itself_to_from_midnight_on() {
    Http.Answer called = calling.call(2, MONTH_KG);
    calling.due(called);
    assertThat(calling.statusOf(called)).as("before anybody wrote it down").isEqualTo("accepted");
    assertThat(Work.count(trade.seller(), "call-off")).isZero();
    assertProblem(calling.act(trade.seller(), called, "decline"), 409, "call-off-over");
    assertProblem(calling.tryCall(2, 90_000), 409, "month-called-off-already");
    sweep();
    sweep();
    assertThat(calling.statusOf(called)).isEqualTo("accepted");
    assertThat(kinds(trade.buyer())).containsOnlyOnce("call-off-held");
    assertThat(kinds(trade.seller())).containsOnlyOnce("call-off-held");
  }

  @Test
  void what_needs_consent_lapses_and_another_may_follow_before_anybody_wrote_that_down() {
    Http.Answer late = calling.call(0, MONTH_KG);
    assertThat(late.text("status")).as("its day is over").isEqualTo("requested");
    calling.due(late);
    assertThat(calling.statusOf(late)).isEqualTo("lapsed");
    assertProblem(calling.accept(late), 409, "call-off-over");
    calling.call(0, 50_000);
    sweep();
    assertThat(calling.plan().json().at("/callOffs").findValuesAsText("status"))
        .containsExactly("requested", "lapsed");
    assertThat(kinds(trade.buyer())).containsOnlyOnce("call-off-lapsed");
  }

  @Test
  void all_that_is_called_off_keeps_to_the_quantity_and_its_tolerance() {
    calling.call(1, 200_000);
    calling.call(2, 110_000);
    Http.Answer refused = calling.tryCall(3, 110_001);
    assertProblem(refused, 422, "beyond-framework");
    assertThat(fieldsOf(refused)).containsExactly("quantityKg");
    assertThat(refused.number("facts/restKg")).isEqualTo(110_000);
    calling.call(3, 110_000);
    assertThat(calling.tryCall(0, 1).number("facts/restKg")).isZero();
    Http.Answer outside = calling.tryCall(4, 1);
    assertProblem(outside, 422, "month-outside");
    assertThat(outside.text("facts/latest")).isEqualTo(calling.month(3));
  }

  @Test
  void others_see_and_do_nothing() {
    Http.Answer called = calling.call(2, MONTH_KG);
    Http stranger = Http.as(Fixtures.receiver().trader());
    assertProblem(stranger.get(calling.path()), 404, "not-found");
    assertProblem(stranger.post(calling.path(), calling.draft(1, 1)), 404, "not-found");
    assertProblem(calling.act(stranger, called, "acceptance"), 404, "not-found");
    assertProblem(trade.seller().post(calling.path(), calling.draft(1, 1)), 403, "buyer-calls-off");
    assertProblem(
        trade.seller().ifMatch(7).post(calling.path() + "/" + called.text("id") + "/acceptance"),
        412,
        "version-stale");
    String plain = "/agreements/" + trade.agree(10_000).text("id") + "/call-offs";
    assertProblem(trade.buyer().get(plain), 409, "not-a-framework");
    assertProblem(trade.buyer().post(plain, calling.draft(1, 1)), 409, "not-a-framework");
    assertProblem(
        trade.seller().ifMatch(1).post(plain + "/" + called.text("id") + "/acceptance"),
        404,
        "not-found");
  }

  @Test
  void the_month_waits_for_the_buyer_and_the_call_off_for_the_seller() {
    assertThat(Work.only(trade.buyer(), "month-to-call-off").at("/month").asText())
        .isEqualTo(calling.month(1));
    Http.Answer called = calling.call(1, 50_000);
    assertThat(
            trade
                .buyer()
                .get("/work/month-to-call-off")
                .json()
                .at("/items")
                .findValuesAsText("month"))
        .doesNotContain(calling.month(1));
    JsonNode waiting = Work.only(trade.seller(), "call-off");
    assertThat(waiting.at("/aspect").asText()).isEqualTo("consent");
    assertThat(waiting.at("/massKg").asLong()).isEqualTo(50_000);
    assertThat(waiting.at("/due").asText()).isEqualTo(called.text("dueOn"));
    calling.act(trade.seller(), called, "decline").expect(200);
    assertThat(Work.count(trade.seller(), "call-off")).isZero();
    assertThat(Work.count(trade.buyer(), "month-to-call-off")).isOne();
  }

  @Test
  void the_end_of_the_agreement_ends_what_waits_and_leaves_what_held() {
    Http.Answer waits = calling.call(2, MONTH_KG);
    Http.Answer late = calling.call(1, MONTH_KG);
    Http.Answer held = calling.call(3, MONTH_KG);
    calling.due(held);
    trade
        .seller()
        .ifMatch(trade.agreement(calling.agreementId()).number("version"))
        .post("/agreements/" + calling.agreementId() + "/cancellation", body("reason", "双方同意"))
        .expect(200);
    assertThat(List.of(calling.statusOf(waits), calling.statusOf(late), calling.statusOf(held)))
        .containsExactly("lapsed", "lapsed", "accepted");
    assertThat(kinds(trade.buyer())).contains("call-off-ended", "call-off-held");
    assertProblem(calling.tryCall(2, MONTH_KG), 409, "agreement-not-active");
    assertProblem(calling.accept(waits), 409, "call-off-over");
    assertThat(Work.count(trade.buyer(), "month-to-call-off")).isZero();
  }

  private static void sweep() {
    TestExchange.get().bean(CallOffTimers.class).run();
  }
}
