package cn.wufei.exchange.stream;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.correction.Corrections;
import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What is left on 31 December is old stock the day after, wherever it lies.
@DisplayNameGeneration(ReplaceUnderscores.class)
class YearEndIT {

  /// 100 t generated in 2024; on 31 December 38 t lie in the yard, 32 t are on the road and 30 t in
  /// the receiver's heap. All of what is used of them in 2025 is used old stock.
  @Test
  void what_lies_in_the_yard_on_the_road_and_in_a_heap_is_old_stock_in_the_new_year() {
    Trade trade = Trade.begin();
    enter(trade, "generation", 100_000, "2024-06-30");
    Http.Answer agreement = trade.agree(80_000);
    Http.Answer arrived = dispatch(trade, agreement, 30_000, "2024-12-20T02:00:00Z");
    receive(trade, arrived, 30_000, "2024-12-20T06:00:00Z");
    Http.Answer underway = dispatch(trade, agreement, 32_000, "2024-12-31T10:00:00Z");
    receive(trade, underway, 32_000, "2025-01-01T02:00:00Z");
    enter(trade, "generation", 50_000, "2025-01-31");
    trade.buyer().post("/use-reports", trade.useReport("2025-01", 40_000)).expect(201);
    enter(trade, "own-use", 41_000, "2025-02-28");

    JsonNode of2024 = rate(trade, "from=2024-01&to=2024-12");
    JsonNode of2025 = rate(trade, "from=2025-01&to=2025-12");
    assertThat(of2024.get("onHandKg").asLong()).isEqualTo(38_000);
    assertThat(of2024.at("/bridge/inTransitKg").asLong()).isEqualTo(32_000);
    assertThat(of2024.at("/bridge/heapKg").asLong()).isEqualTo(30_000);
    assertThat(of2024.get("usedFromOldDeclaredKg").asLong()).isZero();
    assertThat(of2024.get("rateDeclaredPct").decimalValue()).isEqualByComparingTo("62.00");
    assertThat(of2024.get("rateProvenPct").decimalValue()).isZero();
    assertThat(of2025.get("onHandStartKg").asLong()).isEqualTo(38_000);
    assertThat(of2025.get("generatedKg").asLong()).isEqualTo(50_000);
    assertThat(of2025.get("usedFromOldDeclaredKg").asLong()).isEqualTo(38_000);
    assertThat(of2025.get("usedFromOldProvenKg").asLong()).isEqualTo(78_000);
    assertThat(of2025.get("usedProvenKg").asLong()).isEqualTo(81_000);
    assertThat(of2025.get("rateProvenPct").decimalValue()).isEqualByComparingTo("63.28");

    Http.Answer page = trade.seller().get("/streams/" + trade.streamId()).expect(200);
    assertThat(page.json().at("/balance/years")).hasSize(1);
    assertThat(page.number("balance/years/0/generationYear")).isEqualTo(2025);
    assertThat(page.number("balance/years/0/onHandKg")).isEqualTo(47_000);
  }

  @Test
  void each_year_has_a_statement_that_closes() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    String tail = plant.stream(Plant.TAIL, "钢渣尾渣");
    plant.opening(slag, 10_000, "2023-01-01", 2021);
    plant.enter(slag, "generation", 100_000, "2023-06-30");
    plant.process(Plant.processing("2023-07-31", slag, 80_000, tail, 66_000, 12_000)).expect(201);
    plant.enter(tail, "own-use", 6_000, "2023-08-31");
    plant.post(tail, Plant.related("related-transfer", 20_000, "2023-09-30")).expect(201);
    plant.post(tail, Plant.related("related-use", 15_000, "2024-01-31")).expect(201);
    plant.enter(tail, "own-disposal", 1_000, "2024-02-28");
    plant
        .trader()
        .post(
            "/streams/" + tail + "/stock-takes",
            Map.of("countedKg", 39_500, "occurredOn", "2024-12-31", "method", "survey"))
        .expect(201);

