package cn.wufei.exchange.partner;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whichever of the two blocks the other: what each has is not there for the other, and a stranger
/// sees no difference.
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptApartIT {

  private static void block(Neighbours own, boolean bySeller) {
    if (bySeller) {
      Neighbours.block(own.seller, own.buyer);
    } else {
      Neighbours.block(own.buyer, own.seller);
    }
  }

  private static void takeBack(Neighbours own, boolean bySeller) {
    if (bySeller) {
      Neighbours.takeBack(own.seller, own.buyer);
    } else {
      Neighbours.takeBack(own.buyer, own.seller);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void neither_finds_the_other_in_a_search(boolean bySeller) {
    Neighbours own = new Neighbours();
    String lot = own.lot();
    String demand = own.demand();
    Http buyer = own.trade.buyer();
    Http seller = own.trade.seller();
    String saved = savedSearch(buyer, lot);
    assertThat(Neighbours.found(buyer, "lots", lot)).isEqualTo(1);
    assertThat(Neighbours.found(seller, "demands", demand)).isEqualTo(1);
    assertThat(onMap(buyer, lot)).isEqualTo(1);
    assertThat(newIn(buyer, saved)).isEqualTo(1);

    block(own, bySeller);

    assertThat(Neighbours.found(buyer, "lots", lot)).isZero();
    assertThat(Neighbours.found(seller, "demands", demand)).isZero();
    assertThat(onMap(buyer, lot)).isZero();
    assertThat(newIn(buyer, saved)).isZero();
    assertThat(ranked(buyer, "lots?sort=match&demandId=" + demand + "&id=" + lot)).isZero();
    assertThat(ranked(seller, "demands?sort=match&lotId=" + lot + "&id=" + demand)).isZero();
    assertThat(Neighbours.found(Http.as(Fixtures.receiver().trader()), "lots", lot)).isEqualTo(1);
    assertThat(Neighbours.found(Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)), "lots", lot))
        .isEqualTo(1);

    takeBack(own, bySeller);

    assertThat(Neighbours.found(buyer, "lots", lot)).isEqualTo(1);
    assertThat(ranked(buyer, "lots?sort=match&demandId=" + demand + "&id=" + lot)).isEqualTo(1);
  }

  private static long ranked(Http as, String query) {
    return as.get("/search/" + query).expect(200).number("total");
  }

  private static long onMap(Http as, String lot) {
    return as.get("/search/lots/clusters?zoom=5&box=110,30,125,45&id=" + lot)
        .expect(200)
        .number("total");
  }

  /// Opened before the lot was published.
  private static String savedSearch(Http as, String lot) {
    String id =
        as.post("/saved-searches", body("name", "氧化铁", "kind", "lots", "query", "id=" + lot))
            .expect(201)
            .text("id");
    Books.write(
        "update search_saved set opened_at = '2026-01-01' where id = ?", Books.numberOf(id));
    return id;
  }

  private static long newIn(Http as, String saved) {
    for (JsonNode each : as.get("/saved-searches").expect(200).json().at("/items")) {
      if (each.at("/id").asText().equals(saved)) {
        return each.at("/newCount").asLong();
      }
    }
    throw new AssertionError("no such saved search");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void neither_is_matched_with_the_other(boolean bySeller) {
    Neighbours own = new Neighbours();
    String lot = own.lot();
    String demand = own.demand();
    Map<String, Object> dry = own.demandDraft();
    dry.put("ranges", List.of(body("parameter", "moisture", "max", 10, "basis", "wet")));
    String nearly = own.demand(dry);
    // Cheaper than what other tests offer, and too wet without the dear one.
    Map<String, Object> wet = own.lotDraft();
    wet.put(
        "qualities",
        List.of(body("parameter", "moisture", "min", 12.5, "max", 13, "basis", "wet")));
    wet.put("priceYuanPerT", -1_000 - Fixtures.nextNumber());
    String wetter = own.lot(wet);
    Map<String, Object> drier = own.lotDraft();
    drier.put(
        "qualities", List.of(body("parameter", "moisture", "min", 4, "max", 5, "basis", "wet")));
    own.lot(drier);
    Http buyer = own.trade.buyer();
    Http seller = own.trade.seller();
    assertThat(Neighbours.isListed(seller, "/lots/" + lot + "/matches", demand)).isTrue();
    assertThat(Neighbours.isListed(buyer, "/demands/" + demand + "/matches", lot)).isTrue();
    assertThat(Neighbours.isListed(seller, "/lots/" + lot + "/near-misses", nearly)).isTrue();
    assertThat(Neighbours.isListed(buyer, "/demands/" + nearly + "/near-misses", lot)).isTrue();
    assertThat(Neighbours.isListed(buyer, "/demands/" + nearly + "/blends", wetter)).isTrue();

    block(own, bySeller);

    assertThat(Neighbours.isListed(seller, "/lots/" + lot + "/matches", demand)).isFalse();
    assertThat(Neighbours.isListed(buyer, "/demands/" + demand + "/matches", lot)).isFalse();
    assertThat(Neighbours.isListed(seller, "/lots/" + lot + "/near-misses", nearly)).isFalse();
    assertThat(Neighbours.isListed(buyer, "/demands/" + nearly + "/near-misses", lot)).isFalse();
    assertThat(Neighbours.isListed(buyer, "/demands/" + nearly + "/blends", wetter)).isFalse();
    assertThat(buyer.get("/demands/" + demand + "/matches/" + lot).status()).isEqualTo(404);
    assertThat(seller.get("/lots/" + lot + "/matches/" + demand).status()).isEqualTo(404);
  }

  /// To somebody who tries ids, what is kept away answers as what was withdrawn.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pages_and_offers_answer_as_for_what_has_left_the_market(boolean bySeller) {
    Neighbours own = new Neighbours();
    String lot = own.lot();
    String demand = own.demand();
    String withdrawn = own.lot();
    own.trade.seller().ifMatch(1).post("/lots/" + withdrawn + "/withdrawal").expect(200);
    Http buyer = own.trade.buyer();
    Http seller = own.trade.seller();
    for (String part : List.of("", "/prices", "/quality-reports", "/coverage", "/story")) {
      buyer.get("/lots/" + lot + part).expect(200);
    }

    block(own, bySeller);

    for (String part : List.of("", "/prices", "/quality-reports", "/coverage", "/story")) {
      Http.Answer kept = buyer.get("/lots/" + lot + part);
      assertThat(kept.status()).as(part).isEqualTo(404);
      assertThat(kept.body().replace(lot, withdrawn))
          .as(part)
          .isEqualTo(buyer.get("/lots/" + withdrawn + part).body());
    }
    assertThat(buyer.get("/search/freshness?kind=lot&version=1&id=" + lot).status()).isEqualTo(404);
    assertThat(seller.get("/demands/" + demand).status()).isEqualTo(404);
    assertThat(seller.get("/search/freshness?kind=demand&version=1&id=" + demand).status())
        .isEqualTo(404);
    Http.Answer offer = buyer.post("/offers", own.trade.offer(lot, 10_000));
    assertProblem(offer, 404, "not-found");
    assertThat(fieldsOf(offer)).containsExactly("lotId");
    assertThat(offer.map())
        .isEqualTo(buyer.post("/offers", own.trade.offer(withdrawn, 10_000)).map());
    Map<String, Object> bySellerOffer = own.trade.terms(10_000);
    bySellerOffer.put("lotId", lot);
    bySellerOffer.put("demandId", demand);
    Http.Answer toDemand = seller.post("/offers", bySellerOffer);
    assertProblem(toDemand, 404, "not-found");
    assertThat(fieldsOf(toDemand)).containsExactly("demandId");
    seller.get("/lots/" + lot).expect(200);
    Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY)).get("/lots/" + lot).expect(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_negotiation_that_runs_can_be_ended_and_no_longer_go_on(boolean bySeller) {
    Trade trade = Trade.begin();
    Http.Answer declined = trade.propose(trade.publish(20_000).text("id"), 10_000);
    Http.Answer withdrawn = trade.propose(trade.publish(20_000).text("id"), 10_000);
    if (bySeller) {
      Neighbours.block(trade.producer(), trade.receiver());
    } else {
      Neighbours.block(trade.receiver(), trade.producer());
    }

    assertProblem(trade.accept(declined), 409, "lot-not-offered");
    assertProblem(
        trade
            .seller()
            .ifMatch(1)
            .post("/offers/" + declined.text("id") + "/counter", trade.terms(10_000)),
        409,
        "lot-not-offered");
    trade.seller().ifMatch(1).post("/offers/" + declined.text("id") + "/decline").expect(200);
    trade.buyer().ifMatch(1).post("/offers/" + withdrawn.text("id") + "/withdrawal").expect(200);
  }

  @Test
  void an_agreement_goes_on() {
    Trade trade = Trade.begin();
    trade.enter("generation", 30_000);
    String agreement = trade.agree(30_000).text("id");
    Neighbours.block(trade.producer(), trade.receiver());
    Neighbours.block(trade.receiver(), trade.producer());

    Http.Answer load = trade.dispatch(agreement, 10_000);
    trade.receive(load, trade.receipt(10_000, 0)).expect(200);

    assertThat(trade.agreement(agreement).text("status")).isEqualTo("active");
  }
}
