package cn.wufei.exchange.correction;

import static cn.wufei.exchange.correction.Corrections.answer;
import static cn.wufei.exchange.correction.Corrections.assertBooksHold;
import static cn.wufei.exchange.correction.Corrections.correcting;
import static cn.wufei.exchange.correction.Corrections.net;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.correction.Corrections.voiding;
import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Who answers a correction, and what an answer leaves.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionAnswerIT {

  @Test
  void two_approvals_at_once_are_one_correction() throws Exception {
    Trade trade = Trade.begin();
    trade.enter("generation", 50_000);
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    Http.Answer proposed =
        propose(trade.buyer(), correcting("receipt", load.text("id"), net(29_000)));
    long before = Books.reversals();
    Http trader = trade.seller();
    Http admin = Http.as(trade.producer().admin());
    CountDownLatch start = new CountDownLatch(1);

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Http.Answer>> answers =
          List.of(trader, admin).stream()
              .map(who ->
                  threads.submit(() -> {
                    start.await();
                    return answer(who, proposed, "approval");
                  }))
              .toList();
      start.countDown();
      assertThat(List.of(answers.getFirst().get().status(), answers.getLast().get().status()))
          .containsExactlyInAnyOrder(200, 409);
    }

    assertThat(Books.reversals()).isEqualTo(before + 1);
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(29_000);
    assertBooksHold();
  }

  @Test
  void a_declined_and_a_withdrawn_correction_leave_everything() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    Http.Answer before = trade.buyer().get("/loads/" + load.text("id"));
    Map<String, Object> draft = correcting("receipt", load.text("id"), net(29_000));

    Http.Answer toDecline = propose(trade.buyer(), draft);
    Http.Answer declined =
        trade
            .seller()
            .ifMatch(toDecline.number("version"))
            .post("/corrections/" + toDecline.text("id") + "/decline", Map.of("note", "磅单是对的"))
            .expect(200);
    Http.Answer withdrawn =
        answer(trade.buyer(), propose(trade.buyer(), draft), "withdrawal").expect(200);

    assertThat(List.of(declined.text("status"), withdrawn.text("status")))
        .containsExactly("declined", "withdrawn");
    assertThat(trade.buyer().get("/corrections/" + declined.text("id")).text("decisionNote"))
        .isEqualTo("磅单是对的");
    assertThat(trade.buyer().get("/loads/" + load.text("id")).json()).isEqualTo(before.json());
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(30_000);
  }

  @Test
  void corrections_are_asked_for_by_kind_and_status() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    Http.Answer report =
        trade.buyer().post("/use-reports", trade.useReport(month, 1_000)).expect(201);
    String used = propose(trade.buyer(), voiding("use-report", report.text("id"))).text("id");
    String received =
        propose(trade.buyer(), correcting("receipt", load.text("id"), net(29_000))).text("id");
    String left =
        propose(trade.seller(), correcting("dispatch", load.text("id"), net(29_500))).text("id");

    assertThat(ids(trade.buyer(), "")).containsExactly(left, received, used);
    assertThat(ids(trade.buyer(), "kind=use-report")).containsExactly(used);
    assertThat(ids(trade.buyer(), "kind=receipt&status=open")).containsExactly(received);
    assertThat(ids(trade.seller(), "status=open")).containsExactly(left, received);
    assertThat(ids(trade.seller(), "kind=use-report")).isEmpty();
    assertProblem(trade.buyer().get("/corrections?kind=lot"), 400, "invalid-request");
  }

  private static List<String> ids(Http as, String query) {
    List<String> ids = new ArrayList<>();
    as.get("/corrections?" + query)
        .expect(200)
        .json()
        .at("/items")
        .forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  @Test
  void the_parties_and_the_authorities_see_a_correction_and_nobody_else() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    Map<String, Object> draft = correcting("receipt", load.text("id"), net(29_000));
    Http stranger = Http.as(Fixtures.producerReceiver().admin());

    assertProblem(stranger.post("/corrections", draft), 404, "not-found");
    Http.Answer proposed = propose(trade.buyer(), draft);
    String path = "/corrections/" + proposed.text("id");
    assertProblem(stranger.get(path), 404, "not-found");
    for (String how : List.of("approval", "decline", "withdrawal")) {
      assertProblem(answer(stranger, proposed, how), 404, "not-found");
    }
    assertThat(
            stranger.get("/corrections?about=" + load.text("id")).expect(200).json().at("/items"))
        .isEmpty();
    for (Role role : List.of(Role.AUDIT_INDUSTRY, Role.AUDIT_ECOLOGY)) {
      Http.Answer seen = Http.as(Fixtures.auditor(role)).get(path).expect(200);
      assertThat(seen.text("reason")).isEqualTo("磅单抄错");
      assertThat(seen.json().at("/myTurn").asBoolean()).isFalse();
    }
  }
}
