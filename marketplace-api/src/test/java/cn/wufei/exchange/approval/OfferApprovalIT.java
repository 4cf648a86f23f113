package cn.wufei.exchange.approval;

import static cn.wufei.exchange.approval.Approving.above;
import static cn.wufei.exchange.approval.Approving.approve;
import static cn.wufei.exchange.approval.Approving.askToAccept;
import static cn.wufei.exchange.approval.Approving.kinds;
import static cn.wufei.exchange.approval.Approving.now;
import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Offers that would be made above the sum of the firm: the other side may accept them at once. Ten
/// tonnes at minus ten yuan bind to 10,000 fen.
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferApprovalIT {

  private static final int KG = 10_000;
  private static final long SUM_FEN = 10_000;
  private static final Set<String> NOT_IN_AN_EX_WORKS_EDIT =
      Set.of("streamId", "saleMethod", "quantityKind", "quantityKg", "delivery");

  private final Trade trade = Trade.begin();
  private final Http admin = Http.as(trade.producer().admin());
  private final String lot = trade.publish(100_000).text("id");

  @Test
  void an_offer_above_the_sum_is_known_to_nobody_before_it_is_approved() {
    above(trade.receiver(), SUM_FEN - 1);
    Http buyersAdmin = Http.as(trade.receiver().admin());
    Map<String, Object> draft = trade.offer(lot, KG);
    draft.put("message", "可长期合作");
    assertProblem(trade.buyer().post("/offers", draft), 403, "approval-needed");

    Http.Answer asked = trade.buyer().post("/offers/approval", draft).expect(201);

    assertThat(asked.text("act")).isEqualTo("propose");
    assertThat(asked.json().has("subjectId")).isFalse();
    assertThat(asked.text("content/offer/message")).isEqualTo("可长期合作");
    assertThat(asked.text("content/offer/lotId")).isEqualTo(lot);
    assertThat(trade.seller().get("/offers").json().at("/items")).isEmpty();
    assertThat(kinds(trade.seller())).isEmpty();
    Http.Answer done = approve(buyersAdmin, asked).expect(200);
    Http.Answer offer = trade.seller().get("/offers/" + done.text("resultId")).expect(200);
    assertThat(offer.text("message")).isEqualTo("可长期合作");
    assertThat(offer.number("quantityKg")).isEqualTo(KG);
    assertThat(kinds(trade.seller())).containsExactly("offer-received");
  }

  @Test
  void an_offer_whose_price_would_hold_elsewhere_by_now_is_not_what_was_asked_for() {
    above(trade.receiver(), SUM_FEN - 1);
    Http buyersAdmin = Http.as(trade.receiver().admin());
    Map<String, Object> delivered = trade.lot(100_000);
    delivered.put("delivery", Map.of("radiusKm", 500, "freightInvoice", "two-invoice"));
    String there = trade.seller().post("/lots", delivered).expect(201).text("id");
    Http.Answer asked = trade.buyer().post("/offers/approval", trade.offer(there, KG)).expect(201);
    assertThat(asked.text("content/freightInvoice")).isEqualTo("two-invoice");
    Http.Answer kept = trade.buyer().post("/offers/approval", trade.offer(lot, KG)).expect(201);
    delivered.keySet().removeAll(NOT_IN_AN_EX_WORKS_EDIT);
    trade.seller().ifMatch(1).put("/lots/" + there, delivered).expect(200);
    trade.seller().ifMatch(1).put("/lots/" + lot, delivered).expect(200);

    Http.Answer answer = approve(buyersAdmin, asked).expect(200);

    assertThat(answer.text("status")).isEqualTo("overtaken");
    assertThat(answer.text("overtakenBy")).isEqualTo("moved-on");
    assertThat(trade.seller().get("/offers").json().at("/items")).isEmpty();
    assertThat(approve(buyersAdmin, kept).expect(200).text("status"))
        .as("an edit that leaves the price where it holds")
        .isEqualTo("approved");
  }

  @Test
  void nothing_is_approved_between_firms_of_which_one_keeps_away_by_now() {
    above(trade.producer(), SUM_FEN - 1);
    above(trade.receiver(), SUM_FEN - 1);
    Http buyersAdmin = Http.as(trade.receiver().admin());
    Http.Answer making = trade.buyer().post("/offers/approval", trade.offer(lot, KG)).expect(201);
    Trade other = trade.withAnotherReceiver();
    Http.Answer offer = other.propose(lot, KG);
    Http.Answer accepting = askToAccept(trade.seller(), offer).expect(201);
    Http.Answer second = other.propose(lot, KG);
    Http.Answer countering =
        trade
            .seller()
            .ifMatch(1)
            .post("/offers/" + second.text("id") + "/counter/approval", trade.terms(KG))
            .expect(201);
    for (TestOrganisation each : List.of(trade.receiver(), other.receiver())) {
      admin
          .post(
              "/partners/" + each.id() + "/decisions",
              Map.of("standing", "blocked", "reason", "拖欠货款"))
          .expect(201);
    }

    assertProblem(approve(buyersAdmin, making), 404, "not-found");
    assertProblem(approve(admin, accepting), 409, "lot-not-offered");
    assertProblem(approve(admin, countering), 409, "lot-not-offered");

    assertThat(now(admin, accepting).text("status")).isEqualTo("pending");
    assertThat(other.buyer().get("/offers/" + offer.text("id")).text("status")).isEqualTo("open");
    assertThat(trade.buyer().get("/offers").json().at("/items")).isEmpty();
  }

  @Test
  void a_counter_above_the_sum_waits_as_well() {
    above(trade.producer(), SUM_FEN - 1);
    Http.Answer offer = trade.propose(lot, 5_000);
    String path = "/offers/" + offer.text("id");
    assertProblem(
        trade.seller().ifMatch(1).post(path + "/counter", trade.terms(KG)), 403, "approval-needed");

    Http.Answer asked =
        trade.seller().ifMatch(1).post(path + "/counter/approval", trade.terms(KG)).expect(201);
    assertProblem(
        trade.seller().ifMatch(1).post(path + "/counter/approval", trade.terms(KG)),
        409,
        "approval-pending");
    Http.Answer done = approve(admin, asked).expect(200);

    Http.Answer counter = trade.buyer().get("/offers/" + done.text("resultId")).expect(200);
    assertThat(counter.text("parentId")).isEqualTo(offer.text("id"));
    assertThat(counter.number("quantityKg")).isEqualTo(KG);
    assertThat(trade.buyer().get(path).text("status")).isEqualTo("countered");
    assertThat(now(admin, asked).text("status")).isEqualTo("approved");
  }
}
