package cn.wufei.exchange.deal.calloff;

import static cn.wufei.exchange.deal.Trade.body;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/// A framework over this month and the three after it, 100 t each, of which a month is called off
/// by the 1st of the month before and within 10 %; and the steps of its call-offs through the API.
public final class CallingOff {

  static final int MONTH_KG = 100_000;
  static final int TOTAL_KG = 4 * MONTH_KG;

  private final Trade trade;
  private final String agreementId;

  private CallingOff(Trade trade, String agreementId) {
    this.trade = trade;
    this.agreementId = agreementId;
  }

  public static CallingOff begin(Trade trade) {
    return new CallingOff(
        trade,
        trade
            .accept(trade.buyer().post("/offers", offer(trade)).expect(201))
            .expect(201)
            .text("id"));
  }

  static Map<String, Object> offer(Trade trade) {
    YearMonth first = YearMonth.from(trade.today());
    Map<String, Object> lot = trade.lot(TOTAL_KG);
    lot.put("availableFrom", first.atDay(1).toString());
    lot.put("availableTo", first.plusMonths(3).atEndOfMonth().toString());
    String lotId = trade.seller().post("/lots", lot).expect(201).text("id");
    Map<String, Object> offer = trade.offer(lotId, TOTAL_KG);
    offer.put("deliverFrom", first.atDay(1).toString());
    offer.put("deliverTo", first.plusMonths(3).atEndOfMonth().toString());
    offer.put("framework", framework());
    return offer;
  }

  static Map<String, Object> framework() {
    return body("callOffDay", 1, "flexibilityPct", 10, "answerDays", 3);
  }

  Trade trade() {
    return trade;
  }

  String agreementId() {
    return agreementId;
  }

  String path() {
    return "/agreements/" + agreementId + "/call-offs";
  }

  /// @param ahead how many months from this one
  String month(int ahead) {
    return YearMonth.from(trade.today()).plusMonths(ahead).toString();
  }

  Map<String, Object> draft(int ahead, long kg) {
    return body("month", month(ahead), "quantityKg", kg, "note", "每日不超过十车");
  }

  Http.Answer tryCall(int ahead, long kg) {
    return trade.buyer().post(path(), draft(ahead, kg));
  }

  public Http.Answer call(int ahead, long kg) {
    return tryCall(ahead, kg).expect(201);
  }

  Http.Answer act(Http who, Http.Answer callOff, String act) {
    Http at = who.ifMatch(callOff.number("version"));
    String to = path() + "/" + callOff.text("id") + "/" + act;
    return act.equals("decline") ? at.post(to, body("reason", "停产检修")) : at.post(to);
  }

  Http.Answer accept(Http.Answer callOff) {
    return act(trade.seller(), callOff, "acceptance");
  }

  /// Off of this month, with the seller's consent.
  Http.Answer accepted(long kg) {
    return accept(call(0, kg)).expect(200);
  }

  /// A call-off as it is now, as the plan shows it.
  String statusOf(Http.Answer callOff) {
    for (var each : plan().json().at("/callOffs")) {
      if (each.at("/id").asText().equals(callOff.text("id"))) {
        return each.at("/status").asText();
      }
    }
    return "none";
  }

  Http.Answer plan() {
    return trade.buyer().get(path()).expect(200);
  }

  Http.Answer dispatch(long kg) {
    return trade.dispatch(agreementId, kg);
  }

  /// As if its last day had been yesterday.
  void due(Http.Answer callOff) {
    Books.write(
        "update deal_call_off set due_on = ? where id = ?",
        trade.today().minusDays(1).toString(),
        Books.numberOf(callOff.text("id")));
  }

  static List<String> kinds(Http who) {
    return who.get("/notices?limit=100").expect(200).json().at("/items").findValuesAsText("kind");
  }
}
