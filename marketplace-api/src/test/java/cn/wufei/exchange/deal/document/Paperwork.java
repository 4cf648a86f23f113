package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.deal.Trade.body;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestMember;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// The document of an agreement through the API, and the steps of signing it.
public final class Paperwork {

  private final Trade trade;
  private final String agreementId;

  private Paperwork(Trade trade, String agreementId) {
    this.trade = trade;
    this.agreementId = agreementId;
  }

  /// Of an agreement on the whole of a lot.
  static Paperwork begin() {
    Trade trade = Trade.begin();
    return of(trade, trade.agree(30_000));
  }

  static Paperwork of(Trade trade, Http.Answer agreement) {
    return new Paperwork(trade, agreement.text("id"));
  }

  /// An agreement whose first version both sides have signed.
  static Paperwork signed() {
    Paperwork paperwork = begin();
    paperwork.signBoth();
    return paperwork;
  }

  /// Has both sides sign the agreement, and then that it costs something else from today on.
  public static void reprice(Trade trade, Http.Answer agreement, int yuanPerT) {
    Paperwork paperwork = of(trade, agreement);
    paperwork.signBoth();
    trade
        .seller()
        .post(paperwork.path() + "/amendments", paperwork.amendment("priceYuanPerT", yuanPerT))
        .expect(201);
    paperwork.signBoth();
  }

  private void signBoth() {
    sign(seller()).expect(200);
    sign(buyer()).expect(200);
  }

  Trade trade() {
    return trade;
  }

  String agreementId() {
    return agreementId;
  }

  TestMember seller() {
    return trade.producer().trader();
  }

  TestMember buyer() {
    return trade.receiver().trader();
  }

  /// A program of the producer's, with the scope to trade.
  Http key() {
    Http.Answer key =
        Http.as(trade.producer().admin())
            .post(
                "/keys",
                body(
                    "name",
                    "ERP",
                    "role",
                    "trader",
                    "expiresOn",
                    trade.today().plusDays(30).toString()))
            .expect(201);
    return Http.withToken(key.text("secret"));
  }

  String path() {
    return "/agreements/" + agreementId + "/document";
  }

  String version(int number) {
    return path() + "/versions/" + number;
  }

  JsonNode read() {
    return trade.buyer().get(path()).expect(200).json();
  }

  /// The newest version.
  JsonNode newest() {
    return read().at("/versions/0");
  }

  String sha256() {
    return newest().at("/sha256").asText();
  }

  /// Signs the newest version.
  Http.Answer sign(TestMember member) {
    return sign(member, member.password());
  }

  Http.Answer sign(TestMember member, String password) {
    JsonNode newest = newest();
    return Http.as(member)
        .post(
            version(newest.at("/number").asInt()) + "/signature",
            body("sha256", newest.at("/sha256").asText(), "password", password));
  }

  Map<String, Object> paper() {
    return body(
        "sha256", sha256(), "externalNumber", "HT-2026-118", "signedOn", trade.today().toString());
  }

  Map<String, Object> amendment(String field, Object value) {
    return body("basedOn", sha256(), "note", "检修推迟", field, value);
  }

  Http.Answer agreement() {
    return trade.agreement(agreementId);
  }

  Http.Answer end(String how) {
    Http seller = trade.seller().ifMatch(agreement().number("version"));
    String end = "/agreements/" + agreementId + "/" + how;
    return how.equals("cancellation") ? seller.post(end, body("reason", "停产")) : seller.post(end);
  }

  static String hashOf(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
