package cn.wufei.exchange.partner;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// A lot for approved buyers is there for them, its owner and the authorities, and for nobody else.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovedBuyersIT {

  private static void assertKept(Neighbours own, String lot, String demand) {
    Http buyer = own.trade.buyer();
    Http seller = own.trade.seller();
    assertThat(Neighbours.isListed(seller, "/lots/" + lot + "/matches", demand)).isFalse();
    assertThat(Neighbours.isListed(buyer, "/demands/" + demand + "/matches", lot)).isFalse();
    assertThat(buyer.get("/demands/" + demand + "/matches/" + lot).status()).isEqualTo(404);
    assertThat(buyer.get("/lots/" + lot).status()).isEqualTo(404);
    Http.Answer offer = buyer.post("/offers", own.trade.offer(lot, 10_000));
    assertProblem(offer, 404, "not-found");
    assertThat(fieldsOf(offer)).containsExactly("lotId");
  }

  private static void assertShown(Neighbours own, String lot, String demand) {
    Http buyer = own.trade.buyer();
    assertThat(Neighbours.found(buyer, "lots", lot)).isEqualTo(1);
    assertThat(Neighbours.isListed(own.trade.seller(), "/lots/" + lot + "/matches", demand))
        .isTrue();
    assertThat(Neighbours.isListed(buyer, "/demands/" + demand + "/matches", lot)).isTrue();
    assertThat(buyer.get("/lots/" + lot).expect(200).text("visibility"))
        .isEqualTo("approved-buyers");
  }

  @Test
  void it_is_there_for_whom_its_owner_has_approved() {
    Neighbours own = new Neighbours();
    String lot = own.lotForApproved();
    String demand = own.demand();
    LocalDate today = own.trade.today();
    assertKept(own, lot, demand);
    assertThat(Neighbours.found(own.trade.buyer(), "lots", lot)).isZero();

    Neighbours.approve(own.seller, own.buyer, today.plusDays(100));

    assertShown(own, lot, demand);
    JsonNode item =
        own.trade.buyer().get("/search/lots?id=" + lot).expect(200).json().at("/items/0/lot");
    assertThat(item.at("/status").asText()).isEqualTo("published");
    assertThat(item.at("/visibility").asText()).isEqualTo("approved-buyers");
    own.trade.buyer().post("/offers", own.trade.offer(lot, 10_000)).expect(201);
    assertThat(Neighbours.found(own.trade.seller(), "lots", lot)).as("its owner").isEqualTo(1);
    Http authority = Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY));
    assertThat(Neighbours.found(authority, "lots", lot)).isEqualTo(1);
    authority.get("/lots/" + lot).expect(200);
    Http stranger = Http.as(Fixtures.receiver().trader());
    assertThat(Neighbours.found(stranger, "lots", lot)).isZero();
    assertThat(stranger.get("/lots/" + lot).status()).isEqualTo(404);
  }

  @Test
  void an_approval_that_the_buyer_gave_the_seller_does_not_count() {
    Neighbours own = new Neighbours();
    String lot = own.lotForApproved();
    String demand = own.demand();

    Neighbours.approve(own.buyer, own.seller, own.trade.today());

    assertKept(own, lot, demand);
  }

  @Test
  void an_approval_holds_on_its_last_day_and_not_on_the_next() {
    Neighbours own = new Neighbours();
    String lot = own.lotForApproved();
    String demand = own.demand();
    LocalDate today = own.trade.today();
    Neighbours.approve(own.seller, own.buyer, today);
    assertShown(own, lot, demand);
    Http.Answer offer = own.trade.buyer().post("/offers", own.trade.offer(lot, 10_000)).expect(201);

    own.approvalEnds(today.minusDays(1));

    assertKept(own, lot, demand);
    assertThat(Neighbours.found(own.trade.buyer(), "lots", lot)).isZero();
    assertProblem(own.trade.accept(offer), 409, "lot-not-offered");
  }

  /// The database knows it and the index does not yet.
  @Test
  void nothing_is_shown_that_only_the_index_takes_for_public() {
    Neighbours own = new Neighbours();
    String lot = own.lot();
    String demand = own.demand();
    Http seller = own.trade.seller();
    assertThat(Neighbours.isListed(seller, "/lots/" + lot + "/matches", demand)).isTrue();

    Books.write(
        "update listing_lot set visibility = 'approved-buyers' where id = ?", Books.numberOf(lot));

    assertKept(own, lot, demand);
    assertThat(
            own.trade
                .buyer()
                .get("/search/lots?sort=match&demandId=" + demand + "&id=" + lot)
                .expect(200)
                .number("total"))
        .as("judged on current rows")
        .isZero();
  }

  @Test
  void its_owner_hears_that_a_buyer_is_not_approved() {
    Neighbours own = new Neighbours();
    String lot = own.lotForApproved();
    String demand = own.demand();
    Http seller = own.trade.seller();
    String pair = "/lots/" + lot + "/matches/" + demand;
    Map<String, Object> offer = own.trade.terms(10_000);
    offer.put("lotId", lot);
    offer.put("demandId", demand);

    JsonNode verdict = seller.get(pair).expect(200).json();

    assertThat(verdict.at("/result").asText()).isEqualTo("unfit");
    assertThat(isApproved(verdict)).isFalse();
    Http.Answer refused = seller.post("/offers", offer);
    assertProblem(refused, 409, "buyer-not-approved");
    assertThat(fieldsOf(refused)).containsExactly("demandId");

    Neighbours.approve(own.seller, own.buyer, own.trade.today());

    JsonNode approved = seller.get(pair).expect(200).json();
    assertThat(approved.at("/result").asText()).isEqualTo("match");
    assertThat(isApproved(approved)).isTrue();
    seller.post("/offers", offer).expect(201);
  }

  private static boolean isApproved(JsonNode verdict) {
    for (JsonNode check : verdict.at("/checks")) {
      if (check.at("/key").asText().equals("buyer-approved")) {
        return check.at("/holds").asBoolean();
      }
    }
    throw new AssertionError("not checked: " + verdict);
  }

  @Test
  void an_edit_changes_who_finds_it_and_keeps_it_when_it_says_nothing() {
    Neighbours own = new Neighbours();
    String lot = own.lot();
    Map<String, Object> terms = own.lotDraft();
    terms.keySet().removeAll(Set.of("streamId", "saleMethod", "quantityKind", "quantityKg"));
    terms.put("visibility", "approved-buyers");
    edit(own, lot, terms, 2);
    assertThat(Neighbours.found(own.trade.buyer(), "lots", lot)).isZero();

    terms.remove("visibility");
    assertThat(edit(own, lot, terms, 3).text("visibility")).isEqualTo("approved-buyers");
    assertThat(Neighbours.found(own.trade.buyer(), "lots", lot)).isZero();

    terms.put("visibility", "public");
    edit(own, lot, terms, 4);
    assertThat(Neighbours.found(own.trade.buyer(), "lots", lot)).isEqualTo(1);
  }

  private static Http.Answer edit(
      Neighbours own, String lot, Map<String, Object> terms, long version) {
    Http.Answer edited =
        own.trade.seller().ifMatch(version - 1).put("/lots/" + lot, terms).expect(200);
    TestExchange.get().search().awaitVersion("wufei-lots", lot, version);
    return edited;
  }
}
