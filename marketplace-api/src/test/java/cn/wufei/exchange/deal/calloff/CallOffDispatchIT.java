package cn.wufei.exchange.deal.calloff;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Under a framework nothing leaves but what is called off, whatever happens at once.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallOffDispatchIT {

  private static final int ROUNDS = 5;

  private final Trade trade = Trade.begin();
  private final CallingOff calling = CallingOff.begin(trade);

  @Test
  void loads_leave_against_a_call_off_that_holds_up_to_its_quantity_and_tolerance() {
    Http.Answer without = calling.tryDispatch(1_000);
    assertProblem(without, 409, "month-not-called-off");
    assertThat(fieldsOf(without)).containsExactly("dispatchedAt");
    assertThat(without.text("facts/month")).isEqualTo(calling.month(0));
    Http.Answer asked = calling.call(0, 50_000);
    assertProblem(calling.tryDispatch(1_000), 409, "month-not-called-off");
    calling.accept(asked).expect(200);

    Http.Answer first = calling.tryDispatch(30_000).expect(201);
    Http.Answer beyond = calling.tryDispatch(22_501);
    assertProblem(beyond, 409, "beyond-call-off");
    assertThat(fieldsOf(beyond)).containsExactly("grossKg");
    assertThat(beyond.number("facts/calledKg")).isEqualTo(50_000);
    assertThat(beyond.number("facts/leftKg")).isEqualTo(30_000);
    assertThat(beyond.number("facts/restKg")).isEqualTo(22_500);
    calling.tryDispatch(22_500).expect(201);
    assertProblem(calling.tryDispatch(1), 409, "beyond-call-off");
    assertThat(calling.plan().json().at("/months/0/leftKg").asLong()).isEqualTo(52_500);

    trade.receive(first, trade.receipt(30_000, 10_000)).expect(200);
    assertThat(calling.tryDispatch(10_001).number("facts/restKg"))
        .as("what came back may leave again")
        .isEqualTo(10_000);
    trade.refuse(calling.tryDispatch(10_000).expect(201)).expect(200);
    calling.tryDispatch(10_000).expect(201);
    assertThat(trade.agreement(calling.agreementId()).number("fulfilledKg")).isEqualTo(52_500);
  }

  @Test
  void what_silence_accepted_lets_loads_leave_before_anybody_wrote_it_down() {
    Http.Answer asked = calling.call(0, 50_000);
    Books.write(
        "update deal_call_off set status = 'called', due_on = ? where id = ?",
        trade.today().toString(),
        Books.numberOf(asked.text("id")));
    assertProblem(calling.tryDispatch(1_000), 409, "month-not-called-off");
    calling.due(asked);
    calling.tryDispatch(1_000).expect(201);
  }

  @Test
  void of_loads_at_once_only_those_leave_that_were_called_off() throws Exception {
    calling.accepted(50_000);
    List<Integer> statuses =
        atOnce(
            List.of(
                () -> calling.tryDispatch(20_000).status(),
                () -> calling.tryDispatch(20_000).status(),
                () -> calling.tryDispatch(20_000).status(),
                () -> calling.tryDispatch(20_000).status()));
    assertThat(statuses).containsExactlyInAnyOrder(201, 201, 409, 409);
    assertThat(calling.plan().json().at("/months/0/leftKg").asLong()).isEqualTo(40_000);
  }

  @Test
  void of_what_is_done_at_once_about_a_call_off_one_thing_happens() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> called =
          atOnce(
              List.of(
                  () -> calling.tryCall(2, 60_000).status(),
                  () -> calling.tryCall(2, 70_000).status()));
      assertThat(called).containsExactlyInAnyOrder(201, 409);
      String id = calling.plan().json().at("/months/2/callOffId").asText();
      Http.Answer live = liveOf(id);
      List<Integer> done =
          atOnce(
              List.of(
                  () -> calling.act(trade.seller(), live, "decline").status(),
                  () -> calling.act(trade.buyer(), live, "withdrawal").status()));
      assertThat(done).as("round " + round).containsExactlyInAnyOrder(200, 409);
    }
    List<Integer> both =
        atOnce(
            List.of(
                () -> calling.tryCall(1, 250_000).status(),
                () -> calling.tryCall(2, 250_000).status()));
    assertThat(both).as("together beyond the framework").containsExactlyInAnyOrder(201, 422);
  }

  private Http.Answer liveOf(String id) {
    Http.Answer plan = calling.plan();
    for (var each : plan.json().at("/callOffs")) {
      if (each.at("/id").asText().equals(id)) {
        return new Http.Answer(200, plan.headers(), each.toString());
      }
    }
    throw new AssertionError("no such call-off: " + id);
  }

  private static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> done = new ArrayList<>();
      for (Future<Integer> each : threads.invokeAll(acts)) {
        done.add(each.get());
      }
      return done;
    }
  }
}
