package cn.wufei.seeds;

import cn.wufei.seeds.Api.Session;
import cn.wufei.seeds.Market.Deal;
import cn.wufei.seeds.Market.Demand;
import cn.wufei.seeds.Market.Lot;
import cn.wufei.seeds.Market.Range;
import cn.wufei.seeds.Market.Recurring;
import cn.wufei.seeds.Market.Stream;
import cn.wufei.seeds.SettleParticipants.Settled;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Publishes the lots and demands, looks at their matches as their owners would, and makes the
/// offers with what became of them.
final class OpenMarket {

  private static final Duration MATCHES_WAIT_MAX = Duration.ofSeconds(20);
  private static final Duration MATCHES_POLL = Duration.ofMillis(400);
  private static final int LAST_MONTH = 3;
  private static final int SEARCH_UNAVAILABLE = 503;
  private static final int TOLERANCE_PCT = 5;
  private static final String POLLUTION_TERMS = "运输全程苫盖、不遗撒；接收方按约定用途利用并反馈利用情况；不得转作他用。";

  private final Market market;
  private final Desk desk;
  private final Settled settled;
  private final Map<String, String> streamIds = new HashMap<>();
  private final Map<String, String> lotIds = new HashMap<>();
  private final Map<String, String> demandIds = new HashMap<>();
  private final Map<String, String> agreementIds = new HashMap<>();

  OpenMarket(DemoData data, Desk desk, Settled settled) {
    this.market = data.market();
    this.desk = desk;
    this.settled = settled;
  }

  /// The ids of the streams and agreements that the trade then runs on.
  Opened run() {
    market.streams().forEach(this::addStream);
    market.lots().forEach(this::publish);
    market.demands().forEach(this::post);
    LoadDemo.say(
        streamIds.size()
            + " streams, "
            + lotIds.size()
            + " lots, "
            + demandIds.size()
            + " demands");
    int matched = lookAtMatches();
    LoadDemo.say(matched + " of " + lotIds.size() + " lots have a match");
    market.deals().forEach(this::deal);
    LoadDemo.say(market.deals().size() + " offers, " + agreementIds.size() + " agreements");
    return new Opened(streamIds, agreementIds);
  }

  private void addStream(Stream stream) {
    ObjectNode body =
        Api.body()
            .put("siteId", siteId(stream.site()))
            .put("materialKey", stream.materialKey())
            .put("classCode", stream.classCode())
            .put("name", stream.name())
            .put("process", stream.process());
    JsonNode made =
        desk.trader(stream.owner()).post("/streams", "demo-stream-" + stream.key(), body);
    String id = made.path("id").asText();
    streamIds.put(stream.key(), id);
    stateProfile(stream, "/streams/" + id + "/profile");
  }

  private void stateProfile(Stream stream, String path) {
    Api.Session trader = desk.trader(stream.owner());
    JsonNode before = trader.get(path);
    if (before.path("version").asLong() == 0) {
      ObjectNode body = Api.body();
      ArrayNode monthsKg = body.putArray("monthsKg");
      for (int month = 1; month <= 12; month++) {
        monthsKg.add(stream.monthlyT() * 1_000);
      }
      trader.put(path, body, before);
    }
  }

  private void publish(Lot lot) {
    ObjectNode body =
        Api.body()
            .put("streamId", id(streamIds, lot.stream()))
            .put("title", lot.title())
            .put("description", lot.description())
            .put("saleMethod", "negotiation")
            .put("quantityKind", lot.quantityKind())
            .put("quantityKg", lot.quantityT() * 1_000)
            .put("priceYuanPerT", lot.priceYuanPerT())
            .put("taxIncluded", lot.taxIncluded())
            .put("availableFrom", settled.calendar().firstDayOf(-DemoCalendar.MONTHS).toString())
            .put("availableTo", settled.calendar().lastDayOf(LAST_MONTH).toString());
    Market.Delivery delivery = lot.delivery();
    if (delivery != null) {
      body.putObject("delivery")
          .put("radiusKm", delivery.radiusKm())
          .put("freightInvoice", delivery.freightInvoice());
    }
    addRanges(body.putArray("qualities"), lot.qualities());
    addMonths(body, "available", lot.recurring(), lot.quantityT());
    String owner = market.stream(lot.stream()).owner();
    JsonNode made = desk.trader(owner).post("/lots", "demo-lot-" + lot.key(), body);
    lotIds.put(lot.key(), made.path("id").asText());
  }

