package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.tender.Tendering.pass;
import static cn.wufei.exchange.tender.Tendering.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.listing.LotSweep;
import cn.wufei.exchange.testing.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What a tender keeps from happening to its lot.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderLotIT {

  private static final String CODE = "lot-in-tender";

  private final Tendering tendering = Tendering.begin();
  private final Trade trade = tendering.trade();

  @Test
  void a_lot_stays_as_it_is_while_a_tender_goes_on() {
    Http.Answer lot = trade.publish(100_000);
    String id = lot.text("id");
    Http.Answer offer = trade.propose(id, 10_000);
    String draft = Draft.of(trade, id).text("id");
    String tender = tendering.invite(trade.tender(id, 20_000)).text("id");
    Map<String, Long> before = Books.rowCounts();

    assertRefused(id, offer);
    assertThat(Books.rowCounts()).isEqualTo(before);
    sealed(tendering.first(), tender, "5");
    pass(tender, Tendering.OPEN);
    assertRefused(id, offer);
    assertProblem(
        Http.as(trade.producer().admin())
            .ifMatch(2)
            .post(
                "/lot-drafts/" + draft + "/publication", body("lotVersion", lot.number("version"))),
        409,
        CODE);
    assertProblem(trade.seller().post("/tenders", trade.tender(id, 20_000)), 409, CODE);

    pass(tender, Tendering.OPENING);

    assertThat(tendering.status(tender)).isEqualTo("failed");
    trade.accept(offer).expect(201);
    trade
        .seller()
        .ifMatch(trade.lotNow(id).number("version"))
        .put("/lots/" + id, edit())
        .expect(200);
    tendering.invite(trade.tender(id, 20_000));
  }

  private void assertRefused(String lot, Http.Answer offer) {
    String path = "/lots/" + lot;
    assertProblem(trade.seller().ifMatch(1).put(path, edit()), 409, CODE);
    for (String act : List.of("/pause", "/withdrawal")) {
      assertProblem(trade.seller().ifMatch(1).post(path + act), 409, CODE);
    }
    assertProblem(trade.buyer().post("/offers", trade.offer(lot, 5_000)), 409, CODE);
    assertProblem(trade.accept(offer), 409, CODE);
    assertProblem(
        trade
            .seller()
            .ifMatch(1)
            .post("/offers/" + offer.text("id") + "/counter", trade.terms(5_000)),
        409,
        CODE);
    trade.seller().get("/offers/" + offer.text("id")).expect(200);
  }

  @Test
  void a_lot_does_not_expire_under_a_tender_and_can_still_be_awarded() {
    String lot = trade.publish(50_000).text("id");
    String tender = tendering.toAward(lot);
    long id = Books.numberOf(lot);
    Books.write(
        "update listing_lot set available_to = ? where id = ?",
        trade.today().minusDays(1).toString(),
        id);
    Books.write(
        "update tender_tender set deliver_from = ?, deliver_to = ? where id = ?",
        trade.today().minusDays(3).toString(),
        trade.today().minusDays(1).toString(),
        Books.numberOf(tender));

    LotSweep.run();
    assertThat(trade.lotNow(lot).text("status")).isEqualTo("published");
    tendering.award(tender).expect(200);
    LotSweep.run();

    Http.Answer over = trade.lotNow(lot);
    assertThat(over.text("status")).isEqualTo("expired");
    assertThat(over.number("availableKg")).isZero();
    assertThat(over.number("reservedKg")).isEqualTo(Tendering.QUANTITY_KG);
  }

  @Test
  void a_lot_that_outlived_its_window_expires_when_its_tender_has_lapsed() {
    String lot = trade.publish(50_000).text("id");
    String tender = tendering.toAward(lot);
    Books.write(
        "update listing_lot set available_to = ? where id = ?",
        trade.today().minusDays(1).toString(),
        Books.numberOf(lot));
    LotSweep.run();
    assertThat(trade.lotNow(lot).text("status")).isEqualTo("published");

    pass(tender, Tendering.AWARD.plus(Duration.ofSeconds(1)));
    LotSweep.run();

    assertThat(trade.lotNow(lot).text("status")).isEqualTo("expired");
    assertThat(tendering.status(tender)).isEqualTo("lapsed");
  }

  private Map<String, Object> edit() {
    Map<String, Object> edit = trade.lot(100_000);
    edit.keySet().removeAll(List.of("streamId", "saleMethod", "quantityKind", "quantityKg"));
    edit.put("priceYuanPerT", 1);
    return edit;
  }

  /// A change of the lot that waits for an administrator.
  private static final class Draft {

    private Draft() {}

    static Http.Answer of(Trade trade, String lot) {
      Http.Answer draft =
          trade
              .seller()
              .post("/lot-drafts", body("lotId", lot, "content", trade.lot(100_000)))
              .expect(201);
      return trade
          .seller()
          .ifMatch(draft.number("version"))
          .post("/lot-drafts/" + draft.text("id") + "/submission", trade.lot(100_000))
          .expect(200);
    }
  }
}
