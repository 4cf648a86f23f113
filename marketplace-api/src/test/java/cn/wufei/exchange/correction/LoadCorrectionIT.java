package cn.wufei.exchange.correction;

import static cn.wufei.exchange.correction.Corrections.answer;
import static cn.wufei.exchange.correction.Corrections.approve;
import static cn.wufei.exchange.correction.Corrections.assertBooksHold;
import static cn.wufei.exchange.correction.Corrections.correcting;
import static cn.wufei.exchange.correction.Corrections.net;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.correction.Corrections.voiding;
import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Http;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What happens to a load's figures when one end of it was recorded wrongly.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadCorrectionIT {

  @Test
  void a_receipt_is_corrected_when_the_other_party_approves() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    String agreement = trade.agree(60_000).text("id");
    Http.Answer load = trade.dispatch(agreement, 30_000);
    trade.receive(load, trade.receipt(29_900, 400)).expect(200);
    String id = load.text("id");

    Http.Answer proposed =
        propose(
            trade.buyer(), correcting("receipt", id, body("grossKg", 46_400, "rejectedKg", 1_000)));

    assertThat(proposed.text("status")).isEqualTo("open");
    assertThat(proposed.json().at("/myTurn").asBoolean()).isFalse();
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(29_500);
    Http.Answer seen = trade.seller().get("/corrections?about=" + id + "&status=open").expect(200);
    assertThat(seen.json().at("/items/0/myTurn").asBoolean()).isTrue();
    assertThat(seen.text("items/0/changes/0/field")).isEqualTo("grossKg");
    assertThat(seen.text("items/0/changes/0/before")).isEqualTo("46900");
    assertThat(seen.text("items/0/changes/0/after")).isEqualTo("46400");
    assertThat(answer(trade.buyer(), proposed, "approval").code()).isEqualTo("not-the-approver");

    Http.Answer applied = approve(trade.seller(), proposed);

    assertThat(applied.text("status")).isEqualTo("applied");
    Http.Answer corrected = trade.buyer().get("/loads/" + id).expect(200);
    assertThat(corrected.text("status")).isEqualTo("received");
    assertThat(corrected.number("acceptedKg")).isEqualTo(28_400);
    assertThat(corrected.number("settledKg")).isEqualTo(28_400);
    assertThat(corrected.number("differenceKg")).isEqualTo(-600);
    assertThat(corrected.json().at("/differenceBeyondTolerance").asBoolean()).isTrue();
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(28_400);
    assertThat(Books.heldOf("difference", id)).isEqualTo(600);
    assertThat(Books.heldOf("in-transit", id)).isZero();
    assertThat(trade.agreement(agreement).number("movedKg")).isEqualTo(28_400);
    assertThat(trade.agreement(agreement).number("fulfilledKg")).isEqualTo(29_000);
    assertThat(trade.agreement(agreement).number("reservedKg")).isEqualTo(31_000);
    assertRate(trade, 29_000, 600, 28_400);
    assertBooksHold();
  }

  /// Declared use less what the scales differ by and less the heap is what is proven: nothing.
  private static void assertRate(Trade trade, long declaredKg, long differenceKg, long heapKg) {
    String year = String.valueOf(trade.year());
    Http.Answer rate =
        trade
            .seller()
            .get("/metrics/utilisation?from=" + year + "-01&to=" + year + "-12")
            .expect(200);
    assertThat(rate.number("total/entrustedDeclaredKg")).isEqualTo(declaredKg);
    assertThat(rate.number("total/bridge/weighingDifferenceKg")).isEqualTo(differenceKg);
    assertThat(rate.number("total/bridge/heapKg")).isEqualTo(heapKg);
    assertThat(rate.number("total/bridge/returnedKg")).isEqualTo(30_000 - declaredKg);
  }

  @Test
  void a_voided_dispatch_gives_back_stock_and_promise() {
    Trade trade = Trade.begin();
    trade.enter("generation", 12_000);
    Http.Answer agreement = trade.agree(60_000);
    Http.Answer load = trade.dispatch(agreement.text("id"), 30_000);

    Http.Answer done = propose(trade.seller(), voiding("dispatch", load.text("id")));

    assertThat(done.text("status")).isEqualTo("applied");
    assertThat(trade.buyer().get("/loads/" + load.text("id")).text("status")).isEqualTo("voided");
    Http.Answer stream = trade.seller().get("/streams/" + trade.streamId()).expect(200);
    assertThat(stream.number("balance/onHandKg")).isEqualTo(12_000);
    assertThat(stream.number("balance/unreconciledKg")).isZero();
    Http.Answer now = trade.agreement(agreement.text("id"));
    assertThat(now.number("reservedKg")).isEqualTo(60_000);
    assertThat(now.number("fulfilledKg")).isZero();
    assertThat(now.number("loads")).isZero();
    assertProblem(trade.receive(load, trade.receipt(30_000, 0)), 409, "load-not-in-transit");
    assertProblem(
        trade.seller().post("/corrections", voiding("dispatch", load.text("id"))),
        409,
        "nothing-to-correct");
    trade
        .seller()
        .ifMatch(now.number("version"))
        .post("/agreements/" + agreement.text("id") + "/cancellation", Map.of("reason", "停产"))
        .expect(200);
    assertThat(trade.buyer().get("/corrections?about=" + load.text("id")).json().at("/items"))
        .hasSize(1);
    assertBooksHold();
  }

  @Test
  void over_delivery_is_undone_first_when_a_dispatch_is_voided() {
    Trade trade = Trade.begin();
    Http.Answer agreement = trade.agree(30_000);
    Http.Answer first = trade.dispatch(agreement.text("id"), 20_000);
    trade.dispatch(agreement.text("id"), 11_500);

    propose(trade.seller(), voiding("dispatch", first.text("id")));

    assertThat(trade.agreement(agreement.text("id")).number("fulfilledKg")).isEqualTo(11_500);
    assertThat(trade.agreement(agreement.text("id")).number("reservedKg")).isEqualTo(18_500);
    assertBooksHold();
  }

  @Test
  void a_dispatch_on_its_way_is_corrected_by_the_seller_alone() {
    Trade trade = Trade.begin();
    trade.enter("generation", 50_000);
    Http.Answer agreement = trade.agree(30_000);
    Http.Answer load = trade.dispatch(agreement.text("id"), 30_000);
    Map<String, Object> values = net(33_000);
    values.put("plate", "鲁C99999");

    Http.Answer done = propose(trade.seller(), correcting("dispatch", load.text("id"), values));

    assertThat(done.text("status")).isEqualTo("applied");
    Http.Answer corrected = trade.buyer().get("/loads/" + load.text("id")).expect(200);
    assertThat(corrected.number("origin/netKg")).isEqualTo(33_000);
    assertThat(corrected.text("plate")).isEqualTo("鲁C99999");
    assertThat(corrected.number("beyondAgreementKg")).isEqualTo(1_500);
    assertThat(trade.agreement(agreement.text("id")).number("fulfilledKg")).isEqualTo(33_000);
    assertThat(trade.agreement(agreement.text("id")).number("reservedKg")).isZero();
    assertThat(Books.heldOf("in-transit", load.text("id"))).isEqualTo(33_000);
    trade.receive(corrected, trade.receipt(33_000, 0)).expect(200);
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(33_000);
    assertBooksHold();
  }

  @Test
  void a_number_plate_is_corrected_without_a_posting() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    long before = Books.reversals();

    Http.Answer done =
        propose(
            trade.seller(),
            correcting("dispatch", load.text("id"), body("manifestNumber", "LD-2026-7")));

    assertThat(trade.buyer().get("/loads/" + load.text("id")).text("manifestNumber"))
        .isEqualTo("LD-2026-7");
    assertThat(done.json().has("reversalId")).isFalse();
    assertThat(Books.reversals()).isEqualTo(before);
  }

  @Test
  void a_dispatch_that_was_received_is_corrected_with_everything_that_rests_on_it() {
    Trade trade = Trade.begin();
    trade.enter("opening-stock", 10_000);
    trade.enter("generation", 100_000);
    String agreement = trade.agree(60_000).text("id");
    Http.Answer load = trade.dispatch(agreement, 30_000);
    trade.receive(load, trade.receipt(27_900, 900)).expect(200);
    String id = load.text("id");

    Http.Answer proposed = propose(trade.seller(), correcting("dispatch", id, net(28_000)));
    assertThat(proposed.text("status")).isEqualTo("open");
    approve(trade.buyer(), proposed);

    Http.Answer corrected = trade.buyer().get("/loads/" + id).expect(200);
    assertThat(corrected.text("status")).isEqualTo("received");
    assertThat(corrected.number("origin/netKg")).isEqualTo(28_000);
    assertThat(corrected.number("acceptedKg")).isEqualTo(27_000);
    assertThat(corrected.number("differenceKg")).isEqualTo(-100);
    assertThat(corrected.json().at("/differenceBeyondTolerance").asBoolean()).isFalse();
    assertThat(Books.heldOf("difference", id)).isEqualTo(100);
    assertThat(Books.heldOf("in-transit", id)).isZero();
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(27_000);
    assertThat(Books.heldOfStream("on-hand", trade.streamId())).isEqualTo(82_900);
    assertThat(trade.agreement(agreement).number("fulfilledKg")).isEqualTo(27_100);
    assertThat(trade.agreement(agreement).number("reservedKg")).isEqualTo(32_900);
    assertThat(trade.agreement(agreement).number("loads")).isEqualTo(1);
    assertBooksHold();
  }

  @Test
  void a_receipt_and_a_refusal_are_voided_and_the_load_is_on_its_way_again() {
    Trade trade = Trade.begin();
    trade.enter("generation", 100_000);
    String agreement = trade.agree(60_000).text("id");
    Http.Answer load = trade.dispatch(agreement, 30_000);
    String id = load.text("id");
    trade.refuse(load).expect(200);

    approve(trade.seller(), propose(trade.buyer(), voiding("refusal", id)));

    Http.Answer again = trade.buyer().get("/loads/" + id).expect(200);
    assertThat(again.text("status")).isEqualTo("in-transit");
    assertThat(again.json().has("refusalReason")).isFalse();
    assertThat(trade.agreement(agreement).number("fulfilledKg")).isEqualTo(30_000);
    assertThat(Books.heldOf("in-transit", id)).isEqualTo(30_000);
    assertThat(Books.heldOfStream("on-hand", trade.streamId())).isEqualTo(70_000);
    trade.receive(again, trade.receipt(29_000, 1_000)).expect(200);
    assertThat(trade.agreement(agreement).number("reservedKg")).isEqualTo(31_000);

    approve(trade.buyer(), propose(trade.seller(), voiding("receipt", id)));

    assertThat(trade.agreement(agreement).number("fulfilledKg")).isEqualTo(30_000);
    assertThat(trade.agreement(agreement).number("movedKg")).isZero();
    assertThat(Books.heldOfStream("heap", trade.streamId())).isZero();
    assertThat(Books.heldOf("in-transit", id)).isEqualTo(30_000);
    assertThat(Books.heldOf("difference", id)).isZero();
    propose(trade.seller(), voiding("dispatch", id));
    assertThat(Books.heldOfStream("on-hand", trade.streamId())).isEqualTo(100_000);
    assertBooksHold();
  }

  @Test
  void a_load_whose_end_was_voided_ends_again_as_before() {
    Trade trade = Trade.begin();
    Http.Answer load = trade.dispatch(trade.agree(60_000).text("id"), 30_000);
    String id = load.text("id");
    Map<String, Object> receipt = trade.receipt(30_000, 0);

    trade.receive(load, receipt).expect(200);
    approve(trade.seller(), propose(trade.buyer(), voiding("receipt", id)));
    trade.receive(trade.buyer().get("/loads/" + id), receipt).expect(200);
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(30_000);
    approve(trade.seller(), propose(trade.buyer(), voiding("receipt", id)));
    for (int i = 0; i < 2; i++) {
      trade.refuse(trade.buyer().get("/loads/" + id)).expect(200);
      approve(trade.seller(), propose(trade.buyer(), voiding("refusal", id)));
    }

    assertThat(Books.heldOfStream("heap", trade.streamId())).isZero();
    assertThat(Books.heldOf("in-transit", id)).isEqualTo(30_000);
    assertBooksHold();
  }

  @Test
  void what_was_returned_and_left_again_is_no_obstacle() {
    Trade trade = Trade.begin();
    trade.enter("generation", 30_000);
    String agreement = trade.agree(90_000).text("id");
    Http.Answer load = trade.dispatch(agreement, 30_000);
    trade.receive(load, trade.receipt(30_000, 10_000)).expect(200);
    trade.dispatch(agreement, 10_000);

    approve(
        trade.seller(),
        propose(trade.buyer(), correcting("receipt", load.text("id"), body("rejectedKg", 0))));

    Http.Answer stream = trade.seller().get("/streams/" + trade.streamId()).expect(200);
    assertThat(stream.number("balance/onHandKg")).isZero();
    assertThat(stream.number("balance/unreconciledKg")).isEqualTo(10_000);
    assertThat(trade.agreement(agreement).number("fulfilledKg")).isEqualTo(40_000);
    assertThat(trade.agreement(agreement).number("reservedKg")).isEqualTo(50_000);
    assertBooksHold();
  }

  @Test
  void a_correction_after_the_agreement_ended_reserves_nothing() {
    Trade trade = Trade.begin();
    trade.enter("generation", 50_000);
    Http.Answer agreement = trade.agree(30_000);
    Http.Answer load = trade.dispatch(agreement.text("id"), 20_000);
    trade.receive(load, trade.receipt(20_000, 0)).expect(200);
    trade
        .buyer()
        .ifMatch(trade.agreement(agreement.text("id")).number("version"))
        .post("/agreements/" + agreement.text("id") + "/completion")
        .expect(200);

    approve(
        trade.seller(),
        propose(trade.buyer(), correcting("receipt", load.text("id"), body("rejectedKg", 5_000))));

    Http.Answer now = trade.agreement(agreement.text("id"));
    assertThat(now.number("reservedKg")).isZero();
    assertThat(now.number("fulfilledKg")).isEqualTo(15_000);
    assertBooksHold();
  }

  @Test
  void what_was_used_is_undone_before_the_receipt_is() {
    Trade trade = Trade.begin();
    trade.enter("generation", 50_000);
    Http.Answer load = trade.dispatch(trade.agree(30_000).text("id"), 30_000);
    trade.receive(load, trade.receipt(30_000, 0)).expect(200);
    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    Http.Answer report =
        trade.buyer().post("/use-reports", trade.useReport(month, 20_000)).expect(201);
    Http.Answer proposed =
        propose(trade.buyer(), correcting("receipt", load.text("id"), net(25_000)));

    Http.Answer refused = answer(trade.seller(), proposed, "approval");

    assertProblem(refused, 409, "use-report-in-the-way");
    assertThat(refused.text("facts/laterKind")).isEqualTo("use-reported");
    assertThat(trade.seller().get("/corrections/" + proposed.text("id")).text("status"))
        .isEqualTo("open");
    approve(
        Http.as(trade.receiver().admin()),
        propose(trade.buyer(), voiding("use-report", report.text("id"))));
    assertThat(Books.heldOfStream("used", trade.streamId())).isZero();
    assertThat(trade.buyer().get("/use-reports").expect(200).json().at("/items")).isEmpty();
    approve(trade.seller(), proposed);
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(25_000);
    Http.Answer again =
        trade.buyer().post("/use-reports", trade.useReport(month, 24_000)).expect(201);
    assertThat(again.number("receivedKg")).isEqualTo(25_000);
    assertThat(again.number("beyondHeapKg")).isZero();
    assertThat(Books.heldOfStream("used", trade.streamId())).isEqualTo(24_000);
    assertBooksHold();
  }
}
