package cn.wufei.exchange.approval;

import static cn.wufei.exchange.approval.Approving.above;
import static cn.wufei.exchange.approval.Approving.approve;
import static cn.wufei.exchange.approval.Approving.askToAccept;
import static cn.wufei.exchange.approval.Approving.now;
import static cn.wufei.exchange.approval.Approving.refuse;
import static cn.wufei.exchange.approval.Approving.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
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

/// Of what several do at once about one request, on two instances, exactly one thing happens.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalRaceIT {

  private static final int ROUNDS = 20;
  private static final int KG = 10_000;

  private final Trade trade = Trade.begin();
  private final Http admin = Http.as(trade.producer().admin());
  private final TestMember second = Fixtures.joining(trade.producer().admin(), Role.ORG_ADMIN);
  private final String lot = trade.publish((long) ROUNDS * KG).text("id");

  @Test
  void of_two_approvals_and_the_offers_withdrawal_exactly_one_happens() throws Exception {
    above(trade.producer(), 0);
    int accepted = 0;
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        Http.Answer offer = trade.propose(lot, KG);
        Http.Answer asked = askToAccept(trade.seller(), offer).expect(201);
        String path = "/offers/" + offer.text("id");

        List<Boolean> done =
            atOnce(
                threads,
                List.of(
                    () -> isApproved(approve(admin, asked)),
                    () -> isApproved(approve(on(other, second), asked)),
                    () ->
                        on(other, trade.receiver().trader())
                                .ifMatch(1)
                                .post(path + "/withdrawal")
                                .status()
                            == 200));

        assertThat(done).as("round " + round).containsOnlyOnce(true);
        assertThat(trade.seller().get(path).text("status"))
            .isEqualTo(done.get(2) ? "withdrawn" : "accepted");
        assertThat(now(admin, asked).text("status"))
            .isEqualTo(done.get(2) ? "overtaken" : "approved");
        accepted += done.get(2) ? 0 : 1;
      }
    }

    long left = (long) (ROUNDS - accepted) * KG;
    assertThat(trade.lotNow(lot).number("availableKg")).isEqualTo(left);
    assertThat(Books.heldOf("available", lot)).isEqualTo(left);
  }

  @Test
  void of_approval_refusal_and_withdrawal_exactly_one_happens() throws Exception {
    above(trade.producer(), 0);
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        Http.Answer asked = askToAccept(trade.seller(), trade.propose(lot, KG)).expect(201);

        List<Boolean> done =
            atOnce(
                threads,
                List.of(
                    () -> isApproved(approve(admin, asked)),
                    () -> refuse(on(other, second), asked).status() == 200,
                    () -> withdraw(on(other, trade.producer().trader()), asked).status() == 200));

        assertThat(done).as("round " + round).containsOnlyOnce(true);
        assertThat(now(admin, asked).text("status"))
            .isEqualTo(done.get(0) ? "approved" : done.get(1) ? "refused" : "withdrawn");
      }
    }
  }

  @Test
  void what_is_over_ends_once_whoever_comes_upon_it() throws Exception {
    above(trade.producer(), 0);
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        Http.Answer asked = askToAccept(trade.seller(), trade.propose(lot, KG)).expect(201);
        Books.write(
            "update approval_request set last_day = ? where id = ?",
            trade.today().minusDays(1).toString(),
            Books.numberOf(asked.text("id")));

        List<Boolean> approved =
            atOnce(
                threads,
                List.of(
                    () -> isApproved(approve(admin, asked)),
                    () -> isApproved(withdraw(on(other, trade.producer().trader()), asked)),
                    () -> swept(TestExchange.get()),
                    () -> swept(other)));

        assertThat(approved).as("round " + round).containsOnly(false);
        Http.Answer ended = now(admin, asked);
        assertThat(ended.text("overtakenBy")).isEqualTo("time-over");
        assertThat(ended.json().has("decidedAt")).as("written down").isTrue();
      }
    }

    assertThat(trade.lotNow(lot).number("availableKg")).isEqualTo((long) ROUNDS * KG);
    assertThat(told("approval-overtaken")).isEqualTo(ROUNDS);
  }

  @Test
  void of_two_who_ask_at_once_for_the_same_one_does() throws Exception {
    above(trade.producer(), 0);
    Http.Answer offer = trade.propose(lot, KG);
    try (TestExchange other = TestExchange.get().anotherInstance(Map.of());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {

      List<Boolean> done =
          atOnce(
              threads,
              List.of(
                  () -> askToAccept(trade.seller(), offer).status() == 201,
                  () -> askToAccept(on(other, second), offer).status() == 201));

      assertThat(done).containsOnlyOnce(true);
      assertThat(admin.get("/approvals?status=pending").json().at("/items")).hasSize(1);
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
    instance.bean(ApprovalTimers.class).run();
    return false;
  }

  private long told(String kind) {
    return trade
        .seller()
        .get("/notices?limit=100")
        .expect(200)
        .json()
        .at("/items")
        .findValuesAsText("kind")
        .stream()
        .filter(kind::equals)
        .count();
  }

  private static boolean isApproved(Http.Answer answer) {
    return answer.status() == 200 && answer.text("status").equals("approved");
  }

  private static Http on(TestExchange instance, TestMember member) {
    return Http.anonymous(instance).with("Authorization", "Bearer " + member.accessToken());
  }
}