  private void post(Demand demand) {
    ObjectNode body = Api.body().put("siteId", siteId(demand.site()));
    ArrayNode materials = body.putArray("materialKeys");
    demand.materialKeys().forEach(materials::add);
    body.put("use", demand.use())
        .put("title", demand.title())
        .put("quantityKg", demand.quantityT() * 1_000)
        .put("maxDeliveredYuanPerT", demand.maxDeliveredYuanPerT())
        .put("neededFrom", settled.calendar().firstDayOf(demand.fromMonth()).toString())
        .put("neededTo", settled.calendar().lastDayOf(demand.toMonth()).toString());
    addRanges(body.putArray("ranges"), demand.ranges());
    addMonths(body, "needed", demand.recurring(), demand.quantityT());
    JsonNode made =
        desk.trader(demand.owner()).post("/demands", "demo-demand-" + demand.key(), body);
    demandIds.put(demand.key(), made.path("id").asText());
  }

  /// The window and the months of what recurs.
  private void addMonths(
      ObjectNode body, String window, @Nullable Recurring recurring, long quantityT) {
    if (recurring != null) {
      body.put(window + "From", settled.calendar().firstDayOf(recurring.fromMonth()).toString());
      body.put(window + "To", settled.calendar().lastDayOf(recurring.toMonth()).toString());
      ArrayNode months = body.putArray("months");
      new MonthlyTonnes(desk.seasonShares(recurring.profile()), settled.calendar())
          .of(recurring, quantityT)
          .forEach((month, tonnes) ->
              months.addObject().put("month", month.toString()).put("quantityKg", tonnes * 1_000));
    }
  }

  private static void addRanges(ArrayNode array, List<Range> ranges) {
    for (Range range : ranges) {
      ObjectNode node = array.addObject().put("parameter", range.parameter());
      putIfThere(node, "min", range.min());
      putIfThere(node, "max", range.max());
      node.put("basis", range.basis());
    }
  }

