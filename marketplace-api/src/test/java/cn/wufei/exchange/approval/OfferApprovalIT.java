package cn.wufei.exchange.approval;

import static cn.wufei.exchange.approval.Approving.above;
import static cn.wufei.exchange.approval.Approving.approve;
import static cn.wufei.exchange.approval.Approving.kinds;
import static cn.wufei.exchange.approval.Approving.now;
import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Offers that would be made above the sum of the firm: the other side may accept them at once. Ten
/// tonnes at minus ten yuan bind to 10,000 fen.
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferApprovalIT {

  private static final int KG = 10_000;
  private static final long SUM_FEN = 10_000;

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
    assertThat(asked.text("content/message")).isEqualTo("可长期合作");
    assertThat(asked.text("content/lotId")).isEqualTo(lot);
    assertThat(trade.seller().get("/offers").json().at("/items")).isEmpty();
    assertThat(kinds(trade.seller())).isEmpty();
    Http.Answer done = approve(buyersAdmin, asked).expect(200);
    Http.Answer offer = trade.seller().get("/offers/" + done.text("resultId")).expect(200);
    assertThat(offer.text("message")).isEqualTo("可长期合作");
    assertThat(offer.number("quantityKg")).isEqualTo(KG);
    assertThat(kinds(trade.seller())).containsExactly("offer-received");
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
