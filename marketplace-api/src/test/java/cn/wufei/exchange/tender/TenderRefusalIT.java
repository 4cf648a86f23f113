package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Trade.body;
import static cn.wufei.exchange.tender.Tendering.answered;
import static cn.wufei.exchange.tender.Tendering.as;
import static cn.wufei.exchange.tender.Tendering.pass;
import static cn.wufei.exchange.tender.Tendering.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenderRefusalIT {

  private static final Map<String, Object> REASON = Map.of("reason", "试验");

  private final Tendering tendering = Tendering.begin();
  private final Trade trade = tendering.trade();
  private final TestOrganisation bidder = Fixtures.receiver();

  @ParameterizedTest
  @EnumSource
  void every_reason_about_a_tender_has_a_request_that_meets_it(TenderRefusal refusal) {
    Http.Answer answer =
        switch (refusal) {
          case LOT_NOT_PUBLISHED -> {
            Map<String, Object> draft = tendering.draft();
            trade.seller().ifMatch(1).post("/lots/" + draft.get("lotId") + "/pause").expect(200);
            yield refused(draft);
          }
          case LOT_WINDOW_OVER -> {
            Map<String, Object> draft = tendering.draft();
            Books.write(
                "update listing_lot set available_to = ? where id = ?",
                trade.today().minusDays(1).toString(),
                Books.numberOf(String.valueOf(draft.get("lotId"))));
            yield refused(draft);
          }
          case LOT_RECURS -> recurring();
          case QUANTITY_NOT_AVAILABLE -> with("quantityKg", 100_001);
          case QUANTITY_BELOW_MINIMUM -> {
            Map<String, Object> lot = trade.lot(100_000);
            lot.put("minimumKg", 10_001);
            String id = trade.seller().post("/lots", lot).expect(201).text("id");
            yield refused(trade.tender(id, 10_000));
          }
          case CLOSES_TOO_SOON -> with("closesAt", ahead(Duration.ofMinutes(59)));
          case CLOSES_TOO_LATE -> with("closesAt", ahead(Duration.ofDays(60).plusMinutes(1)));
          case DELIVERY_REVERSED -> with("deliverTo", trade.today().plusDays(1).toString());
          case DELIVERY_BEFORE_CLOSING -> with("deliverFrom", trade.today().toString());
          case DELIVERY_OUTSIDE_WINDOW -> with("deliverTo", trade.today().plusDays(61).toString());
          case NOT_THE_SELLER ->
              as(bidder)
                  .ifMatch(1)
                  .post("/tenders/" + tendering.invited() + "/cancellation", REASON);
          case TENDER_OVER -> {
            String tender = tendering.invited();
            act(tender, 1, "cancellation").expect(200);
            yield act(tender, 2, "cancellation");
          }
          case TENDER_CLOSED -> {
            String tender = tendering.invited();
            sealed(bidder, tender, "5");
            pass(tender, Tendering.OPEN);
            yield act(tender, 2, "cancellation");
          }
          case NOT_OPENED_YET -> act(tendering.invited(), 1, "ending");
          case NO_BIDDER_MAY_TRADE -> {
            String tender = tendering.toAward(trade.publish(50_000).text("id"));
            Books.write(
                "update identity_organisation set status = 'suspended' where id = ?",
                tendering.first().id().value());
            yield tendering.award(tender);
          }
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_about_a_bid_has_a_request_that_meets_it(BidRefusal refusal) {
    String tender = tendering.invited();
    Tendering.Envelope bid = Tendering.Envelope.of(bidder, tender, "5");
    Http.Answer answer =
        switch (refusal) {
          case OWN_TENDER -> {
            TestOrganisation both = Fixtures.producerReceiver();
            Trade own = Trade.beginWith(both);
            String ownTender =
                own.seller()
                    .post("/tenders", own.tender(own.publish(50_000).text("id"), 10_000))
                    .expect(201)
                    .text("id");
            Tendering.Envelope ownBid = Tendering.Envelope.of(both, ownTender, "5");
            yield as(both).post(ownBid.path(), ownBid.bid());
          }
          case NOT_A_RECEIVER -> {
            TestOrganisation producer = Fixtures.producer();
            yield as(producer).post(bid.path(), Tendering.Envelope.of(producer, tender, "5").bid());
          }
          case BIDS_CLOSED -> {
            pass(tender, Tendering.OPEN);
            yield as(bidder).post(bid.path(), bid.bid());
          }
          case BID_EXISTS -> {
            as(bidder).post(bid.path(), bid.bid()).expect(201);
            yield as(bidder).post(bid.path(), bid.bid());
          }
          case NO_BID -> as(bidder).ifMatch(1).delete(bid.path());
          case BEYOND_DELIVERY -> beyondDelivery();
          case OUTSIDE_DESTINATIONS -> outsideDestinations();
          case NOT_OPENING -> {
            as(bidder).post(bid.path(), bid.bid()).expect(201);
            yield bid.open();
          }
          case BID_OPENED -> {
            as(bidder).post(bid.path(), bid.bid()).expect(201);
            sealed(tendering.first(), tender, "6");
            pass(tender, Tendering.OPEN);
            bid.open().expect(200);
            yield bid.open();
          }
          case DEPOSIT_NOT_CONFIRMED -> {
            String asked = tendering.invitedWithDeposit();
            Tendering.Envelope unpaid = sealed(bidder, asked, "5");
            sealed(tendering.first(), asked, "5");
            tendering.confirmed(tendering.first(), asked);
            pass(asked, Tendering.OPEN);
            yield unpaid.open();
          }
          case COMMITMENT_MISMATCH -> {
            as(bidder).post(bid.path(), bid.bid()).expect(201);
            pass(tender, Tendering.OPEN);
            yield Tendering.Envelope.of(bidder, tender, "5").open();
          }
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_about_a_deposit_has_a_request_that_meets_it(TenderDepositRefusal refusal) {
    String tender = tendering.invitedWithDeposit();
    Http.Answer answer =
        switch (refusal) {
          case NO_DEPOSIT_ASKED -> tendering.deposit(bidder, tendering.invited());
          case DEPOSIT_OF_SELLER -> tendering.deposit(trade.producer(), tender);
          case NOT_A_BUYER -> tendering.deposit(Fixtures.producer(), tender);
          case DEPOSITS_CLOSED -> {
            pass(tender, Tendering.OPEN);
            yield tendering.deposit(bidder, tender);
          }
          case DEPOSIT_EXISTS -> {
            tendering.deposit(bidder, tender).expect(201);
            yield tendering.deposit(bidder, tender);
          }
          case PAID_IN_FUTURE -> paidOn(tender, trade.today().plusDays(1));
          case PAID_TOO_EARLY -> paidOn(tender, LocalDate.of(1999, 12, 31));
          case NOT_THE_HOLDER ->
              answered(
                  as(bidder),
                  tender,
                  tendering.deposit(bidder, tender).expect(201).json(),
                  "confirmation",
                  Map.of());
          case TENDER_DEPOSIT_ANSWERED ->
              tendering.answered(
                  tender, tendering.confirmed(bidder, tender).json(), "confirmation", Map.of());
          case TENDER_DEPOSIT_NOT_HELD ->
              tendering.answered(
                  tender,
                  tendering.deposit(bidder, tender).expect(201).json(),
                  "forfeiture",
                  REASON);
          case TENDER_NOT_OVER ->
              tendering.answered(
                  tender, tendering.confirmed(bidder, tender).json(), "forfeiture", REASON);
          case RELEASED_BEFORE_PAID -> {
            JsonNode deposit = tendering.confirmed(bidder, tender).json();
            pass(tender, Tendering.OPEN);
            yield tendering.answered(
                tender,
                deposit,
                "release",
                body("bankReference", "R-1", "releasedOn", trade.today().minusDays(1).toString()));
          }
          case NOT_FORFEITABLE -> {
            JsonNode deposit = tendering.confirmed(bidder, tender).json();
            pass(tender, Tendering.OPEN);
            yield tendering.answered(tender, deposit, "forfeiture", REASON);
          }
        };

    assertThat(answer.code()).as(answer.toString()).isEqualTo(refusal.code());
  }

  @Test
  void a_refused_act_leaves_nothing_written() {
    String tender = tendering.invited();
    Tendering.Envelope bid = sealed(bidder, tender, "5");
    Http.Answer stale = as(bidder).ifMatch(9).delete(bid.path());
    assertThat(stale.status()).isEqualTo(412);
    Map<String, Long> before = Books.rowCounts();

    List<Http.Answer> refused =
        List.of(
            as(bidder).ifMatch(9).put(bid.path(), bid.bid()),
            as(bidder).put(bid.path(), bid.bid()),
            as(bidder).post(bid.path(), bid.bid()),
            bid.open(),
            act(tender, 9, "cancellation"),
            tendering.award(tender),
            as(bidder).post("/tenders/0000000000001/bid", bid.bid()),
            with("quantityKg", 100_001));

    assertThat(refused).extracting(Http.Answer::status).doesNotContain(200, 201, 500);
    Map<String, Long> after = Books.rowCounts();
    after.keySet().removeAll(LOT_TABLES);
    before.keySet().removeAll(LOT_TABLES);
    assertThat(after).isEqualTo(before);
  }

  /// The last of the requests needs a lot of its own.
  private static final List<String> LOT_TABLES =
      List.of(
          "listing_lot",
          "listing_lot_quality",
          "ledger_transfer",
          "ledger_posting",
          "ledger_account",
          "audit_record",
          "http_idempotency",
          "search_document");

  @Test
  void an_organisation_that_may_not_trade_does_not_invite_bid_or_pay() {
    String tender = tendering.invitedWithDeposit();
    Tendering.Envelope bid = sealed(bidder, tender, "5");
    for (TestOrganisation each : List.of(bidder, trade.producer())) {
      Books.write(
          "update identity_organisation set status = 'suspended' where id = ?", each.id().value());
    }
    String code = "organisation-not-verified";

    assertThat(tendering.deposit(bidder, tender).code()).isEqualTo(code);
    assertThat(as(bidder).ifMatch(1).put(bid.path(), bid.bid()).code()).isEqualTo(code);
    assertThat(trade.seller().post("/tenders", trade.tender(tender, 10_000)).code())
        .isEqualTo(code);
    assertThat(tendering.award(tender).code()).isEqualTo(code);
    assertThat(as(bidder).ifMatch(1).delete(bid.path()).status())
        .as("it may withdraw")
        .isEqualTo(200);
    assertThat(act(tender, 1, "cancellation").status()).isEqualTo(200);
  }

  private Http.Answer refused(Map<String, Object> draft) {
    return trade.seller().post("/tenders", draft);
  }

  private Http.Answer with(String field, Object value) {
    Map<String, Object> draft = tendering.draft();
    draft.put(field, value);
    return refused(draft);
  }

  private Http.Answer act(String tender, long version, String act) {
    return trade.seller().ifMatch(version).post("/tenders/" + tender + "/" + act, REASON);
  }

  private Http.Answer paidOn(String tender, LocalDate day) {
    return as(bidder)
        .post(
            "/tenders/" + tender + "/deposits",
            body("bankReference", "D-1", "paidOn", day.toString()));
  }

  private static String ahead(Duration time) {
    return Instant.now().plus(time).toString();
  }

  private Http.Answer recurring() {
    LocalDate first = trade.today().plusMonths(1).withDayOfMonth(1);
    Map<String, Object> lot = trade.lot(100_000);
    lot.put("availableFrom", first.toString());
    lot.put("availableTo", first.plusMonths(2).minusDays(1).toString());
    lot.put(
        "months",
        List.of(
            body("month", first.toString().substring(0, 7), "quantityKg", 50_000),
            body("month", first.plusMonths(1).toString().substring(0, 7), "quantityKg", 50_000)));
    String id = trade.seller().post("/lots", lot).expect(201).text("id");
    return refused(trade.tender(id, 10_000));
  }

  private Http.Answer outsideDestinations() {
    Map<String, Object> lot = trade.lot(100_000);
    lot.put("destinations", List.of("370100"));
    String id = trade.seller().post("/lots", lot).expect(201).text("id");
    Tendering.Envelope far =
        Tendering.Envelope.of(bidder, tendering.invite(trade.tender(id, 10_000)).text("id"), "5");
    return as(bidder).post(far.path(), far.bid());
  }

  private Http.Answer beyondDelivery() {
    Map<String, Object> lot = trade.lot(100_000);
    lot.put("delivery", Map.of("radiusKm", 50, "freightInvoice", "one-invoice"));
    String id = trade.seller().post("/lots", lot).expect(201).text("id");
    String tender = tendering.invite(trade.tender(id, 10_000)).text("id");
    Tendering.Envelope bid = Tendering.Envelope.of(bidder, tender, "5");
    return as(bidder).post(bid.path(), bid.bid());
  }
}
