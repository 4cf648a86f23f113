package cn.wufei.exchange.deal.offer;

import static cn.wufei.exchange.deal.Problems.assertProblem;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Refusal;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One request for every reason to refuse an offer; a reason without a request does not compile.
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferRefusalIT {

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_request_that_meets_it(OfferRefusal refusal) {
    Trade trade = Trade.begin();

    Http.Answer answer =
        switch (refusal) {
          case OFFER_NOT_OPEN -> {
            Http.Answer offer = trade.propose(trade.publish(20_000).text("id"), 10_000);
            answer(trade.seller(), offer, "decline").expect(200);
            yield answer(trade.seller(), offer, "decline");
          }
          case OFFER_EXPIRED -> {
            Http.Answer offer = trade.propose(trade.publish(20_000).text("id"), 10_000);
            Books.write(
                "update deal_offer set valid_to = ? where id = ?",
                trade.today().minusDays(1).toString(),
                Books.numberOf(offer.text("id")));
            yield answer(trade.seller(), offer, "acceptance");
          }
          case NOT_YOUR_OFFER ->
              answer(
                  trade.seller(),
                  trade.propose(trade.publish(20_000).text("id"), 10_000),
                  "withdrawal");
          case NOT_YOUR_TURN ->
              answer(
                  trade.buyer(),
                  trade.propose(trade.publish(20_000).text("id"), 10_000),
                  "acceptance");
          case LOT_NOT_OFFERED -> afterBlock(trade);
          case LOT_NOT_PUBLISHED -> withdrawnLot(trade);
          case LOT_WINDOW_OVER -> overLot(trade);
          case DEMAND_NEEDED -> bySeller(trade, null);
          case DEMAND_NOT_PUBLISHED -> coveredDemand(trade);
          case DEMAND_WINDOW_OVER -> overDemand(trade);
          case MATERIAL_NOT_DEMANDED -> otherMaterial(trade);
          case SAME_PARTY -> sameParty();
          case BUYER_NOT_APPROVED -> notApproved(trade);
          case NOT_A_RECEIVER -> notAReceiver(trade);
          case SITE_NEEDED -> withoutSite(trade);
          case BEYOND_DELIVERY -> beyondDelivery(trade);
          case OUTSIDE_DESTINATIONS -> ofLot(trade, "destinations", List.of("370100"));
          case BELOW_MINIMUM -> ofLot(trade, "minimumKg", 10_001);
          case COUNTERPARTY_NOT_VERIFIED -> suspendedSeller(trade);
          case DELIVERY_REVERSED ->
              changed(trade, "deliverTo", trade.today().minusDays(1).toString());
          case DELIVERY_OUTSIDE_WINDOW ->
              changed(trade, "deliverTo", trade.today().plusDays(61).toString());
          case VALIDITY_OVER -> changed(trade, "validTo", trade.today().minusDays(1).toString());
          case VALIDITY_TOO_LONG ->
              changed(trade, "validTo", trade.today().plusDays(31).toString());
          case VALIDITY_BEYOND_WINDOW -> beyondWindow(trade);
          case MORE_THAN_AVAILABLE ->
              trade.accept(trade.propose(trade.publish(20_000).text("id"), 20_001));
        };

    assertProblem(answer, statusOf(refusal), refusal.code());
  }

  private static Http.Answer ofLot(Trade trade, String field, Object value) {
    Map<String, Object> lot = trade.lot(20_000);
    lot.put(field, value);
    String id = trade.seller().post("/lots", lot).expect(201).text("id");
    return trade.buyer().post("/offers", trade.offer(id, 10_000));
  }

  private static Http.Answer withoutSite(Trade trade) {
    Map<String, Object> offer = trade.offer(trade.publish(20_000).text("id"), 10_000);
    offer.remove("buyerSiteId");
    return trade.buyer().post("/offers", offer);
  }

  private static Http.Answer afterBlock(Trade trade) {
    Http.Answer offer = trade.propose(trade.publish(20_000).text("id"), 10_000);
    decide(trade, Map.of("standing", "blocked", "reason", "拖欠货款"));
    return trade.accept(offer);
  }

  private static Http.Answer answer(Http as, Http.Answer offer, String how) {
    return as.ifMatch(offer.number("version")).post("/offers/" + offer.text("id") + "/" + how);
  }

  private static Http.Answer changed(Trade trade, String field, Object value) {
    Map<String, Object> offer = trade.offer(trade.publish(20_000).text("id"), 10_000);
    offer.put(field, value);
    return trade.buyer().post("/offers", offer);
  }

  private static void decide(Trade trade, Map<String, Object> decision) {
    Http.as(trade.producer().admin())
        .post("/partners/" + trade.receiver().id() + "/decisions", decision)
        .expect(201);
  }

  private static Http.Answer notApproved(Trade trade) {
    Map<String, Object> lot = trade.lot(20_000);
    lot.put("visibility", "approved-buyers");
    Map<String, Object> offer = trade.terms(10_000);
    offer.put("lotId", trade.seller().post("/lots", lot).expect(201).text("id"));
    offer.put("demandId", trade.postDemand(10_000).text("id"));
    return trade.seller().post("/offers", offer);
  }

  private static Http.Answer withdrawnLot(Trade trade) {
    Http.Answer lot = trade.publish(20_000);
    Http.Answer offer = trade.propose(lot.text("id"), 10_000);
    trade
        .seller()
        .ifMatch(lot.number("version"))
        .post("/lots/" + lot.text("id") + "/withdrawal")
        .expect(200);
    return trade.accept(offer);
  }

  /// The two works lie some 85 km apart.
  private static Http.Answer beyondDelivery(Trade trade) {
    Map<String, Object> lot = trade.lot(20_000);
    lot.put("delivery", Map.of("radiusKm", 50, "freightInvoice", "one-invoice"));
    String id = trade.seller().post("/lots", lot).expect(201).text("id");
    return trade.buyer().post("/offers", trade.offer(id, 10_000));
  }

  private static Http.Answer beyondWindow(Trade trade) {
    Map<String, Object> lot = trade.lot(20_000);
    lot.put("availableTo", trade.today().plusDays(10).toString());
    Map<String, Object> offer =
        trade.offer(trade.seller().post("/lots", lot).expect(201).text("id"), 10_000);
    offer.put("deliverTo", trade.today().plusDays(10).toString());
    offer.put("validTo", trade.today().plusDays(11).toString());
    return trade.buyer().post("/offers", offer);
  }

  private static Http.Answer overLot(Trade trade) {
    Http.Answer lot = trade.publish(20_000);
    Http.Answer offer = trade.propose(lot.text("id"), 10_000);
    Books.write(
        "update listing_lot set available_from = ?, available_to = ? where id = ?",
        trade.today().minusDays(9).toString(),
        trade.today().minusDays(1).toString(),
        Books.numberOf(lot.text("id")));
    return trade.accept(offer);
  }

  private static Http.Answer bySeller(Trade trade, @Nullable String demandId) {
    Map<String, Object> offer = trade.terms(10_000);
    offer.put("lotId", trade.publish(20_000).text("id"));
    if (demandId != null) {
      offer.put("demandId", demandId);
    }
    return trade.seller().post("/offers", offer);
  }

  private static Http.Answer coveredDemand(Trade trade) {
    Http.Answer demand = trade.postDemand(10_000);
    Map<String, Object> offer = trade.offer(trade.publish(10_000).text("id"), 10_000);
    offer.put("demandId", demand.text("id"));
    trade.accept(trade.buyer().post("/offers", offer).expect(201)).expect(201);
    Map<String, Object> another = trade.offer(trade.publish(10_000).text("id"), 10_000);
    another.put("demandId", demand.text("id"));
    return trade.buyer().post("/offers", another);
  }

  private static Http.Answer overDemand(Trade trade) {
    Http.Answer demand = trade.postDemand(10_000);
    Books.write(
        "update demand_demand set needed_from = ?, needed_to = ? where id = ?",
        trade.today().minusDays(9).toString(),
        trade.today().minusDays(1).toString(),
        Books.numberOf(demand.text("id")));
    return bySeller(trade, demand.text("id"));
  }

  private static Http.Answer otherMaterial(Trade trade) {
    Map<String, Object> demand = trade.demand(10_000);
    demand.put("materialKeys", List.of("fly-ash"));
    return bySeller(trade, trade.buyer().post("/demands", demand).expect(201).text("id"));
  }

  private static Http.Answer sameParty() {
    Trade trade = Trade.beginWith(Fixtures.producerReceiver());
    return bySeller(trade, trade.postDemand(10_000).text("id"));
  }

  private static Http.Answer notAReceiver(Trade trade) {
    TestOrganisation another = Fixtures.producer();
    Map<String, Object> offer = trade.offer(trade.publish(20_000).text("id"), 10_000);
    offer.put("buyerSiteId", another.siteId().toString());
    return Http.as(another.trader()).post("/offers", offer);
  }

  private static Http.Answer suspendedSeller(Trade trade) {
    String lot = trade.publish(20_000).text("id");
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    String organisation = "/organisations/" + trade.producer().id();
    auditor
        .ifMatch(auditor.get(organisation).expect(200).number("version"))
        .post(organisation + "/verification", Map.of("decision", "suspended", "note", "试验"))
        .expect(200);
    return trade.buyer().post("/offers", trade.offer(lot, 10_000));
  }

  private static int statusOf(OfferRefusal refusal) {
    Refusal.Kind kind = refusal.kind();
    return switch (kind) {
      case FORBIDDEN -> 403;
      case CONFLICT -> 409;
      case UNPROCESSABLE -> 422;
      case UNAUTHENTICATED, NOT_FOUND, STALE, TOO_MANY, UNAVAILABLE ->
          throw new IllegalStateException("unexpected here: " + kind);
    };
  }
}
