package cn.wufei.exchange.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Role;
import cn.wufei.exchange.testing.Fixtures;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// The whole chain through HTTP, from a stream's tonnes to the receiver's report of use.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChainIT {

  @Test
  void a_tonne_is_followed_from_its_stream_to_its_use() {
    Trade trade = Trade.begin();
    trade.enter("opening-stock", 30_000);
    trade.enter("generation", 100_000);

    Http.Answer lot = trade.publish(90_000);
    assertThat(lot.text("status")).isEqualTo("published");
    assertThat(lot.text("priceYuanPerT")).isEqualTo("-12.5");
    assertQuantities(lot, 90_000, 0, 0);
    Http.Answer demand = trade.postDemand(80_000);
    assertThat(demand.number("openKg")).isEqualTo(80_000);

    Http.Answer agreement = negotiate(trade, lot, demand);
    String agreementId = agreement.text("id");
    assertQuantities(trade.lotNow(lot.text("id")), 30_000, 60_000, 0);
    assertThat(trade.buyer().get("/demands/" + demand.text("id")).number("openKg"))
        .isEqualTo(20_000);

    Http.Answer load = trade.dispatch(agreementId, 32_000);
    assertThat(load.text("number")).matches("L\\d{4}-\\d{6}");
    assertThat(load.text("status")).isEqualTo("in-transit");
    assertThat(load.number("origin/netKg")).isEqualTo(32_000);
    assertThat(load.number("beyondStockKg")).isZero();
    assertThat(trade.agreement(agreementId).number("reservedKg")).isEqualTo(28_000);
    assertStock(trade, Map.of(trade.year(), 98_000L));

    Http.Answer received = receive(trade, load);
    assertThat(received.number("acceptedKg")).isEqualTo(31_000);
    assertThat(received.number("settledKg")).isEqualTo(30_600);
    assertThat(received.number("differenceKg")).isEqualTo(-100);
    assertThat(received.json().at("/differencePct").decimalValue()).isEqualByComparingTo("-0.313");
    assertThat(received.json().at("/differenceBeyondTolerance").asBoolean()).isFalse();

    Http.Answer moved = trade.agreement(agreementId);
    assertThat(moved.number("reservedKg")).isEqualTo(28_900);
    assertThat(moved.number("fulfilledKg")).isEqualTo(31_100);
    assertThat(moved.number("movedKg")).isEqualTo(31_000);
    assertThat(moved.number("loads")).isEqualTo(1);
    assertQuantities(trade.lotNow(lot.text("id")), 30_000, 28_900, 31_100);
    assertThat(Books.heldOf("in-transit", load.text("id"))).isZero();
    assertThat(Books.heldOf("difference", load.text("id"))).isEqualTo(100);
    assertStock(trade, Map.of(trade.year() - 1, 844L, trade.year(), 98_056L));

    reportUse(trade);
    completes(trade, lot, moved);
    assertThat(Books.documentVersion(lot.text("id")))
        .isEqualTo(trade.lotNow(lot.text("id")).number("version"));
    assertThat(Books.sumOf("mass-kg")).isZero();
    assertThat(Books.sumOf("commitment-kg")).isZero();
    assertThat(Books.accountsThatDrifted()).isZero();
  }

  private static Http.Answer negotiate(Trade trade, Http.Answer lot, Http.Answer demand) {
    Map<String, Object> body = trade.offer(lot.text("id"), 70_000);
    body.put("demandId", demand.text("id"));
    Http.Answer offer = trade.buyer().post("/offers", body).expect(201);
    assertThat(offer.text("proposer")).isEqualTo("buyer");
    assertThat(offer.json().at("/myTurn").asBoolean()).isFalse();
    assertThat(offer.json().at("/distanceKm").asDouble()).isBetween(100.0, 130.0);
    assertThat(offer.json().at("/freightYuanPerT").asDouble()).isPositive();
    Http.Answer counter =
        trade
            .seller()
            .ifMatch(offer.number("version"))
            .post("/offers/" + offer.text("id") + "/counter", trade.terms(60_000))
            .expect(201);
    assertThat(counter.text("parentId")).isEqualTo(offer.text("id"));
    assertThat(trade.seller().get("/offers/" + offer.text("id")).text("status"))
        .isEqualTo("countered");
    assertThat(trade.buyer().get("/offers/" + counter.text("id")).json().at("/myTurn").asBoolean())
        .isTrue();
    Http.Answer agreement =
        trade
            .buyer()
            .ifMatch(counter.number("version"))
            .post("/offers/" + counter.text("id") + "/acceptance")
            .expect(201);
    assertThat(agreement.text("number")).matches("A\\d{4}-\\d{6}");
    assertThat(agreement.text("governingScale")).isEqualTo("buyer");
    assertThat(agreement.number("reservedKg")).isEqualTo(60_000);
    return agreement;
  }

  private static Http.Answer receive(Trade trade, Http.Answer load) {
    Map<String, Object> receipt = trade.receipt(31_900, 900);
    receipt.put("moisturePct", 9.4);
    receipt.put("deductionKg", 400);
    return trade.receive(load, receipt).expect(200);
  }

  private static void reportUse(Trade trade) {
    String month = LocalCalendar.monthOf(trade.receivedAt()).toString();
    Http.Answer heaps = trade.buyer().get("/heaps").expect(200);
    assertThat(heaps.number("items/0/onHandKg")).isEqualTo(31_000);
    assertThat(kilograms(heaps.json().at("/items/0/origins"))).containsExactly(29_062L, 1_938L);
    Map<String, Object> body = trade.useReport(month, 20_000);
    body.put("declaredClosingKg", 11_200);

    Http.Answer report = trade.buyer().post("/use-reports", body).expect(201);

    assertThat(report.number("openingKg")).isZero();
    assertThat(report.number("receivedKg")).isEqualTo(31_000);
    assertThat(report.number("closingKg")).isEqualTo(11_000);
    assertThat(report.number("residualKg")).isEqualTo(200);
    assertThat(report.number("beyondHeapKg")).isZero();
    assertThat(report.text("allocationRule")).isEqualTo("pro-rata");
    assertThat(kilograms(report.json().at("/allocation"))).containsExactly(18_750L, 1_250L);
    Http.Answer heap =
        trade
            .buyer()
            .get(
                "/heaps/%s/%s/months/%s"
                    .formatted(trade.receiver().siteId(), Trade.MATERIAL, month))
            .expect(200);
    assertThat(heap.number("consumedKg")).isEqualTo(20_000);
    assertThat(heap.number("closingKg")).isEqualTo(11_000);
    assertThat(heap.json().get("report")).isEqualTo(report.json());
    assertThat(Books.heldOfStream("used", trade.streamId())).isEqualTo(20_000);
    assertThat(Books.heldOfStream("heap", trade.streamId())).isEqualTo(11_000);
  }

  private static void completes(Trade trade, Http.Answer lot, Http.Answer agreement) {
    Http.Answer completed =
        trade
            .seller()
            .ifMatch(agreement.number("version"))
            .post("/agreements/" + agreement.text("id") + "/completion")
            .expect(200);
    assertThat(completed.text("status")).isEqualTo("completed");
    assertThat(completed.number("reservedKg")).isZero();
    assertQuantities(trade.lotNow(lot.text("id")), 58_900, 0, 31_100);
    Http auditor = Http.as(Fixtures.auditor(Role.AUDIT_ECOLOGY));
    auditor.get("/agreements/" + agreement.text("id")).expect(200);
    auditor.get("/offers/" + agreement.text("offerId")).expect(200);
  }

  private static void assertQuantities(
      Http.Answer lot, long available, long reserved, long fulfilled) {
    assertThat(
            List.of(lot.number("availableKg"), lot.number("reservedKg"), lot.number("fulfilledKg")))
        .containsExactly(available, reserved, fulfilled);
  }

  private static void assertStock(Trade trade, Map<Integer, Long> onHandByYear) {
    JsonNode years =
        trade.seller().get("/streams/" + trade.streamId()).expect(200).json().at("/balance/years");
    Map<Integer, Long> found = new TreeMap<>();
    years.forEach(
        year -> found.put(year.get("generationYear").asInt(), year.get("onHandKg").asLong()));
    found.values().removeIf(kg -> kg == 0);
    assertThat(found).isEqualTo(onHandByYear);
  }

  private static List<Long> kilograms(JsonNode origins) {
    List<Long> kilograms = new ArrayList<>();
    origins.forEach(origin -> kilograms.add(origin.get("kg").asLong()));
    return kilograms;
  }
}
