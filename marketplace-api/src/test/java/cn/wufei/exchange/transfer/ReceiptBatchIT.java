package cn.wufei.exchange.transfer;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptBatchIT {

  @Test
  void each_line_is_received_or_refused_by_itself() {
    Trade trade = Trade.begin();
    trade.enter("generation", 200_000);
    String agreement = trade.agree(200_000).text("id");
    Http.Answer whole = trade.dispatch(agreement, 30_000);
    Http.Answer partly = trade.dispatch(agreement, 31_000);
    Http.Answer heavy = trade.dispatch(agreement, 32_000);
    Http.Answer stale = trade.dispatch(agreement, 33_000);
    Map<String, Object> impossible = trade.receipt(30_000, 0);
    impossible.put("tareKg", impossible.get("grossKg"));
    Map<String, Object> late = line(stale, trade.receipt(33_000, 0));
    late.put("version", 7);

    Http.Answer answer =
        send(
            trade,
            List.of(
                line(whole, trade.receipt(29_950, 0)),
                line(partly, trade.receipt(31_000, 1_000)),
                line(heavy, impossible),
                late,
                line(whole, trade.receipt(29_900, 0))));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.number("lines/0/received/acceptedKg")).isEqualTo(29_950);
    assertThat(answer.number("lines/0/received/differenceKg")).isEqualTo(-50);
    assertThat(answer.number("lines/1/received/acceptedKg")).isEqualTo(30_000);
    assertThat(answer.text("lines/2/problem/code")).isEqualTo("tare-not-below-gross");
    assertThat(answer.text("lines/2/problem/fields/0/path")).isEqualTo("lines[2].receipt.tareKg");
    assertThat(answer.text("lines/3/problem/code")).isEqualTo("version-stale");
    assertThat(answer.text("lines/4/problem/code")).isEqualTo("load-not-in-transit");
    assertThat(statusOf(trade, whole)).isEqualTo("received");
    assertThat(statusOf(trade, partly)).isEqualTo("received");
    assertThat(statusOf(trade, heavy)).isEqualTo("in-transit");
    assertThat(statusOf(trade, stale)).isEqualTo("in-transit");
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(59_950);
    assertThat(Books.heldOf("fulfilled", agreement)).isEqualTo(125_000);
    assertThat(Books.accountsThatDrifted()).isZero();
  }

  @Test
  void the_same_file_is_received_once_however_often_it_is_sent() {
    Trade trade = Trade.begin();
    String agreement = trade.agree(100_000).text("id");
    Map<String, Object> receipt = trade.receipt(30_000, 0);
    List<Map<String, Object>> lines =
        List.of(
            line(trade.dispatch(agreement, 30_000), receipt),
            line(trade.dispatch(agreement, 30_000), trade.receipt(30_000, 500)));
    Http.Answer first = send(trade, lines).expect(200);
    Map<String, Long> before = Books.rowCounts();

    Http.Answer second = send(trade, lines).expect(200);

    assertThat(first.json().at("/lines/0/received/again").asBoolean()).isFalse();
    for (int i = 0; i < lines.size(); i++) {
      assertThat(second.json().at("/lines/" + i + "/received/again").asBoolean()).isTrue();
      for (String figure : List.of("version", "acceptedKg", "settledKg", "differenceKg")) {
        assertThat(second.number("lines/" + i + "/received/" + figure))
            .isEqualTo(first.number("lines/" + i + "/received/" + figure));
      }
    }
    assertThat(without(Books.rowCounts())).isEqualTo(without(before));
    receipt.put("moisturePct", 9.5);
    assertThat(send(trade, lines).text("lines/0/problem/code")).isEqualTo("load-not-in-transit");
  }

  @Test
  void a_repeated_request_is_answered_word_for_word() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    Map<String, Object> body = Trade.body("lines", List.of(line(load, trade.receipt(30_000, 0))));
    Http buyer = trade.buyer().withKey(Http.freshKey());

    Http.Answer first = buyer.post("/loads/receipts", body).expect(200);
    Http.Answer second = buyer.post("/loads/receipts", body).expect(200);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void a_file_of_others_loads_changes_nothing_and_tells_nothing() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    Trade strangers = Trade.begin();

    Http.Answer bySeller = send(trade.seller(), List.of(line(load, trade.receipt(30_000, 0))));
    Http.Answer byStranger = send(strangers.buyer(), List.of(line(load, trade.receipt(30_000, 0))));

    assertThat(bySeller.text("lines/0/problem/code")).isEqualTo("not-the-buyer");
    assertThat(byStranger.text("lines/0/problem/code")).isEqualTo("not-found");
    assertThat(statusOf(trade, load)).isEqualTo("in-transit");
  }

  @Test
  void a_malformed_file_is_told_which_fields_of_which_lines_are_wrong() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    Map<String, Object> wrong = trade.receipt(30_000, 0);
    wrong.put("grossKg", -1);
    wrong.put("ticketNumber", " ");

    Http.Answer answer =
        send(trade, List.of(line(load, trade.receipt(30_000, 0)), line(load, wrong)));

    assertProblem(answer, 400, "invalid-request");
    assertThat(fieldsOf(answer))
        .contains("lines[1].receipt.grossKg", "lines[1].receipt.ticketNumber");
    assertThat(statusOf(trade, load)).isEqualTo("in-transit");
    assertProblem(send(trade, List.of()), 400, "invalid-request");
  }

  @Test
  void receipts_that_come_at_once_are_each_recorded_once() throws Exception {
    Trade trade = Trade.begin();
    String agreement = trade.agree(2_000_000).text("id");
    List<Http.Answer> loads =
        IntStream.range(0, 24).mapToObj(_ -> trade.dispatch(agreement, 30_000)).toList();
    CountDownLatch start = new CountDownLatch(1);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Http.Answer>> answers = new ArrayList<>();
      for (Http.Answer load : loads) {
        String key = Http.freshKey();
        Map<String, Object> receipt = trade.receipt(29_990, 0);
        for (int twice = 0; twice < 2; twice++) {
          answers.add(
              threads.submit(() -> {
                start.await();
                return trade
                    .buyer()
                    .withKey(key)
                    .ifMatch(load.number("version"))
                    .post("/loads/" + load.text("id") + "/receipt", receipt);
              }));
        }
      }
      start.countDown();
      for (int i = 0; i < answers.size(); i += 2) {
        Http.Answer one = answers.get(i).get().expect(200);
        assertThat(answers.get(i + 1).get().expect(200).map()).isEqualTo(one.map());
      }
    }

    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(24 * 29_990);
    assertThat(Books.heldOfStream("in-transit", trade.streamId())).isZero();
    assertThat(Books.accountsThatDrifted()).isZero();
    assertThat(trade.agreement(agreement).number("movedKg")).isEqualTo(24 * 29_990);
  }

  private static Map<String, Object> line(Http.Answer load, Map<String, Object> receipt) {
    return Trade.body(
        "loadId", load.text("id"), "version", load.number("version"), "receipt", receipt);
  }

  private static Http.Answer send(Trade trade, List<Map<String, Object>> lines) {
    return send(trade.buyer(), lines);
  }

  private static Http.Answer send(Http who, List<Map<String, Object>> lines) {
    return who.post("/loads/receipts", Trade.body("lines", lines));
  }

  private static String statusOf(Trade trade, Http.Answer load) {
    JsonNode now = trade.buyer().get("/loads/" + load.text("id")).expect(200).json();
    return now.get("status").asText();
  }

  /// All but the answers, of which each request has its own.
  private static Map<String, Long> without(Map<String, Long> counts) {
    counts.remove("http_idempotency");
    return counts;
  }
}