  private static void putIfThere(ObjectNode node, String name, @Nullable BigDecimal value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /// Both sides look, so that the audit desk sees what was matched. What is not in the index yet is
  /// waited for a while; without a search the demo goes on unmatched.
  private int lookAtMatches() {
    Instant deadline = Instant.now().plus(MATCHES_WAIT_MAX);
    int matched = 0;
    for (Lot lot : market.lots()) {
      Session owner = desk.trader(market.stream(lot.stream()).owner());
      boolean wanted =
          market.deals().stream()
              .anyMatch(deal -> deal.ending().agreed() && deal.lot().equals(lot.key()));
      String path = "/lots/" + id(lotIds, lot.key()) + "/matches";
      matched += hasMatch(owner, path, wanted, deadline) ? 1 : 0;
    }
    for (Demand demand : market.demands()) {
      String path = "/demands/" + id(demandIds, demand.key()) + "/matches";
      hasMatch(desk.trader(demand.owner()), path, false, deadline);
    }
    return matched;
  }

  private static boolean hasMatch(Session owner, String path, boolean wanted, Instant deadline) {
    while (true) {
      if (!matchesOf(owner, path).isEmpty()) {
        return true;
      }
      if (!wanted || Instant.now().isAfter(deadline)) {
        return false;
      }
      Api.pause(MATCHES_POLL);
    }
  }

  private static JsonNode matchesOf(Session owner, String path) {
    try {
      return owner.get(path).path("items");
    } catch (RefusedException e) {
      if (e.status() == SEARCH_UNAVAILABLE) {
        return Api.JSON.createArrayNode();
      }
      throw e;
    }
  }

  private void deal(Deal deal) {
    Session seller = desk.trader(market.streamOf(deal).owner());
    Demand demand = market.demand(deal.demand());
    Session buyer = desk.trader(demand.owner());
    Session proposer = deal.proposedByBuyer() ? buyer : seller;
    Session other = deal.proposedByBuyer() ? seller : buyer;
    ObjectNode body =
        Api.body()
            .put("lotId", id(lotIds, deal.lot()))
            .put("demandId", id(demandIds, deal.demand()));
    if (deal.proposedByBuyer()) {
      body.put("buyerSiteId", siteId(demand.site()));
    }
    addTerms(body, deal, deal.priceYuanPerT(), deal.message());
    JsonNode offer = proposer.post("/offers", "demo-offer-" + deal.key(), body);
    switch (deal.ending()) {
      case OPEN -> {}
      case DECLINED ->
          other.post(
              "/offers/" + offer.path("id").asText() + "/decline",
              "demo-decline-" + deal.key(),
              Api.body(),
              offer);
      case COUNTERED -> counter(other, deal, offer);
      case COUNTERED_AND_ACCEPTED -> accept(proposer, deal, counter(other, deal, offer));
      case ACCEPTED, COMPLETED -> accept(other, deal, offer);
      case CANCELLED -> cancel(other, deal, accept(other, deal, offer));
    }
  }

  private JsonNode counter(Session by, Deal deal, JsonNode offer) {
    ObjectNode body = Api.body();
    BigDecimal price = deal.counterPriceYuanPerT();
    String message = deal.counterMessage();
    addTerms(
        body, deal, price == null ? deal.priceYuanPerT() : price, message == null ? "" : message);
    return by.post(
        "/offers/" + offer.path("id").asText() + "/counter",
        "demo-counter-" + deal.key(),
        body,
        offer);
  }

  private JsonNode accept(Session by, Deal deal, JsonNode offer) {
    JsonNode agreement =
        by.post(
            "/offers/" + offer.path("id").asText() + "/acceptance",
            "demo-accept-" + deal.key(),
            Api.body(),
            offer);
    agreementIds.put(deal.key(), agreement.path("id").asText());
    return agreement;
  }

  private void cancel(Session by, Deal deal, JsonNode agreement) {
    String reason = deal.cancellationReason();
    by.post(
        "/agreements/" + agreement.path("id").asText() + "/cancellation",
        "demo-cancel-" + deal.key(),
        Api.body().put("reason", reason == null ? "" : reason),
        agreement);
  }

  private void addTerms(ObjectNode body, Deal deal, BigDecimal price, String message) {
    body.put("quantityKg", deal.quantityT() * 1_000)
        .put("priceYuanPerT", price)
        .put("governingScale", deal.governingScale())
        .put("governingAssay", deal.governingAssay())
        .put("tolerancePct", TOLERANCE_PCT)
        .put("deliverFrom", settled.calendar().firstDayOf(deal.fromMonth()).toString())
        .put("deliverTo", settled.calendar().lastDayOf(deal.toMonth()).toString())
        .put("pollutionTerms", POLLUTION_TERMS)
        .put("message", message);
    JsonNode adjustments = deal.adjustments();
    if (adjustments != null) {
      body.set("adjustments", adjustments.deepCopy());
    }
  }

  private String siteId(String key) {
    return id(settled.siteIds(), key);
  }

  private static String id(Map<String, String> ids, String key) {
    String id = ids.get(key);
    if (id == null) {
      throw new IllegalStateException("nothing was made under the key " + key);
    }
    return id;
  }

  /// The ids of streams and agreements by the keys of the data.
  record Opened(Map<String, String> streamIds, Map<String, String> agreementIds) {
    Opened {
      streamIds = Map.copyOf(streamIds);
      agreementIds = Map.copyOf(agreementIds);
    }

    String streamId(String key) {
      return id(streamIds, key);
    }

    String agreementId(String key) {
      return id(agreementIds, key);
    }
  }
}
