package cn.wufei.exchange.correction;

import static cn.wufei.exchange.correction.Corrections.approve;
import static cn.wufei.exchange.correction.Corrections.assertBooksHold;
import static cn.wufei.exchange.correction.Corrections.correcting;
import static cn.wufei.exchange.correction.Corrections.net;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.correction.Corrections.voiding;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Loads that are recorded, corrected and voided in any order.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionWalkIT {

  private static final long AGREED_KG = 60_000;
  private static final long RECORDED_KG = 50_000;
  private static final long GENERATED_KG = 30_000;
  private static final int STEPS = 25;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatever_is_corrected_the_promise_and_every_tonne_add_up(long seed) {
    Random random = new Random(seed);
    Trade trade = Trade.begin();
    trade.enter("opening-stock", RECORDED_KG - GENERATED_KG);
    trade.enter("generation", GENERATED_KG);
    String agreement = trade.agree(AGREED_KG).text("id");
    List<String> loads = new ArrayList<>();

    for (int step = 0; step < STEPS; step++) {
      if (loads.size() < 2 || random.nextInt(4) == 0) {
        loads.add(trade.dispatch(agreement, weight(random)).text("id"));
      } else {
        change(trade, loads.get(random.nextInt(loads.size())), random);
      }
      assertAddsUp(trade, agreement, loads, "seed " + seed + ", step " + step);
    }
  }

  private static void change(Trade trade, String id, Random random) {
    Http.Answer load = trade.buyer().get("/loads/" + id).expect(200);
    switch (load.text("status")) {
      case "in-transit" -> {
        switch (random.nextInt(4)) {
          case 0 -> trade.receive(load, trade.receipt(weight(random), 500)).expect(200);
          case 1 -> trade.refuse(load).expect(200);
          case 2 -> propose(trade.seller(), voiding("dispatch", id));
          default -> propose(trade.seller(), correcting("dispatch", id, net(weight(random))));
        }
      }
      case "received" -> {
        Map<String, Object> receipt = body("rejectedKg", 501 + random.nextInt(900));
        receipt.putAll(net(weight(random)));
        switch (random.nextInt(3)) {
          case 0 -> approve(trade.seller(), propose(trade.buyer(), voiding("receipt", id)));
          case 1 ->
              approve(trade.seller(), propose(trade.buyer(), correcting("receipt", id, receipt)));
          default ->
              approve(
                  trade.buyer(),
                  propose(trade.seller(), correcting("dispatch", id, net(weight(random)))));
        }
      }
      case "refused" -> {
        if (random.nextBoolean()) {
          approve(trade.buyer(), propose(trade.seller(), voiding("refusal", id)));
        } else {
          approve(
              trade.buyer(),
              propose(trade.seller(), correcting("dispatch", id, net(weight(random)))));
        }
      }
      default -> assertThat(load.text("status")).isEqualTo("voided");
    }
  }

  /// Between 1.5 and 31.5 tonnes, and hardly ever the same twice.
  private static long weight(Random random) {
    return 1_500L + random.nextInt(30_000);
  }

  private static void assertAddsUp(
      Trade trade, String agreement, List<String> loads, String where) {
    assertBooksHold();
    Http.Answer now = trade.agreement(agreement);
    long fulfilledKg = 0;
    long acceptedKg = 0;
    long inTransitKg = 0;
    long leftKg = 0;
    long differenceKg = 0;
    for (String id : loads) {
      JsonNode load = trade.buyer().get("/loads/" + id).expect(200).json();
      long originKg = load.at("/origin/netKg").asLong();
      switch (load.at("/status").asText()) {
        case "in-transit" -> {
          fulfilledKg += originKg;
          inTransitKg += originKg;
          leftKg += originKg;
        }
        case "received" -> {
          fulfilledKg += originKg - Math.min(originKg, load.at("/destination/rejectedKg").asLong());
          acceptedKg += load.at("/acceptedKg").asLong();
          long arrivedKg = load.at("/destination/netKg").asLong();
          leftKg += originKg - (arrivedKg - load.at("/acceptedKg").asLong());
          differenceKg += originKg - arrivedKg;
        }
        default -> {}
      }
    }
    assertThat(now.number("fulfilledKg")).as(where).isEqualTo(fulfilledKg);
    assertThat(now.number("reservedKg")).as(where).isEqualTo(Math.max(0, AGREED_KG - fulfilledKg));
    assertThat(now.number("movedKg")).as(where).isEqualTo(acceptedKg);
    assertThat(Books.heldOfStream("heap", trade.streamId())).as(where).isEqualTo(acceptedKg);
    assertThat(Books.heldOfStream("in-transit", trade.streamId())).as(where).isEqualTo(inTransitKg);
    assertThat(Books.heldOfStream("difference", trade.streamId()))
        .as(where)
        .isEqualTo(differenceKg);
    assertThat(
            Books.heldOfStream("on-hand", trade.streamId())
                + Books.heldOfStream("unreconciled", trade.streamId()))
        .as(where)
        .isEqualTo(RECORDED_KG - leftKg);
    assertThat(Books.yearsThatHoldAndLack(trade.streamId())).as(where).isZero();
  }
}
