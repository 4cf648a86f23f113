package cn.wufei.seeds;

import cn.wufei.seeds.Api.Session;
import cn.wufei.seeds.Market.Deal;
import cn.wufei.seeds.OpenMarket.Opened;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/// The fly ash trade shows what the others do not: its seller states a rate of tax, its buyer has
/// one month's loads assayed, and disputes the statement of a month that has no assay yet.
final class SettleFlyAsh {

  private static final String DEAL = "cement-fly-ash";
  private static final int VAT_RATE_BP = 1_300;

  /// Month whose loads are assayed.
  private static final int ASSAYED = -2;

  /// Month whose statement is disputed.
  private static final int DISPUTED = -1;

  private static final double MOISTURE_PCT = 1.4;
  private static final double MOISTURE_BASIS_PCT = 1.0;

  /// Below what was agreed, so that the price rises.
  private static final double LOSS_ON_IGNITION_PCT = 3.8;

  private final Desk desk;
  private final DemoCalendar calendar;
  private final String agreementId;
  private final String seller;
  private final String buyer;

  SettleFlyAsh(Market market, Desk desk, DemoCalendar calendar, Opened opened) {
    this.desk = desk;
    this.calendar = calendar;
    Deal deal =
        market.deals().stream().filter(some -> some.key().equals(DEAL)).findFirst().orElseThrow();
    this.agreementId = opened.agreementId(DEAL);
    this.seller = market.streamOf(deal).owner();
    this.buyer = market.demand(deal.demand()).owner();
  }

  /// What has to be there before anything is stated.
  void prepare() {
    Session session = desk.trader(seller);
    JsonNode rate = session.get("/settlement/vat-rate");
    if (!rate.hasNonNull("rateBp")) {
      session.put("/settlement/vat-rate", Api.body().put("rateBp", VAT_RATE_BP), rate);
    }
    if (desk.trader(buyer).list("/assays?agreementId=" + agreementId).isEmpty()) {
      assay();
    }
  }

  private void assay() {
    YearMonth month = calendar.month(ASSAYED);
    List<JsonNode> loads =
        desk.trader(buyer).list("/loads?agreementId=" + agreementId).stream()
            .filter(load -> load.path("status").asText().equals("received"))
            .filter(load -> month.equals(YearMonth.from(DemoCalendar.dayOf(arrivalOf(load)))))
            .toList();
    ObjectNode body =
        Api.body()
            .put("agreementId", agreementId)
            .put("laboratory", "钢城质检中心（演示）")
            .put("reportNumber", "FMH-" + month)
            .put("sampledOn", month.atEndOfMonth().toString());
    ArrayNode ids = body.putArray("loadIds");
    loads.forEach(load -> ids.add(load.path("id").asText()));
    body.putObject("terms")
        .put("moisturePct", MOISTURE_PCT)
        .put("moistureBasisPct", MOISTURE_BASIS_PCT)
        .put("impurityBasisPct", 0)
        .put("deductionRule", "excess-points");
    ArrayNode results = body.putArray("results");
    results.addObject().put("parameter", "moisture").put("measured", MOISTURE_PCT);
    results.addObject().put("parameter", "loi").put("measured", LOSS_ON_IGNITION_PCT);
    desk.trader(buyer).post("/assays", "demo-assay-" + month, body);
  }

  private static Instant arrivalOf(JsonNode load) {
    return Instant.parse(load.path("destination").path("at").asText());
  }

  /// What the buyer says to the newest statement.
  void dispute() {
    Session session = desk.trader(buyer);
    for (JsonNode statement : session.list("/statements?status=proposed")) {
      boolean newest = statement.path("month").asText().equals(calendar.month(DISPUTED).toString());
      if (newest && isOfTrade(session, statement)) {
        session.post(
            "/statements/" + statement.path("id").asText() + "/dispute",
            "demo-dispute-" + DEAL,
            Api.body().put("reason", "本月化验报告未出，含水扣重待定。"),
            statement);
      }
    }
  }

  private boolean isOfTrade(Session session, JsonNode statement) {
    return session
        .get("/statements/" + statement.path("id").asText() + "/lines?limit=1")
        .path("items")
        .path(0)
        .path("agreementId")
        .asText()
        .equals(agreementId);
  }
}
