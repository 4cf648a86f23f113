package cn.wufei.exchange.deal;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DealIT {

  @Test
  void a_heap_cannot_be_promised_twice() throws Exception {
    Trade trade = Trade.begin();
    Http.Answer lot = trade.publish(100_000);
    Http.Answer one = trade.propose(lot.text("id"), 60_000);
    Http.Answer other = trade.propose(lot.text("id"), 60_000);

    List<Http.Answer> answers = together(() -> trade.accept(one), () -> trade.accept(other));

    assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(201, 409);
    Http.Answer refused =
        answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
    assertProblem(refused, 409, "more-than-available");
    assertThat(refused.number("facts/availableKg")).isEqualTo(40_000);
    assertThat(fieldsOf(refused)).containsExactly("quantityKg");
    assertThat(trade.lotNow(lot.text("id")).number("availableKg")).isEqualTo(40_000);
    assertThat(Books.heldOf("available", lot.text("id"))).isEqualTo(40_000);
  }

  @Test
  void one_offer_is_accepted_once() throws Exception {
    Trade trade = Trade.begin();
    Http.Answer offer = trade.propose(trade.publish(100_000).text("id"), 10_000);

    List<Http.Answer> answers = together(() -> trade.accept(offer), () -> trade.accept(offer));

    assertThat(answers).extracting(Http.Answer::status).containsExactlyInAnyOrder(201, 409);
    assertThat(answers).extracting(Http.Answer::code).contains("offer-not-open");
  }

  @Test
  void a_refused_acceptance_leaves_nothing_written() {
    Trade trade = Trade.begin();
    Http.Answer offer = trade.propose(trade.publish(10_000).text("id"), 10_001);
    Map<String, Long> before = Books.rowCounts();

    assertProblem(trade.accept(offer), 409, "more-than-available");

    assertThat(Books.rowCounts()).isEqualTo(before);
    assertThat(trade.seller().get("/offers/" + offer.text("id")).json()).isNotNull();
    assertThat(trade.buyer().get("/offers/" + offer.text("id")).json()).isEqualTo(offer.json());
  }

  @Test
  void a_repeated_request_is_answered_as_before_and_does_nothing_again() {
    Trade trade = Trade.begin();
    Http.Answer lot = trade.publish(50_000);
    Http.Answer offer = trade.propose(lot.text("id"), 20_000);
    Http seller =
        trade.seller().ifMatch(offer.number("version")).withKey("accept-" + offer.text("id"));
    String path = "/offers/" + offer.text("id") + "/acceptance";

    Http.Answer first = seller.post(path).expect(201);
    Map<String, Long> after = Books.rowCounts();
    Http.Answer second = seller.post(path).expect(201);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(Books.rowCounts()).isEqualTo(after);
    assertProblem(
        seller.post("/offers/" + offer.text("id") + "/decline"), 422, "idempotency-key-reused");
  }

  @Test
  void an_agreement_keeps_the_basis_and_the_invoice_of_the_lot() {
    Trade trade = Trade.begin();
    Map<String, Object> lot = trade.lot(50_000);
    lot.put("delivery", Map.of("radiusKm", 100, "freightInvoice", "two-invoice"));
    String delivered = trade.seller().post("/lots", lot).expect(201).text("id");

    Http.Answer offer = trade.propose(delivered, 20_000);
    Http.Answer counter =
        trade
            .seller()
            .ifMatch(offer.number("version"))
            .post("/offers/" + offer.text("id") + "/counter", trade.terms(30_000))
            .expect(201);
    Http.Answer agreement =
        trade
            .buyer()
            .ifMatch(counter.number("version"))
            .post("/offers/" + counter.text("id") + "/acceptance")
            .expect(201);

    for (Http.Answer each : List.of(offer, counter, agreement)) {
      assertThat(each.text("freightInvoice")).isEqualTo("two-invoice");
      assertThat(each.text("mode")).isEqualTo("road");
      assertThat(each.text("distanceSource")).isEqualTo("estimated");
    }
    Http.Answer exWorks = trade.propose(trade.publish(20_000).text("id"), 10_000);
    assertThat(exWorks.json().has("freightInvoice")).isFalse();
  }

  @Test
  void an_answer_names_the_version_that_it_answers() {
    Trade trade = Trade.begin();
    Http.Answer offer = trade.propose(trade.publish(50_000).text("id"), 20_000);
    String path = "/offers/" + offer.text("id") + "/decline";

    assertProblem(trade.seller().ifMatch(7).post(path), 412, "version-stale");
    assertProblem(trade.seller().post(path), 428, "precondition-missing");
    trade.seller().ifMatch(1).post(path).expect(200);
  }

  @Test
  void strangers_see_no_offer_and_no_agreement() {
    Trade trade = Trade.begin();
    Http.Answer offer = trade.propose(trade.publish(50_000).text("id"), 20_000);
    Http.Answer agreement = trade.accept(offer).expect(201);
    TestOrganisation stranger = Fixtures.producerReceiver();
    Http foreign = Http.as(stranger.trader());

    assertProblem(foreign.get("/offers/" + offer.text("id")), 404, "not-found");
    assertProblem(foreign.get("/agreements/" + agreement.text("id")), 404, "not-found");
    assertProblem(
        foreign.ifMatch(1).post("/offers/" + offer.text("id") + "/acceptance"), 404, "not-found");
    assertProblem(
        foreign
            .ifMatch(1)
            .post("/agreements/" + agreement.text("id") + "/cancellation", Map.of("reason", "x")),
        404,
        "not-found");
    assertThat(foreign.get("/offers").expect(200).json().at("/items")).isEmpty();
    assertThat(foreign.get("/agreements").expect(200).json().at("/items")).isEmpty();
    assertThat(trade.buyer().get("/offers?status=accepted").json().at("/items")).hasSize(1);
    assertThat(trade.buyer().get("/offers?status=open").json().at("/items")).isEmpty();
    assertThat(trade.seller().get("/agreements?status=active").json().at("/items")).hasSize(1);
  }

  @Test
  void a_malformed_offer_is_told_which_fields_are_wrong() {
    Trade trade = Trade.begin();
    Map<String, Object> offer = trade.offer(trade.publish(50_000).text("id"), 20_000);
    offer.put("quantityKg", 0);
    offer.put("tolerancePct", 10.5);
    offer.put("pollutionTerms", "无");
    offer.put("priceYuanPerT", 1.234);
    offer.remove("deliverTo");

    Http.Answer refused = trade.buyer().post("/offers", offer);

    assertProblem(refused, 400, "invalid-request");
    assertThat(fieldsOf(refused))
        .contains("quantityKg", "tolerancePct", "pollutionTerms", "priceYuanPerT", "deliverTo");
    assertProblem(trade.buyer().post("/offers", "{\"lotId\": 7"), 400, "invalid-request");
    offer.put("governingScale", "moon");
    assertProblem(trade.buyer().post("/offers", offer), 400, "invalid-request");
  }

  @Test
  void a_cancelled_agreement_gives_its_rest_back_to_the_lot() {
    Trade trade = Trade.begin();
    Http.Answer lot = trade.publish(50_000);
    Http.Answer demand = trade.postDemand(30_000);
    Map<String, Object> body = trade.offer(lot.text("id"), 30_000);
    body.put("demandId", demand.text("id"));
    Http.Answer agreement =
        trade.accept(trade.buyer().post("/offers", body).expect(201)).expect(201);
    assertThat(trade.buyer().get("/demands/" + demand.text("id")).text("status"))
        .isEqualTo("closed");

    Http.Answer cancelled = end(trade, agreement, "cancellation").expect(200);

    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    assertThat(cancelled.text("endReason")).isEqualTo("停产检修");
    assertThat(trade.lotNow(lot.text("id")).number("availableKg")).isEqualTo(50_000);
    assertThat(trade.buyer().get("/demands/" + demand.text("id")).text("status"))
        .isEqualTo("published");
    assertThat(trade.buyer().get("/demands/" + demand.text("id")).number("openKg"))
        .isEqualTo(30_000);
    assertProblem(end(trade, agreement, "completion"), 409, "agreement-not-active");
  }

  @Test
  void after_the_lot_was_withdrawn_the_rest_is_released() {
    Trade trade = Trade.begin();
    Http.Answer lot = trade.publish(50_000);
    Http.Answer agreement = trade.accept(trade.propose(lot.text("id"), 30_000)).expect(201);
    Http.Answer withdrawn =
        trade
            .seller()
            .ifMatch(trade.lotNow(lot.text("id")).number("version"))
            .post("/lots/" + lot.text("id") + "/withdrawal")
            .expect(200);
    assertThat(withdrawn.number("availableKg")).isZero();
    assertThat(withdrawn.number("reservedKg")).isEqualTo(30_000);

    end(trade, agreement, "completion").expect(200);

    Http.Answer after = trade.lotNow(lot.text("id"));
    assertThat(after.text("status")).isEqualTo("withdrawn");
    assertThat(after.number("availableKg") + after.number("reservedKg")).isZero();
    assertThat(Books.heldOf("released", lot.text("id"))).isEqualTo(50_000);
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_not_to_end_has_a_request_that_meets_it(AgreementRefusal refusal) {
    Trade trade = Trade.begin();
    Http.Answer agreement = trade.agree(30_000);
    switch (refusal) {
      case AGREEMENT_NOT_ACTIVE -> end(trade, agreement, "completion").expect(200);
      case LOAD_IN_TRANSIT -> trade.dispatch(agreement.text("id"), 20_000);
    }
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer = end(trade, trade.agreement(agreement.text("id")), "completion");

    assertProblem(answer, 409, refusal.code());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  @Test
  void once_its_load_has_ended_an_agreement_may_end() {
    Trade trade = Trade.begin();
    Http.Answer agreement = trade.agree(30_000);
    Http.Answer load = trade.dispatch(agreement.text("id"), 20_000);

    trade.refuse(load).expect(200);

    end(trade, trade.agreement(agreement.text("id")), "completion").expect(200);
  }

  @Test
  void the_lot_closes_when_all_of_it_is_loaded_and_opens_when_something_comes_back() {
    Trade trade = Trade.begin();
    Http.Answer agreement = trade.agree(20_000);
    String lot = agreement.text("lotId");
    assertThat(trade.lotNow(lot).text("status")).isEqualTo("published");

    Http.Answer load = trade.dispatch(agreement.text("id"), 20_000);
    assertThat(trade.lotNow(lot).text("status")).isEqualTo("closed");
    trade.refuse(load).expect(200);

    assertThat(trade.lotNow(lot).text("status")).isEqualTo("published");
    assertThat(trade.lotNow(lot).number("reservedKg")).isEqualTo(20_000);
    assertThat(Books.documentVersion(lot)).isEqualTo(trade.lotNow(lot).number("version"));
  }

  private static Http.Answer end(Trade trade, Http.Answer agreement, String how) {
    Http seller = trade.seller().ifMatch(agreement.number("version"));
    String path = "/agreements/" + agreement.text("id") + "/" + how;
    return how.equals("cancellation")
        ? seller.post(path, Map.of("reason", "停产检修"))
        : seller.post(path);
  }

  private static List<Http.Answer> together(Callable<Http.Answer> one, Callable<Http.Answer> other)
      throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Http.Answer>> answers =
          List.of(one, other).stream()
              .map(request ->
                  threads.submit(() -> {
                    start.await();
                    return request.call();
                  }))
              .toList();
      start.countDown();
      return List.of(answers.getFirst().get(), answers.getLast().get());
    }
  }
}
