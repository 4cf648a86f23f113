package cn.wufei.exchange.deal.calloff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.correction.Corrections;
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

/// What leaves under a framework is recorded, and what of it goes beyond its call-offs is marked,
/// whatever happens at once.
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallOffDispatchIT {

  private static final int ROUNDS = 5;

  private final Trade trade = Trade.begin();
  private final CallingOff calling = CallingOff.begin(trade);

  @Test
  void what_leaves_beyond_a_call_off_that_holds_and_its_tolerance_is_marked() {
    Http.Answer without = calling.dispatch(1_000);
    assertThat(beyondKg(without)).as("nothing is called off").isEqualTo(1_000);
    Http.Answer asked = calling.call(0, 50_000);
    assertThat(beyondKg(calling.dispatch(1_000))).as("nothing holds yet").isEqualTo(1_000);
    assertThat(monthsKg("limitKg")).isZero();
    calling.accept(asked).expect(200);
    assertThat(beyondKg(trade.buyer().get("/loads/" + without.text("id")).expect(200)))
        .as("as it was when it left")
        .isEqualTo(1_000);

    Http.Answer first = calling.dispatch(30_000);
    assertThat(beyondKg(first)).isZero();
    assertThat(beyondKg(calling.dispatch(20_501))).as("beyond 50 t and 5 %").isEqualTo(1);
    assertThat(beyondKg(calling.dispatch(100))).isEqualTo(100);
    assertThat(monthsKg("limitKg")).isEqualTo(52_500);
    assertThat(monthsKg("leftKg")).isEqualTo(52_601);

    trade.receive(first, trade.receipt(30_000, 10_000)).expect(200);
    Http.Answer again = calling.dispatch(10_000);
    assertThat(beyondKg(again)).as("what came back may leave again").isEqualTo(101);
    trade.refuse(again).expect(200);
    assertThat(beyondKg(calling.dispatch(9_899))).isZero();
    assertThat(trade.agreement(calling.agreementId()).number("fulfilledKg")).isEqualTo(52_500);
  }

  @Test
  void what_silence_accepted_holds_for_loads_before_anybody_wrote_it_down() {
    Http.Answer asked = calling.call(0, 50_000);
    Books.write(
        "update deal_call_off set status = 'called', due_on = ? where id = ?",
        trade.today().toString(),
        Books.numberOf(asked.text("id")));
    assertThat(beyondKg(calling.dispatch(1_000))).isEqualTo(1_000);
    calling.due(asked);
    assertThat(beyondKg(calling.dispatch(1_000))).isZero();
  }

  @Test
  void a_corrected_weight_is_measured_anew_and_counts_once() {
    calling.accepted(30_000);
    String load = calling.dispatch(30_000).text("id");
    assertThat(corrected(load, 33_000)).isEqualTo(1_500);
    assertThat(monthsKg("leftKg")).isEqualTo(33_000);
    assertThat(corrected(load, 31_500)).isZero();
  }

  @Test
  void of_loads_at_once_all_leave_and_each_kilogram_beyond_is_marked_once() throws Exception {
    calling.accepted(50_000);
    List<Long> beyondKg =
        atOnce(
            List.of(
                () -> beyondKg(calling.dispatch(20_000)),
                () -> beyondKg(calling.dispatch(20_000)),
                () -> beyondKg(calling.dispatch(20_000)),
                () -> beyondKg(calling.dispatch(20_000))));
    assertThat(beyondKg).containsExactlyInAnyOrder(0L, 0L, 7_500L, 20_000L);
    assertThat(monthsKg("leftKg")).isEqualTo(80_000);
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

  private long corrected(String load, long netKg) {
    Corrections.propose(
        trade.seller(), Corrections.correcting("dispatch", load, Corrections.net(netKg)));
    return beyondKg(trade.seller().get("/loads/" + load).expect(200));
  }

  private static long beyondKg(Http.Answer load) {
    return load.number("beyondCallOffKg");
  }

  /// Of this month, as the plan shows it.
  private long monthsKg(String field) {
    return calling.plan().number("months/0/" + field);
  }

  private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> done = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(acts)) {
        done.add(each.get());
      }
      return done;
    }
  }
}
