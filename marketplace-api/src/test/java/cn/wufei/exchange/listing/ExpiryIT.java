package cn.wufei.exchange.listing;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExpiryIT {

  @Test
  void a_lot_whose_last_day_is_over_leaves_the_market_and_its_promise_is_released() {
    Trade trade = Trade.begin();
    Http.Answer lot = trade.publish(50_000);
    String id = lot.text("id");
    end(id, trade.today().minusDays(1).toString());

    sweep();

    Http.Answer expired = trade.lotNow(id);
    assertThat(expired.text("status")).isEqualTo("expired");
    assertThat(expired.number("version")).isEqualTo(lot.number("version") + 1);
    assertThat(expired.number("availableKg")).isZero();
    assertThat(Books.heldOf("released", id)).isEqualTo(50_000);
    assertThat(Books.documentVersion(id)).isEqualTo(expired.number("version"));
    assertThat(trade.buyer().get("/lots/" + id).status()).isEqualTo(404);
    assertProblem(
        trade.seller().ifMatch(expired.number("version")).post("/lots/" + id + "/withdrawal"),
        409,
        "lot-not-published");
    assertThat(Books.accountsThatDrifted()).isZero();
    sweep();
    JsonNode told = notices(trade);
    assertThat(told).hasSize(1);
    assertThat(told.at("/0/kind").asText()).isEqualTo("lot-expired");
    assertThat(told.at("/0/subjects/lot").asText()).isEqualTo(id);
    assertThat(told.at("/0/facts/releasedKg").asLong()).isEqualTo(50_000);
  }

  @Test
  void an_owner_is_told_a_week_before_of_a_lot_that_has_something_left_once_for_each_last_day() {
    Trade trade = Trade.begin();
    String ending = published(trade, 7);
    String paused = published(trade, 3);
    trade.seller().ifMatch(1).post("/lots/" + paused + "/pause").expect(200);
    String sold = published(trade, 5);
    Map<String, Object> all = trade.offer(sold, 50_000);
    all.put("deliverTo", trade.today().plusDays(5).toString());
    trade.accept(trade.buyer().post("/offers", all).expect(201)).expect(201);
    published(trade, 8);
    end(trade.publish(50_000).text("id"), trade.today().plusDays(1).toString());

    warn();
    warn();
    assertThat(warned(trade)).containsExactlyInAnyOrder(ending, paused);

    end(ending, trade.today().plusDays(6).toString());
    warn();
    assertThat(warned(trade)).containsExactlyInAnyOrder(ending, ending, paused);
  }

  @Test
  void a_paused_lot_expires_too_and_does_not_come_back_after_its_last_day() {
    Trade trade = Trade.begin();
    String id = trade.publish(50_000).text("id");
    trade.seller().ifMatch(1).post("/lots/" + id + "/pause").expect(200);
    end(id, trade.today().minusDays(1).toString());

    assertProblem(
        trade.seller().ifMatch(2).post("/lots/" + id + "/resumption"), 422, "window-over");
    sweep();

    assertThat(trade.lotNow(id).text("status")).isEqualTo("expired");
    assertThat(Books.heldOf("released", id)).isEqualTo(50_000);
  }

  @Test
  void on_its_last_day_a_lot_is_still_on_the_market() {
    Trade trade = Trade.begin();
    String id = trade.publish(50_000).text("id");
    end(id, trade.today().toString());

    sweep();

    assertThat(trade.lotNow(id).text("status")).isEqualTo("published");
  }

  @Test
  void what_was_agreed_before_goes_on_and_what_comes_back_is_released() {
    Trade trade = Trade.begin();
    String id = trade.publish(50_000).text("id");
    Http.Answer agreement = trade.accept(trade.propose(id, 30_000)).expect(201);
    end(id, trade.today().minusDays(1).toString());

    sweep();

    assertThat(Books.heldOf("released", id)).isEqualTo(20_000);
    assertThat(Books.heldOf("reserved", agreement.text("id"))).isEqualTo(30_000);
    trade
        .seller()
        .ifMatch(agreement.number("version"))
        .post("/agreements/" + agreement.text("id") + "/cancellation", Trade.body("reason", "窑检修"))
        .expect(200);
    assertThat(Books.heldOf("released", id)).isEqualTo(50_000);
    assertThat(trade.lotNow(id).text("status")).isEqualTo("expired");
  }

  @Test
  void sweeps_at_the_same_time_release_once() throws Exception {
    Trade trade = Trade.begin();
    List<String> ids =
        IntStream.range(0, 5).mapToObj(_ -> trade.publish(10_000).text("id")).toList();
    ids.forEach(id -> end(id, trade.today().minusDays(2).toString()));

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sweeps =
          IntStream.range(0, 4).<Future<?>>mapToObj(_ -> threads.submit(ExpiryIT::sweep)).toList();
      for (Future<?> sweep : sweeps) {
        sweep.get();
      }
    }

    for (String id : ids) {
      assertThat(trade.lotNow(id).text("status")).isEqualTo("expired");
      assertThat(trade.lotNow(id).number("version")).isEqualTo(2);
      assertThat(Books.heldOf("released", id)).isEqualTo(10_000);
    }
  }

  /// A lot that was published yesterday and ends in so many days.
  private static String published(Trade trade, int days) {
    String id = trade.publish(50_000).text("id");
    end(id, trade.today().plusDays(days).toString());
    Books.write(
        "update listing_lot set published_at = date_sub(published_at, interval 1 day) where id = ?",
        Books.numberOf(id));
    return id;
  }

  private static List<String> warned(Trade trade) {
    List<String> lots = new ArrayList<>();
    for (JsonNode notice : notices(trade)) {
      if (notice.at("/kind").asText().equals("lot-expiring")) {
        lots.add(notice.at("/subjects/lot").asText());
      }
    }
    return lots;
  }

  private static JsonNode notices(Trade trade) {
    return trade.seller().get("/notices").expect(200).json().at("/items");
  }

  private static void warn() {
    TestExchange.get().bean(WarnOfLots.class).run();
  }

  private static void end(String lot, String lastDay) {
    Books.write(
        "update listing_lot set available_to = ? where id = ?", lastDay, Books.numberOf(lot));
  }

  private static void sweep() {
    TestExchange.get().bean(ExpireLots.class).run();
  }
}