    JsonNode slagIn2023 = plant.year(slag, 2023);
    JsonNode tailIn2023 = plant.year(tail, 2023);
    JsonNode tailIn2024 = plant.year(tail, 2024);

    assertFigures(
        slagIn2023,
        Map.of(
            "openingKg", 0L,
            "openingStockKg", 10_000L,
            "generatedKg", 100_000L,
            "recoveredKg", 12_000L,
            "processLossKg", 2_000L,
            "passedOnKg", 66_000L,
            "usedProvenKg", 12_000L,
            "usedFromOldKg", 1_500L,
            "closingKg", 30_000L));
    assertFigures(
        tailIn2023,
        Map.of(
            "generatedKg", 0L,
            "broughtInKg", 66_000L,
            "ownUseKg", 6_000L,
            "relatedPartyKg", 20_000L,
            "withRelatedKg", 20_000L,
            "usedFromOldKg", 6_000L,
            "closingKg", 40_000L));
    assertFigures(
        tailIn2024,
        Map.of(
            "openingKg", 40_000L,
            "relatedPartyKg", 0L,
            "usedProvenKg", 15_000L,
            "usedFromOldKg", 15_000L,
            "withRelatedKg", 5_000L,
            "disposedKg", 1_000L,
            "closingKg", 39_000L,
            "declaredKg", 39_500L,
            "residualKg", 500L));
    assertThat(tailIn2024.get("over").asBoolean()).isTrue();
    assertThat(plant.reader().get("/streams/" + tail + "/years").text("items/0/year"))
        .isGreaterThanOrEqualTo("2026");
  }

  @Test
  void what_left_unrecorded_is_entered_as_generated_in_its_own_year() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    plant.enter(slag, "generation", 10_000, "2023-06-30");
    plant.enter(slag, "own-use", 14_000, "2023-12-15");
    String path = "/streams/" + slag + "/years/2023/clearing";
    assertThat(plant.year(slag, 2023).get("clearableKg").asLong()).isEqualTo(4_000);

    Http.Answer cleared = plant.trader().post(path, Map.of("note", "12月报表漏记")).expect(201);

    assertThat(cleared.text("kind")).isEqualTo("year-end-clearing");
    assertThat(cleared.text("occurredOn")).isEqualTo("2023-12-31");
    assertThat(cleared.text("note")).isEqualTo("12月报表漏记");
    assertThat(plant.balance(slag)).containsExactly(0L, 0L, 0L);
    assertFigures(
        plant.year(slag, 2023), Map.of("generatedKg", 14_000L, "closingKg", 0L, "clearableKg", 0L));
    assertThat(
            plant.rate("from=2023-01&to=2023-12").json().at("/total/rateProvenPct").decimalValue())
        .isEqualByComparingTo("100.00");
    plant.enter(slag, "generation", 5_000, "2024-01-31");
    assertThat(plant.onHandByYear(slag)).isEqualTo(Map.of(2024, 5_000L));
    assertProblem(plant.trader().post(path, Map.of()), 409, "nothing-to-clear");
    assertThat(Books.sumOf("mass-kg")).isZero();
  }

  /// What left in 2024 was generated in 2023 and recorded after: clearing 2024 would enter it
  /// twice.
  @Test
  void what_older_stock_on_hand_makes_up_for_is_not_entered_as_generated() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    plant.enter(slag, "own-use", 100_000, "2024-01-15");
    assertThat(plant.year(slag, 2024).get("clearableKg").asLong()).isEqualTo(100_000);

    plant.enter(slag, "generation", 70_000, "2023-12-31");

    String path = "/streams/" + slag + "/years/2024/clearing";
    assertThat(plant.balance(slag)).containsExactly(70_000L, 100_000L, -30_000L);
    assertThat(plant.year(slag, 2024).get("clearableKg").asLong()).isEqualTo(30_000);
    Http.Answer cleared = plant.trader().post(path, Map.of()).expect(201);
    assertThat(cleared.number("moves/0/kg")).isEqualTo(30_000);
    assertThat(plant.balance(slag)).containsExactly(70_000L, 70_000L, 0L);
    assertProblem(plant.trader().post(path, Map.of()), 409, "nothing-to-clear");
  }

  @Test
  void what_is_of_a_later_year_neither_left_nor_is_made_good_by_an_earlier_one() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    plant.enter(slag, "generation", 50_000, "2024-01-31");

    Http.Answer left = plant.enter(slag, "own-use", 10_000, "2023-12-15");

    assertThat(left.json().get("moves")).hasSize(1);
    assertThat(left.text("moves/0/from/kind")).isEqualTo("unreconciled");
    assertThat(plant.onHandByYear(slag)).containsEntry(2024, 50_000L);
    assertThat(plant.year(slag, 2023).get("clearableKg").asLong()).isEqualTo(10_000);
    plant.enter(slag, "own-use", 58_000, "2024-02-28");
    plant.enter(slag, "generation", 14_000, "2023-12-31");
    assertThat(plant.onHandByYear(slag)).containsEntry(2023, 4_000L);
    assertThat(plant.balance(slag)).containsExactly(4_000L, 8_000L, -4_000L);
    assertThat(plant.rate("from=2023-01&to=2023-12").json().at("/total/producedKg").asLong())
        .isEqualTo(14_000);
    assertThat(Books.sumOf("mass-kg")).isZero();
  }

  /// 100 t generated in 2024 turn out to have been 120 t after that month was closed; all of it is
  /// used this year. The 20 t are used old stock and not generated this year as well.
  @Test
  void generation_that_is_corrected_after_its_month_was_closed_stands_in_the_denominator_once() {
    Plant plant = Plant.begin();
    String slag = plant.stream(Plant.SLAG, "转炉钢渣");
    String today = LocalCalendar.dayOf(Instant.now()).toString();
    String entry = plant.enter(slag, "generation", 100_000, "2024-06-30").text("subjectId");
    Http admin = Http.as(plant.organisation().admin());
    admin
        .post("/organisations/" + plant.organisation().id() + "/months/2024-06/closing")
        .expect(200);

    Corrections.approve(
        admin,
        Corrections.propose(
            plant.trader(),
            Corrections.correcting("stream-entry", entry, Plant.body("quantityKg", 120_000))));
    plant.enter(slag, "own-use", 120_000, today);

    String year = today.substring(0, 4);
    JsonNode total = plant.rate("from=" + year + "-01&to=" + year + "-12").json().get("total");
    assertThat(total.get("generatedKg").asLong()).isEqualTo(20_000);
    assertThat(total.get("producedKg").asLong()).isZero();
    assertThat(total.get("usedFromOldProvenKg").asLong()).isEqualTo(120_000);
    assertThat(total.get("rateProvenPct").decimalValue()).isEqualByComparingTo("100.00");
  }

  private static void assertFigures(JsonNode year, Map<String, Long> expected) {
    expected.forEach(
        (name, kg) -> assertThat(year.get(name).asLong()).as(name + " in " + year).isEqualTo(kg));
  }

  private static void enter(Trade trade, String kind, long kg, String day) {
    trade
        .seller()
        .post("/streams/" + trade.streamId() + "/entries", Plant.entry(kind, kg, day))
        .expect(201);
  }

  private static Http.Answer dispatch(Trade trade, Http.Answer agreement, long kg, String at) {
    Map<String, Object> load = trade.load(agreement.text("id"), kg);
    load.put("dispatchedAt", at);
    return Http.as(trade.producer().gate()).post("/loads", load).expect(201);
  }

  private static void receive(Trade trade, Http.Answer load, long kg, String at) {
    Map<String, Object> receipt = trade.receipt(kg, 0);
    receipt.put("receivedAt", at);
    trade.receive(load, receipt).expect(200);
  }

  private static JsonNode rate(Trade trade, String period) {
    return trade.seller().get("/metrics/utilisation?" + period).expect(200).json().get("total");
  }
}
