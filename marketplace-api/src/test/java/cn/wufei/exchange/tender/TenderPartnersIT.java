package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tenders of who keeps away, and of lots for approved buyers.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderPartnersIT {

  private static void decide(
      TestOrganisation by, TestOrganisation whom, Map<String, Object> decision) {
    Http.as(by.admin()).post("/partners/" + whom.id() + "/decisions", decision).expect(201);
  }

  private static boolean isListed(TestOrganisation to, String lot) {
    return !Tendering.as(to).get("/tenders?lotId=" + lot).expect(200).json().at("/items").isEmpty();
  }

  private static Http.Answer bid(TestOrganisation bidder, String tender) {
    Tendering.Envelope envelope = Tendering.Envelope.of(bidder, tender, "-3");
    return Tendering.as(bidder).post(envelope.path(), envelope.bid());
  }

  /// Everything that its parties may do about a tender, besides bidding and paying.
  private static final List<String> ACTS =
      List.of("withdraw", "bid/opening", "cancellation", "ending", "award", "award/approval");

  private static Http.Answer acted(TestOrganisation by, String tender, String act) {
    Http trader = Tendering.as(by).ifMatch(1);
    String path = "/tenders/" + tender + "/";
    return switch (act) {
      case "withdraw" -> trader.delete(path + "bid");
      case "bid/opening" ->
          trader.post(path + act, Tendering.Envelope.of(by, tender, "-3").opening());
      case "cancellation", "ending" -> trader.post(path + act, body("reason", "不再出售"));
      default -> trader.post(path + act);
    };
  }

  private static Http.Answer deposit(Tendering own, String tender) {
    return Tendering.as(own.first())
        .post(
            "/tenders/" + tender + "/deposits",
            body("bankReference", "GB-1", "paidOn", own.trade().today().toString()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_tender_is_not_there_for_who_is_kept_apart(boolean bySeller) {
    Tendering own = Tendering.begin();
    String tender = own.invitedWithDeposit();
    String lot = own.now(tender).text("lotId");
    TestOrganisation seller = own.trade().producer();
    TestOrganisation first = own.first();
    assertThat(isListed(first, lot)).isTrue();
    Map<String, Object> block = body("standing", "blocked", "reason", "拖欠货款");
    if (bySeller) {
      decide(seller, first, block);
    } else {
      decide(first, seller, block);
    }

    assertThat(isListed(first, lot)).isFalse();
    String unknown = Id.of(1).toString();
    Http.Answer read = Tendering.as(first).get("/tenders/" + tender);
    assertThat(read.status()).isEqualTo(404);
    assertThat(read.body().replace(tender, unknown))
        .isEqualTo(Tendering.as(first).get("/tenders/" + unknown).body());
    assertProblem(bid(first, tender), 404, "not-found");
    assertProblem(deposit(own, tender), 404, "not-found");
    for (String act : ACTS) {
      Http.Answer acted = acted(first, tender, act);
      assertThat(acted.status()).as(act).isEqualTo(404);
      assertThat(acted.body().replace(tender, unknown))
          .as(act)
          .isEqualTo(acted(first, unknown, act).body());
    }
    assertThat(isListed(seller, lot)).isTrue();
    assertThat(isListed(Fixtures.receiver(), lot)).isTrue();
    Http.as(Fixtures.auditor(Role.AUDIT_INDUSTRY)).get("/tenders/" + tender).expect(200);
  }

  /// Who would win cannot be shut out after the bids are in.
  @Test
  void a_bid_that_was_sealed_before_goes_on_to_the_award() {
    Tendering own = Tendering.begin();
    String tender = own.invited();
    Tendering.Envelope envelope = Tendering.sealed(own.first(), tender, "-3");

    decide(own.trade().producer(), own.first(), body("standing", "blocked", "reason", "不想让其中标"));

    assertThat(isListed(own.first(), own.now(tender).text("lotId"))).isTrue();
    Tendering.as(own.first()).get("/tenders/" + tender).expect(200);
    Tendering.pass(tender, Tendering.OPEN);
    envelope.open().expect(200);
    Tendering.pass(tender, Tendering.OPENING);
    own.award(tender).expect(200);
    assertThat(own.status(tender)).isEqualTo("awarded");
  }

  @Test
  void a_tender_for_a_lot_for_approved_buyers_is_there_for_them() {
    Tendering own = Tendering.begin();
    Map<String, Object> draft = own.trade().lot(100_000);
    draft.put("visibility", "approved-buyers");
    String lot = own.seller().post("/lots", draft).expect(201).text("id");
    String tender = own.invite(own.trade().tender(lot, Tendering.QUANTITY_KG)).text("id");
    TestOrganisation first = own.first();
    assertThat(isListed(first, lot)).isFalse();
    assertThat(Tendering.as(first).get("/tenders/" + tender).status()).isEqualTo(404);
    assertProblem(bid(first, tender), 404, "not-found");
    assertThat(isListed(own.trade().producer(), lot)).isTrue();

    decide(
        own.trade().producer(),
        first,
        body(
            "standing",
            "approved",
            "approvalNumber",
            "安环准入-3",
            "validTo",
            own.trade().today().toString()));

    assertThat(isListed(first, lot)).isTrue();
    bid(first, tender).expect(201);
  }
}
