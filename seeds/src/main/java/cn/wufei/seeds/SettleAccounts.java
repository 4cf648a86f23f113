package cn.wufei.seeds;

import cn.wufei.seeds.Api.Session;
import cn.wufei.seeds.Market.Deal;
import cn.wufei.seeds.OpenMarket.Opened;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Settles the half year's loads month by month: old months are agreed, paid and invoiced, the one
/// before the last is agreed with its payments told but not confirmed, and the last is proposed.
/// What is there from an interrupted load is taken up as it is.
final class SettleAccounts {

  /// Month from which statements wait for their answer.
  private static final int PROPOSED = -1;

  /// Month whose payments wait for their confirmation.
  private static final int UNPAID = -2;

  private static final long DEPOSIT_FEN = 5_000_000;
  private static final String INVOICE_NUMBER_START = "2637000000";

  private final Market market;
  private final Desk desk;
  private final DemoCalendar calendar;
  private final Opened opened;
  private final Map<String, String> keysById = new LinkedHashMap<>();
  private int statements;

  SettleAccounts(DemoData data, Desk desk, DemoCalendar calendar, Opened opened) {
    this.market = data.market();
    this.desk = desk;
    this.calendar = calendar;
    this.opened = opened;
  }

  void run() {
    Set<String> sellers = new LinkedHashSet<>();
    for (Deal deal : market.deals()) {
      sellers.add(market.streamOf(deal).owner());
      know(market.streamOf(deal).owner());
      know(market.demand(deal.demand()).owner());
    }
    var flyAsh = new SettleFlyAsh(market, desk, calendar, opened);
    flyAsh.prepare();
    for (String seller : sellers) {
      for (int offset = -DemoCalendar.MONTHS; offset <= PROPOSED; offset++) {
        draft(seller, calendar.month(offset));
      }
      agree(seller);
      statementsOf(seller).forEach(this::settle);
    }
    flyAsh.dispute();
    lodgeDeposit();
    LoadDemo.say(statements + " statements with their payments and invoices");
  }

  private void know(String participant) {
    JsonNode me = desk.trader(participant).get("/me");
    keysById.put(me.path("organisation").path("id").asText(), participant);
  }

  private void draft(String seller, YearMonth month) {
    Session session = desk.trader(seller);
    Set<String> buyers = new HashSet<>();
    for (JsonNode row : session.get("/settlement/comparison?month=" + month).path("agreements")) {
      long open = row.path("unstatedLoads").asLong();
      String buyer = row.path("buyer").path("id").asText();
      if (open > 0 && keyOf(row, "seller").equals(seller) && buyers.add(buyer)) {
        ObjectNode body =
            Api.body()
                .put("counterpartyId", buyer)
                .put("side", "seller")
                .put("month", month.toString())
                .put("taxIncluded", true)
                .put("usePrepayment", true);
        session.post(
            "/statements",
            "demo-statement-" + seller + "-" + keyOf(row, "buyer") + "-" + month,
            body);
      }
    }
  }

  private void agree(String seller) {
    for (JsonNode statement : statementsOf(seller)) {
      boolean old = month(statement).isBefore(calendar.month(PROPOSED));
      if (old && statement.path("status").asText().equals("proposed")) {
        desk.trader(keyOf(statement, "buyer"))
            .post(
                "/statements/" + statement.path("id").asText() + "/agreement",
                "demo-agree-" + numberOf(statement),
                Api.body(),
                statement);
      }
    }
  }

  private void settle(JsonNode statement) {
    statements++;
    long grossFen = statement.path("totals").path("grossFen").asLong();
    if (grossFen == 0 || !statement.path("status").asText().equals("agreed")) {
      return;
    }
    boolean buyerPays = grossFen > 0;
    String payer = keyOf(statement, buyerPays ? "buyer" : "seller");
    String payee = keyOf(statement, buyerPays ? "seller" : "buyer");
    String payeeId = statement.path(buyerPays ? "seller" : "buyer").path("id").asText();
    String payerId = statement.path(buyerPays ? "buyer" : "seller").path("id").asText();
    YearMonth month = month(statement);
    pay(statement, payer, payee, payeeId, month);
    if (month.isBefore(calendar.month(UNPAID))) {
      invoice(statement, payee, payerId);
    }
  }

