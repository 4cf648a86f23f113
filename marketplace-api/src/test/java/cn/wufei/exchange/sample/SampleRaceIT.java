package cn.wufei.exchange.sample;

import static cn.wufei.exchange.sample.Sampling.act;
import static cn.wufei.exchange.sample.Sampling.course;
import static cn.wufei.exchange.sample.Sampling.now;
import static cn.wufei.exchange.sample.Sampling.sendBy;
import static cn.wufei.exchange.sample.Sampling.verdict;
import static cn.wufei.exchange.sample.Sampling.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Of what several do at once about one sample, on two instances, exactly one thing happens.
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleRaceIT {

  private static final int ROUNDS = 15;

  private final Sampling sampling = new Sampling(Trade.begin());
  private final Trade trade = sampling.trade();

  @Test
  void of_acceptance_decline_and_withdrawal_exactly_one_happens() throws Exception {
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        Http.Answer asked = sampling.asked();

        List<Boolean> done =
            atOnce(
                threads,
                List.of(
                    () -> sampling.accept(asked).status() == 200,
                    () ->
                        act(
                                    on(other, trade.producer().admin()),
                                    asked,
                                    "decline",
                                    Map.of("reason", "停产"))
                                .status()
                            == 200,
                    () -> withdraw(on(other, trade.receiver().trader()), asked).status() == 200));

        assertThat(done).as("round " + round).containsOnlyOnce(true);
        assertThat(now(trade.seller(), asked).text("status"))
            .isEqualTo(done.get(0) ? "accepted" : done.get(1) ? "declined" : "withdrawn");
        assertThat(course(trade.seller(), asked)).hasSize(2);
      }
    }
  }

  @Test
  void what_is_over_is_moved_on_once_whoever_comes_upon_it() throws Exception {
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        Http.Answer sent = sampling.sentOne();
        Books.write(
            "update sample_request set due_on = ? where id = ?",
            trade.today().minusDays(1).toString(),
            Books.numberOf(sent.text("id")));

        List<Boolean> done =
            atOnce(
                threads,
                List.of(
                    () -> swept(TestExchange.get()),
                    () -> swept(other),
                    () ->
                        act(
                                    on(other, trade.receiver().trader()),
                                    sent,
                                    "conclusion",
                                    verdict("suitable"))
                                .status()
                            == 200));

        List<String> events = course(trade.buyer(), sent);
        assertThat(events).as("round " + round).containsOnlyOnce("presume-received");
        assertThat(events.contains("conclude")).isEqualTo(done.get(2));
      }
    }
  }

  @Test
  void of_two_who_ask_at_once_for_the_same_lot_one_does() throws Exception {
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        String lot = trade.publish(10_000).text("id");
        Map<String, Object> draft = sampling.draft(lot);

        List<Boolean> done =
            atOnce(
                threads,
                List.of(
                    () -> trade.buyer().post("/samples", draft).status() == 201,
                    () ->
                        on(other, trade.receiver().admin()).post("/samples", draft).status()
                            == 201));

        assertThat(done).as("round " + round).containsOnlyOnce(true);
        assertThat(trade.seller().get("/samples?lotId=" + lot).json().at("/items")).hasSize(1);
      }
    }
  }

  @Test
  void of_two_who_accept_at_once_one_does() throws Exception {
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Http.Answer asked = sampling.asked();

      List<Boolean> done =
          atOnce(
              threads,
              List.of(
                  () -> sampling.accept(asked).status() == 200,
                  () ->
                      act(
                                  on(other, trade.producer().admin()),
                                  asked,
                                  "acceptance",
                                  sendBy(trade.today()))
                              .status()
                          == 200));

      assertThat(done).containsOnlyOnce(true);
      assertThat(course(trade.buyer(), asked)).containsExactly("ask", "accept");
    }
  }

  private static List<Boolean> atOnce(ExecutorService threads, List<Callable<Boolean>> acts)
      throws Exception {
    List<Boolean> done = new ArrayList<>();
    for (Future<Boolean> each : threads.invokeAll(acts)) {
      done.add(each.get());
    }
    return done;
  }

  private static boolean swept(TestExchange instance) {
    instance.bean(SampleTimers.class).run();
    return false;
  }

  private static Http on(TestExchange instance, TestMember member) {
    return Http.anonymous(instance).with("Authorization", "Bearer " + member.accessToken());
  }
}
