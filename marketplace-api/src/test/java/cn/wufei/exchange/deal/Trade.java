package cn.wufei.exchange.deal;

import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestOrganisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A producer and a receiver of blast furnace slag, and the steps of their trade through the API.
/// Bodies are accepted as they are; a test changes what it is about.
public final class Trade {

  public static final String MATERIAL = "granulated-bf-slag";
  public static final String USE = "slag-powder-grinding";
  private static final int TARE_KG = 17_000;

  private final TestOrganisation producer;
  private final TestOrganisation receiver;
  private final String streamId;
  private final Instant now;

  private Trade(TestOrganisation producer, TestOrganisation receiver, Instant now) {
    this.producer = producer;
    this.receiver = receiver;
    this.now = now;
    this.streamId = Http.as(producer.trader()).post("/streams", stream()).expect(201).text("id");
  }

  private Trade(Trade same, TestOrganisation receiver) {
    this.producer = same.producer;
    this.receiver = receiver;
    this.now = same.now;
    this.streamId = same.streamId;
  }

  /// Two organisations that nobody else knows, and a stream without any tonne.
  public static Trade begin() {
    Instant now = Instant.now(TestExchange.get().bean(Clock.class)).truncatedTo(ChronoUnit.SECONDS);
    return new Trade(Fixtures.producer(), Fixtures.receiver(), now);
  }

  /// A trade of one organisation with itself, as far as that goes.
  public static Trade beginWith(TestOrganisation both) {
    Instant now = Instant.now(TestExchange.get().bean(Clock.class)).truncatedTo(ChronoUnit.SECONDS);
    return new Trade(both, both, now);
  }

  /// The same producer's trade in the same stream with somebody else.
  public Trade withAnotherReceiver() {
    return new Trade(this, Fixtures.receiver());
  }

  public TestOrganisation producer() {
    return producer;
  }

  public TestOrganisation receiver() {
    return receiver;
  }

  public String streamId() {
    return streamId;
  }

  public LocalDate today() {
    return LocalCalendar.dayOf(now);
  }

  /// When the truck left: a while ago, but today, so that no test depends on the hour at which it
  /// runs.
  public Instant dispatchedAt() {
    return later(now.minus(3, ChronoUnit.HOURS), LocalCalendar.startOf(today()));
  }

