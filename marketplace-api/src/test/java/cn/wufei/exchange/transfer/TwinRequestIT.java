package cn.wufei.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// A weighbridge that hears nothing sends its receipt again, perhaps while the first is still being
/// written.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwinRequestIT {

  private static final int TIMES = 10;

  @Test
  void a_receipt_sent_ten_times_at_once_is_booked_once_and_answered_alike()
      throws ExecutionException, InterruptedException {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    Http.Answer load = trade.dispatch(trade.agree(60_000).text("id"), 30_000);
    Map<String, Object> receipt = trade.receipt(29_980, 0);
    Http keyed =
        Http.as(trade.receiver().gate()).ifMatch(load.number("version")).withKey(Http.freshKey());

    List<Http.Answer> answers = atOnce(keyed, "/loads/" + load.text("id") + "/receipt", receipt);

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(Http.Answer::json).distinct()).hasSize(1);
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(29_980);
    assertThat(Books.heldOf("in-transit", load.text("id"))).isZero();
  }

  private static List<Http.Answer> atOnce(Http client, String path, Object body)
      throws ExecutionException, InterruptedException {
    List<Future<Http.Answer>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(TIMES)) {
      for (int i = 0; i < TIMES; i++) {
        running.add(threads.submit(() -> client.post(path, body)));
      }
    }
    List<Http.Answer> answers = new ArrayList<>();
    for (Future<Http.Answer> one : running) {
      answers.add(one.get());
    }
    return answers;
  }
}
