package cn.wufei.exchange.sample;

import static cn.wufei.exchange.deal.Trade.body;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Steps of a sample through the API. Bodies are accepted as they are; a test changes what it is
/// about.
public final class Sampling {

  private final Trade trade;

  public Sampling(Trade trade) {
    this.trade = trade;
  }

  Trade trade() {
    return trade;
  }

  public Map<String, Object> draft(String lotId) {
    return body(
        "lotId",
        lotId,
        "siteId",
        trade.receiver().siteId().toString(),
        "quantityG",
        5_000,
        "wishes",
        "按 GB/T 2007.1 取样",
        "wantedBy",
        trade.today().plusDays(7).toString(),
        "courierPayer",
        "buyer",
        "message",
        "寄到化验室");
  }

  public Http.Answer asked(String lotId) {
    return trade.buyer().post("/samples", draft(lotId)).expect(201);
  }

  /// Of a lot of its own.
  Http.Answer asked() {
    return asked(trade.publish(50_000).text("id"));
  }

  static Http.Answer act(Http who, Http.Answer sample, String act, Map<String, Object> said) {
    return who.ifMatch(sample.number("version")).post(path(sample) + "/" + act, said);
  }

  static Http.Answer withdraw(Http who, Http.Answer sample) {
    return who.ifMatch(sample.number("version")).post(path(sample) + "/withdrawal");
  }

  Http.Answer accept(Http.Answer sample) {
    return act(trade.seller(), sample, "acceptance", sendBy(trade.today().plusDays(3)));
  }

  static Map<String, Object> sendBy(LocalDate day) {
    return body("sendBy", day.toString());
  }

  Http.Answer decline(Http.Answer sample) {
    return act(trade.seller(), sample, "decline", body("reason", "停产检修"));
  }

  Map<String, Object> dispatch() {
    return body(
        "sentOn",
        trade.today().toString(),
        "courier",
        "顺丰",
        "trackingNumber",
        "SF-1",
        "mark",
        "SZ-2026-01",
        "sampledOn",
        trade.today().minusDays(1).toString(),
        "sampledBy",
        "质检科",
        "method",
        "渣场五点取样，四分法缩分");
  }

  Http.Answer send(Http.Answer sample) {
    return act(trade.seller(), sample, "dispatch", dispatch());
  }

  Map<String, Object> receipt() {
    return body("receivedOn", trade.today().toString(), "note", "包装完好");
  }

  Http.Answer receive(Http.Answer sample) {
    return act(trade.buyer(), sample, "receipt", receipt());
  }

  static Map<String, Object> verdict(String verdict) {
    return body("verdict", verdict, "text", "7 天活性指数 76 %");
  }

  Http.Answer conclude(Http.Answer sample) {
    return act(trade.buyer(), sample, "conclusion", verdict("suitable"));
  }

  Http.Answer acceptedOne() {
    return accept(asked()).expect(200);
  }

  /// On its way.
  public Http.Answer sentOne() {
    return send(acceptedOne()).expect(200);
  }

  Http.Answer receivedOne() {
    return receive(sentOne()).expect(200);
  }

  static Http.Answer now(Http who, Http.Answer sample) {
    return who.get(path(sample)).expect(200);
  }

  static String path(Http.Answer sample) {
    return "/samples/" + sample.text("id");
  }

  static List<String> kinds(Http who) {
    return who.get("/notices?limit=100").expect(200).json().at("/items").findValuesAsText("kind");
  }

  static List<String> acts(Http who, Http.Answer sample) {
    return now(who, sample).json().at("/acts").valueStream().map(act -> act.asText()).toList();
  }

  static List<String> course(Http who, Http.Answer sample) {
    return who.get(path(sample) + "/course")
        .expect(200)
        .json()
        .at("/events")
        .valueStream()
        .map(event -> event.at("/act").asText())
        .toList();
  }
}
