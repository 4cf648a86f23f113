package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.tender.Tendering.as;
import static cn.wufei.exchange.tender.Tendering.kinds;
import static cn.wufei.exchange.tender.Tendering.pass;
import static cn.wufei.exchange.tender.Tendering.sealed;
import static cn.wufei.exchange.tender.Tendering.timers;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderCourseIT {

  private final Tendering tendering = Tendering.begin();
  private final TestOrganisation second = Fixtures.receiver();
  private final TestOrganisation third = Fixtures.receiver();

  @Test
  void the_best_bid_wins_and_becomes_an_agreement() {
    Map<String, Object> draft = tendering.draft();
    draft.put("minimumBidders", 3);
    draft.put("minimumPriceYuanPerT", -20);
    draft.put("conditions", "自备车辆。");
    Http.Answer invited = tendering.invite(draft);
    String tender = invited.text("id");
    String lot = invited.text("lotId");
    assertThat(acts(invited)).containsExactly("cancel");
    Tendering.Envelope low = sealed(tendering.first(), tender, "-12.50");
    Tendering.Envelope equal = sealed(third, tender, "6.80");
    Tendering.Envelope best = sealed(second, tender, "6.80");
    Tendering.Envelope earlier = Tendering.Envelope.of(third, tender, "6.80");
    as(third).ifMatch(1).put(equal.path(), earlier.bid()).expect(200);

    pass(tender, Tendering.OPEN);
    assertThat(tendering.status(tender)).as("before anybody wrote it down").isEqualTo("opening");
    assertProblem(equal.open(), 422, "commitment-mismatch");
    assertThat(fieldsOf(equal.open())).containsExactly("priceYuanPerT");
    for (Tendering.Envelope each : List.of(low, earlier, best)) {
      assertThat(tendering.status(tender)).isEqualTo("opening");
      each.open().expect(200);
    }
    Http.Answer decided = tendering.now(tender);
    assertThat(decided.text("status")).as("all are opened").isEqualTo("awarding");
    assertThat(acts(decided)).containsExactly("award", "end", "read-record");
    assertThat(decided.json().at("/bids").findValuesAsText("rank")).containsExactly("1", "2", "3");

    Http.Answer awarded = tendering.award(tender).expect(200);

    assertThat(awarded.text("status")).isEqualTo("awarded");
    assertThat(awarded.text("winner/id"))
        .as("of equal prices the one sealed earlier")
        .isEqualTo(second.id().toString());
    Http.Answer agreement =
        as(second).get("/agreements/" + awarded.text("agreementId")).expect(200);
    assertThat(agreement.json().at("/priceYuanPerT").decimalValue()).isEqualByComparingTo("6.80");
    assertThat(agreement.number("quantityKg")).isEqualTo(Tendering.QUANTITY_KG);
    Http.Answer offer = as(second).get("/offers/" + agreement.text("offerId")).expect(200);
    assertThat(offer.text("status")).isEqualTo("accepted");
    assertThat(offer.text("proposer")).isEqualTo("buyer");
    assertThat(offer.text("message")).isEqualTo("自备车辆。");
    assertThat(tendering.trade().lotNow(lot).number("availableKg"))
        .isEqualTo(100_000 - Tendering.QUANTITY_KG);
    assertThat(Books.heldOf("reserved", agreement.text("id"))).isEqualTo(Tendering.QUANTITY_KG);
    assertProblem(tendering.award(tender), 409, "tender-over");
    assertThat(kinds(tendering.seller())).containsExactly("tender-award-due", "tender-closed-own");
    assertThat(kinds(as(second))).containsExactly("tender-awarded", "tender-closed");
    assertThat(kinds(as(third))).containsExactly("tender-not-won", "tender-closed");
    JsonNode told = as(second).get("/notices").json().at("/items/0");
    assertThat(told.at("/subjects/agreement").asText()).isEqualTo(agreement.text("id"));
    assertThat(told.at("/facts/partner").asText()).isEqualTo(tendering.trade().producer().name());
    assertThat(told.at("/facts/agreementNumber").asText()).isEqualTo(agreement.text("number"));
  }

  @Test
  void with_too_few_bids_a_tender_fails_at_its_closing_and_all_are_told_once() {
    Map<String, Object> draft = tendering.draft();
    draft.put("minimumBidders", 2);
    String tender = tendering.invite(draft).text("id");
    Tendering.Envelope only = sealed(second, tender, "5");

    pass(tender, Tendering.OPEN);
    assertThat(tendering.status(tender)).isEqualTo("failed");
    assertProblem(only.open(), 409, "not-opening");
    timers().run();
    timers().run();

    Http.Answer failed = tendering.now(tender);
    assertThat(failed.text("status")).isEqualTo("failed");
    assertThat(failed.number("version")).isEqualTo(2);
    assertThat(acts(failed)).containsExactly("read-record");
    assertThat(failed.json().at("/bids")).hasSize(1);
    assertThat(failed.json().at("/bids/0").has("priceYuanPerT")).isFalse();
    assertThat(kinds(as(second))).containsExactly("tender-failed");
    assertThat(kinds(tendering.seller())).containsExactly("tender-failed");
    tendering.invite(tendering.trade().tender(failed.text("lotId"), 20_000));
  }

  @Test
  void what_is_not_opened_in_time_does_not_count_and_bidders_are_reminded_once() {
    String tender = tendering.invited();
    Tendering.Envelope opened = sealed(second, tender, "5");
    Tendering.Envelope late = sealed(third, tender, "50");
    pass(tender, Tendering.OPEN);
    timers().run();
    opened.open().expect(200);
    assertThat(kinds(as(third))).containsExactly("tender-closed");

    pass(tender, Duration.ofHours(21).plusSeconds(60));
    timers().run();
    timers().run();
    assertThat(kinds(as(third))).containsExactly("tender-open-reminder", "tender-closed");
    assertThat(kinds(as(second))).containsExactly("tender-closed");
    assertThat(tendering.status(tender)).isEqualTo("opening");

    pass(tender, Duration.ofHours(3));
    assertThat(tendering.status(tender)).isEqualTo("awarding");
    assertProblem(late.open(), 409, "not-opening");
    assertThat(as(third).get("/tenders/" + tender + "/bid").text("status")).isEqualTo("unopened");
    timers().run();
    assertThat(tendering.now(tender).json().at("/bids/1/notCounted").asText())
        .isEqualTo("unopened");
    assertThat(tendering.award(tender).expect(200).text("winner/id"))
        .isEqualTo(second.id().toString());
  }

  @Test
  void when_no_price_reaches_the_least_one_a_tender_fails() {
    Map<String, Object> draft = tendering.draft();
    draft.put("minimumPriceYuanPerT", 5);
    String tender = tendering.invite(draft).text("id");
    Tendering.Envelope below = sealed(second, tender, "4.99");
    pass(tender, Tendering.OPEN);

    assertThat(below.open().expect(200).text("status")).isEqualTo("below-minimum");

    assertThat(tendering.status(tender)).isEqualTo("failed");
    assertThat(tendering.now(tender).json().at("/bids/0/notCounted").asText())
        .isEqualTo("below-minimum");
    assertProblem(below.open(), 409, "not-opening");
  }

  @Test
  void what_is_not_awarded_in_time_lapses() {
    String tender = tendering.toAward(tendering.trade().publish(50_000).text("id"));
    long version = tendering.now(tender).number("version");

    pass(tender, Tendering.AWARD);

    assertThat(tendering.status(tender)).isEqualTo("lapsed");
    assertProblem(
        tendering.seller().ifMatch(version).post("/tenders/" + tender + "/award"),
        409,
        "tender-over");
    timers().run();
    assertThat(tendering.status(tender)).isEqualTo("lapsed");
    assertThat(kinds(tendering.seller()))
        .containsExactly("tender-lapsed", "tender-award-due", "tender-closed-own");
    assertThat(kinds(as(tendering.first()))).containsExactly("tender-lapsed", "tender-closed");
  }

  @Test
  void a_seller_cancels_before_the_closing_and_ends_after_the_opening() {
    String cancelled = tendering.invited();
    sealed(second, cancelled, "5");
    Http.Answer over =
        tendering
            .seller()
            .ifMatch(1)
            .post("/tenders/" + cancelled + "/cancellation", body("reason", " 设备检修 "))
            .expect(200);
    assertThat(over.text("status")).isEqualTo("cancelled");
    assertThat(over.text("endReason")).isEqualTo("设备检修");
    assertThat(over.json().has("bids")).as("it never closed").isFalse();
    assertThat(kinds(as(second))).containsExactly("tender-cancelled");
    assertThat(kinds(tendering.seller())).isEmpty();

    String ended = tendering.toAward(tendering.trade().publish(50_000).text("id"));
    long version = tendering.now(ended).number("version");
    assertThat(
            tendering
                .seller()
                .ifMatch(version)
                .post("/tenders/" + ended + "/ending", body("reason", "价格过低"))
                .expect(200)
                .text("status"))
        .isEqualTo("ended");
    assertThat(kinds(as(tendering.first()))).contains("tender-ended");
    JsonNode stranger = as(third).get("/tenders/" + ended).expect(200).json();
    assertThat(stranger.at("/status").asText()).isEqualTo("ended");
    assertThat(stranger.has("endReason")).isFalse();
    assertThat(stranger.has("bids")).isFalse();
  }

  @Test
  void who_may_not_trade_any_more_is_passed_over_and_the_record_says_why() {
    String tender = tendering.invited();
    Tendering.Envelope best = sealed(second, tender, "9");
    Tendering.Envelope next = sealed(third, tender, "8");
    pass(tender, Tendering.OPEN);
    best.open().expect(200);
    next.open().expect(200);
    suspend(second);

    Http.Answer awarded = tendering.award(tender).expect(200);

    assertThat(awarded.text("winner/id")).isEqualTo(third.id().toString());
    JsonNode record = tendering.seller().get("/tenders/" + tender + "/record").expect(200).json();
    assertThat(record.at("/bids/0/passedOver").asText()).isEqualTo("counterparty-not-verified");
    assertThat(record.at("/award/winner/id").asText()).isEqualTo(third.id().toString());
    assertThat(record.at("/award/priceYuanPerT").decimalValue()).isEqualByComparingTo("8");
  }

  @Test
  void when_nobody_may_trade_nothing_is_awarded() {
    String tender = tendering.invited();
    Tendering.Envelope only = sealed(second, tender, "9");
    pass(tender, Tendering.OPEN);
    only.open().expect(200);
    suspend(second);
    Map<String, Long> before = Books.rowCounts();

    assertProblem(tendering.award(tender), 409, "no-bidder-may-trade");

    assertThat(Books.rowCounts()).isEqualTo(before);
    assertThat(tendering.status(tender)).isEqualTo("awarding");
  }

  @Test
  void a_repeated_request_is_answered_as_before() {
    String tender = tendering.invited();
    Tendering.Envelope bid = Tendering.Envelope.of(second, tender, "9");
    Http bidder = as(second).withKey("seal-" + Fixtures.nextNumber() + "-once");
    Http.Answer first = bidder.post(bid.path(), bid.bid()).expect(201);
    assertThat(bidder.post(bid.path(), bid.bid()).json()).isEqualTo(first.json());
    pass(tender, Tendering.OPEN);
    bid.open().expect(200);
    long version = tendering.now(tender).number("version");
    Http seller =
        tendering.seller().ifMatch(version).withKey("award-" + Fixtures.nextNumber() + "-once");
    Http.Answer awarded = seller.post("/tenders/" + tender + "/award").expect(200);
    assertThat(seller.post("/tenders/" + tender + "/award").json()).isEqualTo(awarded.json());
    assertThat(Books.heldOf("reserved", awarded.text("agreementId")))
        .isEqualTo(Tendering.QUANTITY_KG);
  }

  @Test
  void tenders_are_listed_by_their_state_of_now_and_by_whose_they_are() {
    String open = tendering.invited();
    String failed = tendering.invited();
    String opening = tendering.invited();
    sealed(second, opening, "5");
    tendering.confirmed(third, tendering.invitedWithDeposit());
    pass(failed, Tendering.OPEN);
    pass(opening, Tendering.OPEN);

    assertThat(ids(tendering.seller(), "mine=selling&status=open")).hasSize(2).contains(open);
    assertThat(ids(tendering.seller(), "mine=selling&status=failed")).containsExactly(failed);
    assertThat(ids(tendering.seller(), "mine=selling&status=opening")).containsExactly(opening);
    assertThat(ids(tendering.seller(), "mine=bidding")).isEmpty();
    assertThat(ids(as(second), "mine=bidding")).containsExactly(opening);
    assertThat(ids(as(third), "mine=bidding")).hasSize(1);
    String lot = tendering.now(open).text("lotId");
    assertThat(ids(as(third), "lotId=" + lot)).containsExactly(open);
    JsonNode summary = as(second).get("/tenders?mine=bidding").expect(200).json().at("/items/0");
    assertThat(summary.at("/ownBid").asText()).isEqualTo("sealed");
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      Http.Answer page = tendering.seller().get("/tenders?mine=selling&limit=1" + cursor);
      paged.addAll(page.expect(200).json().at("/items").findValuesAsText("lotId"));
      cursor = page.json().has("next") ? "&cursor=" + page.text("next") : "";
    } while (!cursor.isEmpty());
    assertThat(paged).hasSize(4).doesNotHaveDuplicates();
    assertThat(Http.as(second.trader()).get("/tenders?status=whatever").status()).isEqualTo(400);
  }

  private static void suspend(TestOrganisation organisation) {
    Books.write(
        "update identity_organisation set status = 'suspended' where id = ?",
        organisation.id().value());
  }

  private static List<String> acts(Http.Answer tender) {
    List<String> acts = new ArrayList<>();
    tender.json().at("/acts").forEach(act -> acts.add(act.asText()));
    return acts;
  }

  private static List<String> ids(Http who, String query) {
    List<String> ids = new ArrayList<>();
    who.get("/tenders?" + query)
        .expect(200)
        .json()
        .at("/items")
        .forEach(item -> ids.add(item.at("/id").asText()));
    return ids;
  }
}