  public Instant receivedAt() {
    return later(now.minus(1, ChronoUnit.HOURS), dispatchedAt());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  public int year() {
    return LocalCalendar.dayOf(dispatchedAt()).getYear();
  }

  public Http seller() {
    return Http.as(producer.trader());
  }

  public Http buyer() {
    return Http.as(receiver.trader());
  }

  private Map<String, Object> stream() {
    return body(
        "siteId",
        producer.siteId().toString(),
        "materialKey",
        MATERIAL,
        "classCode",
        "SW01",
        "name",
        "1号高炉水渣");
  }

  public void enter(String kind, long kg) {
    seller()
        .post(
            "/streams/" + streamId + "/entries",
            body(
                "kind",
                kind,
                "quantityKg",
                kg,
                "occurredOn",
                LocalCalendar.dayOf(dispatchedAt()).toString()))
        .expect(201);
  }

  public Map<String, Object> lot(long kg) {
    return body(
        "streamId",
        streamId,
        "title",
        "粒化高炉矿渣",
        "description",
        "水淬渣，汽车自提。",
        "saleMethod",
        "negotiation",
        "quantityKind",
        "firm",
        "quantityKg",
        kg,
        "priceYuanPerT",
        -12.5,
        "taxIncluded",
        true,
        "availableFrom",
        today().minusDays(30).toString(),
        "availableTo",
        today().plusDays(60).toString(),
        "qualities",
        List.of(body("parameter", "moisture", "min", 8, "max", 11.5, "basis", "wet")));
  }

  public Http.Answer publish(long kg) {
    return seller().post("/lots", lot(kg)).expect(201);
  }

  public Map<String, Object> demand(long kg) {
    return body(
        "siteId",
        receiver.siteId().toString(),
        "materialKeys",
        List.of(MATERIAL),
        "use",
        USE,
        "title",
        "水渣，磨矿粉",
        "quantityKg",
        kg,
        "maxDeliveredYuanPerT",
        90,
        "neededFrom",
        today().toString(),
        "neededTo",
        today().plusDays(90).toString(),
        "ranges",
        List.of(body("parameter", "moisture", "max", 12, "basis", "wet")));
  }

  public Http.Answer postDemand(long kg) {
    return buyer().post("/demands", demand(kg)).expect(201);
  }

  public Map<String, Object> terms(long kg) {
    return body(
        "quantityKg",
        kg,
        "priceYuanPerT",
        -10,
        "governingScale",
        "buyer",
        "governingAssay",
        "third-party",
        "tolerancePct",
        5,
        "deliverFrom",
        today().toString(),
        "deliverTo",
        today().plusDays(30).toString(),
        "pollutionTerms",
        "运输全程苫盖、不遗撒；接收方按约定用途利用并反馈利用情况。");
  }

  /// An offer by the buyer on a lot.
  public Map<String, Object> offer(String lotId, long kg) {
    Map<String, Object> offer = terms(kg);
    offer.put("lotId", lotId);
    offer.put("buyerSiteId", receiver.siteId().toString());
    return offer;
  }

  /// A tender for a lot, open for two hours, for which one bid is enough.
  public Map<String, Object> tender(String lotId, long kg) {
    Map<String, Object> tender = terms(kg);
    tender.remove("priceYuanPerT");
    tender.put("lotId", lotId);
    tender.put("minimumBidders", 1);
    tender.put("closesAt", now.plus(2, ChronoUnit.HOURS).toString());
    tender.put("deliverFrom", today().plusDays(2).toString());
    return tender;
  }

  public Http.Answer propose(String lotId, long kg) {
    return buyer().post("/offers", offer(lotId, kg)).expect(201);
  }

  public Http.Answer accept(Http.Answer offer) {
    return seller()
        .ifMatch(offer.number("version"))
        .post("/offers/" + offer.text("id") + "/acceptance");
  }

  /// An agreement on a lot of its own, of which nothing else is left.
  public Http.Answer agree(long kg) {
    return accept(propose(publish(kg).text("id"), kg)).expect(201);
  }

  public Http.Answer agreement(String id) {
    return buyer().get("/agreements/" + id).expect(200);
  }

  public Http.Answer lotNow(String id) {
    return seller().get("/lots/" + id).expect(200);
  }

  public Map<String, Object> load(String agreementId, long netKg) {
    return body(
        "agreementId",
        agreementId,
        "plate",
        "鲁C12345",
        "carrier",
        "淄博某运输公司",
        "manifestNumber",
        "LD-" + Fixtures.nextNumber(),
        "ticketNumber",
        "P-" + Fixtures.nextNumber(),
        "grossKg",
        TARE_KG + netKg,
        "tareKg",
        TARE_KG,
        "dispatchedAt",
        dispatchedAt().toString());
  }

  public Http.Answer dispatch(String agreementId, long netKg) {
    return Http.as(producer.gate()).post("/loads", load(agreementId, netKg)).expect(201);
  }

  public Map<String, Object> receipt(long netKg, long rejectedKg) {
    return body(
        "ticketNumber",
        "R-" + Fixtures.nextNumber(),
        "grossKg",
        TARE_KG + netKg,
        "tareKg",
        TARE_KG,
        "rejectedKg",
        rejectedKg,
        "receivedAt",
        receivedAt().toString());
  }

  public Http.Answer receive(Http.Answer load, Map<String, Object> receipt) {
    return Http.as(receiver.gate())
        .ifMatch(load.number("version"))
        .post("/loads/" + load.text("id") + "/receipt", receipt);
  }

  public Http.Answer refuse(Http.Answer load) {
    return Http.as(receiver.gate())
        .ifMatch(load.number("version"))
        .post(
            "/loads/" + load.text("id") + "/refusal",
            body("reason", "含水超标", "refusedAt", receivedAt().toString()));
  }

  public Map<String, Object> useReport(String month, long consumedKg) {
    return body(
        "siteId",
        receiver.siteId().toString(),
        "materialKey",
        MATERIAL,
        "month",
        month,
        "consumedKg",
        consumedKg,
        "use",
        USE);
  }

  /// A JSON object whose members may be changed, in the order given.
  public static Map<String, Object> body(Object... keysAndValues) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      body.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return body;
  }
}
