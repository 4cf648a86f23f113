package cn.wufei.exchange.transfer;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.matching.TradePair;
import cn.wufei.exchange.matching.TradeRecords;
import cn.wufei.exchange.matching.fit.Background;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
class LoadIT {

  @Test
  void a_load_is_received_once() throws Exception {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    CountDownLatch start = new CountDownLatch(1);

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Http.Answer>> answers =
          List.of(29_990L, 29_980L).stream()
              .map(netKg ->
                  threads.submit(() -> {
                    start.await();
                    return trade.receive(load, trade.receipt(netKg, 0));
                  }))
              .toList();
      start.countDown();
      assertThat(List.of(answers.getFirst().get().status(), answers.getLast().get().status()))
          .containsExactlyInAnyOrder(200, 409);
    }

    Http.Answer received = trade.buyer().get("/loads/" + load.text("id")).expect(200);
    assertProblem(trade.receive(received, trade.receipt(30_000, 0)), 409, "load-not-in-transit");
    assertProblem(trade.refuse(load), 409, "load-not-in-transit");
    assertThat(Books.heldOfStream("heap", trade.streamId()))
        .isEqualTo(received.number("acceptedKg"));
  }

  @Test
  void matching_is_told_how_the_last_loads_of_a_pair_went() {
    Trade trade = Trade.begin();
    trade.enter("generation", 200_000);
    String agreement = trade.agree(150_000).text("id");
    TradePair pair = new TradePair(trade.producer().id(), trade.receiver().id());
    TradePair other = new TradePair(trade.receiver().id(), trade.producer().id());
    TradeRecords records = TestExchange.get().bean(TradeRecords.class);
    assertThat(records.ofPairs(List.of(pair, other))).isEmpty();

    trade.receive(trade.dispatch(agreement, 30_000), trade.receipt(30_000, 0)).expect(200);
    trade.receive(trade.dispatch(agreement, 30_000), trade.receipt(30_000, 5_000)).expect(200);
    trade.receive(trade.dispatch(agreement, 30_000), trade.receipt(25_000, 0)).expect(200);
    trade.refuse(trade.dispatch(agreement, 30_000)).expect(200);
    trade.dispatch(agreement, 10_000);

    assertThat(records.ofPairs(List.of(pair, other)))
        .isEqualTo(Map.of(pair, new Background.Trades(4, 1)));
    assertThat(records.buyersFrom(pair.sellerId())).containsExactly(pair.buyerId());
    assertThat(records.buyersFrom(pair.buyerId())).isEmpty();
  }

  @Test
  void a_load_beyond_the_recorded_stock_leaves_and_is_flagged() {
    Trade trade = Trade.begin();
    trade.enter("generation", 12_000);
    String agreement = trade.agree(30_000).text("id");

    Http.Answer load = trade.dispatch(agreement, 30_000);

    assertThat(load.number("beyondStockKg")).isEqualTo(18_000);
    Http.Answer stream = trade.seller().get("/streams/" + trade.streamId()).expect(200);
    assertThat(stream.number("balance/onHandKg")).isZero();
    assertThat(stream.number("balance/unreconciledKg")).isEqualTo(18_000);
    assertThat(stream.number("balance/netKg")).isEqualTo(-18_000);
    trade.refuse(load).expect(200);
    Http.Answer back = trade.seller().get("/streams/" + trade.streamId()).expect(200);
    assertThat(back.number("balance/onHandKg")).isEqualTo(12_000);
    assertThat(back.number("balance/unreconciledKg")).isZero();
  }

  @Test
  void over_delivery_within_the_tolerance_counts_and_beyond_it_is_flagged() {
    Trade trade = Trade.begin();
    Http.Answer agreement = trade.agree(30_000);
    String id = agreement.text("id");

    Http.Answer first = trade.dispatch(id, 20_000);
    Http.Answer within = trade.dispatch(id, 11_500);
    Http.Answer beyond = trade.dispatch(id, 10_000);

    assertThat(first.number("beyondAgreementKg")).isZero();
    assertThat(within.number("beyondAgreementKg")).isZero();
    assertThat(beyond.number("beyondAgreementKg")).isEqualTo(10_000);
    assertThat(beyond.number("beyondCallOffKg")).as("it is no framework").isZero();
    assertThat(trade.agreement(id).number("reservedKg")).isZero();
    assertThat(trade.agreement(id).number("fulfilledKg")).isEqualTo(41_500);
    trade.refuse(first).expect(200);
    assertThat(trade.agreement(id).number("fulfilledKg")).isEqualTo(21_500);
    assertThat(trade.agreement(id).number("reservedKg")).isEqualTo(8_500);
    assertThat(Books.heldOf("released", agreement.text("lotId"))).isEqualTo(11_500);
    assertThat(Books.sumOf("commitment-kg")).isZero();
  }

  @Test
  void a_heavier_arrival_is_kept_as_a_difference() {
    Trade trade = Trade.begin();
    trade.enter("generation", 50_000);
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);

    Http.Answer received = trade.receive(load, trade.receipt(30_200, 0)).expect(200);

    assertThat(received.number("acceptedKg")).isEqualTo(30_200);
    assertThat(received.number("differenceKg")).isEqualTo(200);
    assertThat(received.json().at("/differenceBeyondTolerance").asBoolean()).isTrue();
    assertThat(Books.heldOf("in-transit", load.text("id"))).isZero();
    assertThat(Books.heldOf("difference", load.text("id"))).isEqualTo(-200);
    assertThat(Books.sumOf("mass-kg")).isZero();
  }

  @Test
  void the_parties_and_the_authorities_see_a_load_and_nobody_else() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    Http stranger = Http.as(Fixtures.producerReceiver().admin());
    String path = "/loads/" + load.text("id");

    assertProblem(stranger.get(path), 404, "not-found");
    assertProblem(
        stranger.ifMatch(1).post(path + "/receipt", trade.receipt(30_000, 0)), 404, "not-found");
    assertProblem(
        stranger.post("/loads", trade.load(load.text("agreementId"), 30_000)), 404, "not-found");
    assertThat(stranger.get("/loads").expect(200).json().at("/items")).isEmpty();
    for (Role role : List.of(Role.AUDIT_INDUSTRY, Role.AUDIT_ECOLOGY)) {
      assertThat(Http.as(Fixtures.auditor(role)).get(path).expect(200).json())
          .isEqualTo(load.json());
    }
    assertThat(items(trade.buyer(), "direction=in")).isEqualTo(1);
    assertThat(items(trade.buyer(), "direction=out")).isZero();
    assertThat(items(trade.seller(), "direction=out&status=in-transit")).isEqualTo(1);
    assertThat(items(trade.seller(), "status=received")).isZero();
    assertThat(items(trade.seller(), "agreementId=" + load.text("agreementId"))).isEqualTo(1);
  }

  @Test
  void a_list_of_loads_is_paged_without_loss() {
    Trade trade = Trade.begin();
    String agreement = trade.agree(90_000).text("id");
    String first = trade.dispatch(agreement, 1_000).text("number");
    String second = trade.dispatch(agreement, 1_000).text("number");
    String third = trade.dispatch(agreement, 1_000).text("number");

    Http.Answer page = trade.seller().get("/loads?limit=2").expect(200);
    Http.Answer rest = trade.seller().get("/loads?limit=2&cursor=" + page.text("next")).expect(200);

    assertThat(List.of(page.text("items/0/number"), page.text("items/1/number")))
        .containsExactly(third, second);
    assertThat(rest.text("items/0/number")).isEqualTo(first);
    assertThat(rest.json().has("next")).isFalse();
    assertProblem(trade.seller().get("/loads?limit=101"), 400, "invalid-request");
  }

  @Test
  void a_repeated_dispatch_is_one_load() {
    Trade trade = Trade.begin();
    String agreement = trade.agree(30_000).text("id");
    Http gate = Http.as(trade.producer().gate()).withKey("truck-" + agreement);
    Map<String, Object> body = trade.load(agreement, 15_000);

    Http.Answer first = gate.post("/loads", body).expect(201);
    Http.Answer second = gate.post("/loads", body).expect(201);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(trade.agreement(agreement).number("fulfilledKg")).isEqualTo(15_000);
    body.put("grossKg", 40_000);
    assertProblem(gate.post("/loads", body), 422, "idempotency-key-reused");
  }

  @Test
  void a_malformed_load_is_told_which_fields_are_wrong() {
    Trade trade = Trade.begin();
    Map<String, Object> body = trade.load(trade.agree(30_000).text("id"), 15_000);
    body.put("grossKg", 200_001);
    body.put("tareKg", 0);
    body.put("plate", " ");
    body.remove("ticketNumber");

    Http.Answer refused = Http.as(trade.producer().gate()).post("/loads", body);

    assertProblem(refused, 400, "invalid-request");
    assertThat(fieldsOf(refused)).contains("grossKg", "tareKg", "plate", "ticketNumber");
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it_and_leaves_nothing_written(LoadRefusal refusal) {
    Trade trade = Trade.begin();
    Http.Answer agreement = trade.agree(60_000);
    Http.Answer load = trade.dispatch(agreement.text("id"), 30_000);
    if (refusal == LoadRefusal.AGREEMENT_NOT_ACTIVE || refusal == LoadRefusal.LOAD_NOT_IN_TRANSIT) {
      trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    }
    if (refusal == LoadRefusal.AGREEMENT_NOT_ACTIVE) {
      trade
          .buyer()
          .ifMatch(trade.agreement(agreement.text("id")).number("version"))
          .post("/agreements/" + agreement.text("id") + "/completion")
          .expect(200);
    }
    Http sellersGate = Http.as(trade.producer().gate());
    Http buyersGate = Http.as(trade.receiver().gate());
    Map<String, Object> dispatch = trade.load(agreement.text("id"), 10_000);
    Map<String, Object> receipt = trade.receipt(29_900, 0);
    Map<String, Long> before = Books.rowCounts();

    Http.Answer answer =
        switch (refusal) {
          case NOT_THE_SELLER -> buyersGate.post("/loads", dispatch);
          case NOT_THE_BUYER ->
              sellersGate
                  .ifMatch(load.number("version"))
                  .post("/loads/" + load.text("id") + "/receipt", receipt);
          case AGREEMENT_NOT_ACTIVE -> sellersGate.post("/loads", dispatch);
          case LOAD_NOT_IN_TRANSIT -> trade.receive(load, receipt);
          case TARE_NOT_BELOW_GROSS ->
              sellersGate.post(
                  "/loads",
                  with(dispatch, "tareKg", Objects.requireNonNull(dispatch.get("grossKg"))));
          case REJECTED_ABOVE_NET -> trade.receive(load, with(receipt, "rejectedKg", 29_901));
          case EVERYTHING_REJECTED -> trade.receive(load, with(receipt, "rejectedKg", 29_900));
          case DEDUCTION_TOO_LARGE -> trade.receive(load, with(receipt, "deductionKg", 29_901));
          case BEFORE_DISPATCH ->
              trade.receive(
                  load,
                  with(
                      receipt,
                      "receivedAt",
                      trade.dispatchedAt().minus(1, ChronoUnit.MINUTES).toString()));
          case IN_FUTURE ->
              trade.receive(
                  load,
                  with(
                      receipt,
                      "receivedAt",
                      trade.receivedAt().plus(1, ChronoUnit.DAYS).toString()));
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  private static int items(Http as, String query) {
    return as.get("/loads?" + query).expect(200).json().at("/items").size();
  }

  private static Map<String, Object> with(Map<String, Object> body, String key, Object value) {
    body.put(key, value);
    return body;
  }
}