  private void pay(
      JsonNode statement, String payer, String payee, String payeeId, YearMonth month) {
    ObjectNode body =
        Api.body()
            .put("payeeId", payeeId)
            .put("purpose", "due")
            .put("amountFen", Math.abs(statement.path("totals").path("grossFen").asLong()))
            .put("paidOn", month.plusMonths(1).atDay(20).toString())
            .put("bankReference", "HD" + numberOf(statement));
    JsonNode payment =
        desk.trader(payer).post("/payments", "demo-payment-" + numberOf(statement), body);
    boolean arrived = month.isBefore(calendar.month(UNPAID));
    if (arrived && payment.path("status").asText().equals("recorded")) {
      desk.trader(payee)
          .post(
              "/payments/" + payment.path("id").asText() + "/confirmation",
              "demo-paid-" + numberOf(statement),
              Api.body(),
              payment);
    }
  }

  private void invoice(JsonNode statement, String issuer, String receiverId) {
    Session session = desk.trader(issuer);
    String id = statement.path("id").asText();
    if (!session.list("/invoices?statementId=" + id).isEmpty()) {
      return;
    }
    JsonNode totals = statement.path("totals");
    long grossFen = Math.abs(totals.path("grossFen").asLong());
    long vatFen = Math.abs(totals.path("vatFen").asLong());
    String digits = numberOf(statement).replaceAll("[^0-9]", "");
    ObjectNode body =
        Api.body()
            .put("direction", "issued")
            .put("counterpartyId", receiverId)
            .put("kind", "special")
            .put("number", INVOICE_NUMBER_START + digits)
            .put("issuedOn", month(statement).plusMonths(1).atDay(10).toString())
            .put("netFen", grossFen - vatFen)
            .put("vatFen", vatFen)
            .put("grossFen", grossFen);
    body.putArray("statements").addObject().put("statementId", id).put("grossFen", grossFen);
    session.post("/invoices", "demo-invoice-" + numberOf(statement), body);
  }

  /// The first deal's buyer has a deposit with the seller.
  private void lodgeDeposit() {
    Deal deal =
        market.deals().stream()
            .filter(some -> opened.agreementIds().containsKey(some.key()))
            .findFirst()
            .orElseThrow();
    ObjectNode body =
        Api.body()
            .put("agreementId", opened.agreementId(deal.key()))
            .put("amountFen", DEPOSIT_FEN)
            .put("lodgedOn", calendar.firstDayOf(UNPAID).toString())
            .put("bankReference", "BZJ-" + deal.key());
    String buyer = market.demand(deal.demand()).owner();
    JsonNode deposit = desk.trader(buyer).post("/deposits", "demo-deposit-" + deal.key(), body);
    desk.trader(market.streamOf(deal).owner())
        .post(
            "/deposits/" + deposit.path("id").asText() + "/confirmation",
            "demo-deposited-" + deal.key(),
            Api.body(),
            deposit);
  }

  private List<JsonNode> statementsOf(String seller) {
    return desk.trader(seller).list("/statements").stream()
        .filter(statement -> keyOf(statement, "seller").equals(seller))
        .toList();
  }

  private String keyOf(JsonNode thing, String side) {
    return keysById.getOrDefault(thing.path(side).path("id").asText(), "");
  }

  private static YearMonth month(JsonNode statement) {
    return YearMonth.parse(statement.path("month").asText());
  }

  private static String numberOf(JsonNode statement) {
    return statement.path("number").asText();
  }
}
