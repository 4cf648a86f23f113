package cn.wufei.exchange.tender;

import static cn.wufei.exchange.deal.Trade.body;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A seller with a lot and whoever bids for it, and the steps of their tender through the API.
/// Prices and nonces stay here, as they stay with a bidder.
final class Tendering {

  static final Duration OPEN = Duration.ofHours(2);
  static final Duration OPENING = Duration.ofHours(24);
  static final Duration AWARD = Duration.ofDays(5);
  static final long QUANTITY_KG = 10_000;

  private final Trade trade;

  private Tendering(Trade trade) {
    this.trade = trade;
  }

  static Tendering begin() {
    return new Tendering(Trade.begin());
  }

  Trade trade() {
    return trade;
  }

  Http seller() {
    return trade.seller();
  }

  TestOrganisation first() {
    return trade.receiver();
  }

  static Http as(TestOrganisation organisation) {
    return Http.as(organisation.trader());
  }

  Map<String, Object> draft() {
    return trade.tender(trade.publish(100_000).text("id"), QUANTITY_KG);
  }

  Http.Answer invite(Map<String, Object> draft) {
    return seller().post("/tenders", draft).expect(201);
  }

  String invited() {
    return invite(draft()).text("id");
  }

  /// One that asks for a deposit of a thousand yuan.
  String invitedWithDeposit() {
    Map<String, Object> draft = draft();
    draft.put("depositFen", 100_000);
    return invite(draft).text("id");
  }

  /// What a bidder keeps.
  record Envelope(TestOrganisation bidder, String tender, String price, String nonce) {

    static Envelope of(TestOrganisation bidder, String tender, String price) {
      return new Envelope(
          bidder, tender, price, "%064x".formatted(1_000_000L + Fixtures.nextNumber()));
    }

    String commitment() {
      return Commitment.of(Id.parse(tender), bidder.id(), new BigDecimal(price), nonce);
    }

    Map<String, Object> bid() {
      return body("commitment", commitment(), "buyerSiteId", bidder.siteId().toString());
    }

    Map<String, Object> opening() {
      return body("priceYuanPerT", new BigDecimal(price), "nonce", nonce);
    }

    String path() {
      return "/tenders/" + tender + "/bid";
    }

    Http.Answer open() {
      return as(bidder).post(path() + "/opening", opening());
    }
  }

  static Envelope sealed(TestOrganisation bidder, String tender, String price) {
    Envelope envelope = Envelope.of(bidder, tender, price);
    as(bidder).post(envelope.path(), envelope.bid()).expect(201);
    return envelope;
  }

  Http.Answer now(String tender) {
    return seller().get("/tenders/" + tender).expect(200);
  }

  String status(String tender) {
    return now(tender).text("status");
  }

  Http.Answer award(String tender) {
    return seller().ifMatch(now(tender).number("version")).post("/tenders/" + tender + "/award");
  }

  /// Lets time pass for a tender: everything of it happened so much earlier.
  static void pass(String tender, Duration time) {
    long id = Books.numberOf(tender);
    long seconds = time.toSeconds();
    move("tender_tender", "id", id, seconds, TENDER_TIMES);
    move("tender_bid", "tender_id", id, seconds, List.of("sealed_at", "opened_at"));
    move("tender_deposit", "tender_id", id, seconds, List.of("recorded_at", "answered_at"));
  }

  private static final List<String> TENDER_TIMES =
      List.of("created_at", "closes_at", "opens_until", "remind_at", "award_until", "ended_at");

  private static void move(String table, String key, long id, long seconds, List<String> columns) {
    StringBuilder sql = new StringBuilder("update " + table + " set ");
    for (String column : columns) {
      sql.append(column.equals(columns.getFirst()) ? "" : ", ")
          .append(column)
          .append(" = date_sub(")
          .append(column)
          .append(", interval ")
          .append(seconds)
          .append(" second)");
    }
    Books.change(sql + " where " + key + " = ?", id);
  }

  /// One bidder's tender whose only bid is opened, so that the seller can award.
  String toAward(String lot) {
    String tender = invite(trade.tender(lot, QUANTITY_KG)).text("id");
    Envelope envelope = sealed(first(), tender, "-3");
    pass(tender, OPEN);
    envelope.open().expect(200);
    return tender;
  }

  Http.Answer deposit(TestOrganisation payer, String tender) {
    return as(payer)
        .post(
            "/tenders/" + tender + "/deposits",
            body(
                "bankReference", "D-" + Fixtures.nextNumber(), "paidOn", trade.today().toString()));
  }

  Http.Answer answered(String tender, JsonNode deposit, String act, Map<String, Object> body) {
    return answered(seller(), tender, deposit, act, body);
  }

  static Http.Answer answered(
      Http who, String tender, JsonNode deposit, String act, Map<String, Object> body) {
    String path = "/tenders/" + tender + "/deposits/" + deposit.at("/id").asText() + "/" + act;
    Http versioned = who.ifMatch(deposit.at("/version").asLong());
    return body.isEmpty() ? versioned.post(path) : versioned.post(path, body);
  }

  Http.Answer confirmed(TestOrganisation payer, String tender) {
    return answered(tender, deposit(payer, tender).expect(201).json(), "confirmation", Map.of())
        .expect(200);
  }

  static List<String> kinds(Http who) {
    return who.get("/notices").expect(200).json().at("/items").findValuesAsText("kind");
  }

  static TenderTimers timers() {
    return TestExchange.get().bean(TenderTimers.class);
  }
}
