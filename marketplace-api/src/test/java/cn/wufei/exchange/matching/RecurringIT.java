package cn.wufei.exchange.matching;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static cn.wufei.exchange.deal.Problems.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Books;
import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestSearch;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Lots and demands that recur month by month, from the form to the match.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurringIT {

  /// No other test trades it, so that every pair is among those shown.
  private static final String MATERIAL = "carbide-slag";

  private static final Duration SOON = Duration.ofSeconds(40);

  private Trade trade;
  private String streamId;
  private YearMonth first;

  @BeforeEach
  void begin() {
    trade = Trade.begin();
    streamId =
        trade
            .seller()
            .post(
                "/streams",
                Trade.body(
                    "siteId",
                    trade.producer().siteId().toString(),
                    "materialKey",
                    MATERIAL,
                    "classCode",
                    "SW59",
                    "name",
                    "乙炔站电石渣"))
            .expect(201)
            .text("id");
    first = YearMonth.from(trade.today()).plusMonths(1);
  }

  @Test
  void a_recurring_lot_is_read_edited_and_indexed_with_its_months() {
    Http.Answer lot = publish(40_000, 60_000, 50_000);
    String path = "/lots/" + lot.text("id");

    assertThat(lot.json().at("/months")).isEqualTo(trade.buyer().get(path).json().at("/months"));
    assertThat(lot.json().at("/months").findValuesAsText("month"))
        .containsExactly(
            first.toString(), first.plusMonths(1).toString(), first.plusMonths(2).toString());
    assertThat(quantities(lot.json())).containsExactly(40_000L, 60_000L, 50_000L);
    assertThat(document("wufei-lots", lot.text("id"), 1)).isEqualTo(lot.json().at("/months"));

    Map<String, Object> edit = lot(90_000, 0, 60_000);
    List.of("streamId", "saleMethod", "quantityKind", "quantityKg").forEach(edit::remove);
    Http.Answer changed = trade.seller().ifMatch(1).put(path, edit).expect(200);
    assertThat(quantities(changed.json())).containsExactly(90_000L, 0L, 60_000L);
    assertThat(document("wufei-lots", lot.text("id"), 2)).isEqualTo(changed.json().at("/months"));

    edit.put("months", months(90_000, 0, 60_001));
    Map<String, Long> before = Books.rowCounts();
    Http.Answer refused = trade.seller().ifMatch(2).put(path, edit);
    assertProblem(refused, 422, "months-sum-differs");
    assertThat(fieldsOf(refused)).containsExactly("months");
    assertThat(Books.rowCounts()).isEqualTo(before);

    edit.remove("months");
    Http.Answer once = trade.seller().ifMatch(2).put(path, edit).expect(200);
    assertThat(once.json().at("/months")).isEmpty();
    assertThat(document("wufei-lots", lot.text("id"), 3)).isEmpty();
  }

  @Test
  void a_recurring_demand_grows_month_by_month() {
    Http.Answer demand = post(70_000, 20_000);
    String path = "/demands/" + demand.text("id");
    Map<String, Object> edit = demand(70_000, 50_000);
    edit.remove("siteId");

    Http.Answer changed = trade.buyer().ifMatch(1).put(path, edit).expect(200);

    assertThat(changed.number("quantityKg")).isEqualTo(120_000);
    assertThat(quantities(changed.json())).containsExactly(70_000L, 50_000L);
    assertThat(document("wufei-demands", demand.text("id"), 2))
        .isEqualTo(changed.json().at("/months"));
    assertThat(trade.seller().get(path).expect(200).json()).isEqualTo(changed.json());
  }

  @Test
  void months_that_cannot_be_are_told_with_their_place() {
    Map<String, Object> lot = lot(40_000, 60_000, 50_000);
    lot.put(
        "months",
        List.of(
            Trade.body("month", "2026-13", "quantityKg", 1),
            Trade.body("month", first.toString(), "quantityKg", -1),
            Trade.body("month", first.toString())));
    Map<String, Object> demand = demand(70_000, 20_000);
    demand.put("months", months(70_000, 20_000).reversed());
    Map<String, Object> endless = demand(1_000);
    endless.put("months", months(new long[25]));
    Http seller = trade.seller();
    Http buyer = trade.buyer();
    Map<String, Long> before = Books.rowCounts();

    Http.Answer malformed = seller.post("/lots", lot);
    Http.Answer unordered = buyer.post("/demands", demand);
    Http.Answer tooMany = buyer.post("/demands", endless);

    assertProblem(malformed, 400, "invalid-request");
    assertThat(fieldsOf(malformed))
        .contains("months[0].month", "months[1].quantityKg", "months[2].quantityKg");
    assertProblem(unordered, 422, "months-unordered");
    assertThat(fieldsOf(unordered)).containsExactly("months[1].month");
    assertProblem(tooMany, 400, "invalid-request");
    assertThat(fieldsOf(tooMany)).containsExactly("months");
    assertThat(Books.rowCounts()).isEqualTo(before);
  }

  @Test
  void two_that_recur_match_over_what_really_fits_month_by_month() {
    String lot = publish(40_000, 60_000, 50_000).text("id");
    String demand = post(70_000, 20_000).text("id");
    String winter = post(0, 0, 0, 90_000).text("id");
    TestSearch search = TestExchange.get().search();
    search.awaitVersion("wufei-lots", lot, 1);
    search.awaitVersion("wufei-demands", demand, 1);
    search.awaitVersion("wufei-demands", winter, 1);

    JsonNode list = trade.seller().get("/lots/" + lot + "/matches").expect(200).json();

    JsonNode match = with(Listed.items(list), demand);
    assertThat(match.at("/quantityKg").asLong()).isEqualTo(60_000);
    assertThat(match.at("/months").findValuesAsText("fitKg"))
        .containsExactly("40000", "20000", "0");
    assertThat(match.at("/months/0/supplyKg").asLong()).isEqualTo(40_000);
    assertThat(match.at("/months/0/needKg").asLong()).isEqualTo(70_000);
    JsonNode misses = trade.seller().get("/lots/" + lot + "/near-misses").expect(200).json();
    JsonNode near = with(misses.at("/items"), winter);
    assertThat(near.at("/quantityKg").asLong()).as("what both have").isEqualTo(90_000);
    assertThat(near.at("/obstacles/0/key").asText()).isEqualTo("months");
    assertThat(near.at("/obstacles/0/need").asText()).isEqualTo(first.plusMonths(3).toString());
    assertThat(near.at("/changes/0/kind").asText()).isEqualTo("months");
    assertThat(near.at("/changes/0/lotTo").asText()).isEqualTo(first.plusMonths(3).toString());
    assertThat(near.at("/changes/0/demandTo").asText()).isEqualTo(first.plusMonths(2).toString());
    assertThat(misses.at("/openings").findValuesAsText("kind")).doesNotContain("months");
    assertThat(
            Listed.items(trade.buyer().get("/demands/" + demand + "/matches").expect(200).json()))
        .contains(match);
    JsonNode hit =
        with(trade.buyer().get("/search/lots?material=" + MATERIAL).json().at("/items"), lot);
    assertThat(hit.at("/lot/months")).hasSize(3);
  }

  /// Two lots have tonnes in the first month alone, and the demand takes no more in it than it
  /// said.
  @Test
  void several_lots_fill_a_demand_month_by_month() {
    String demand =
        trade
            .buyer()
            .post("/demands", within(demand(100_000, 40_000), 31, 32))
            .expect(201)
            .text("id");
    List<String> early = List.of(publishWet(31, 60_000, 0), publishWet(31, 60_000, 0));
    await(early, demand);

    JsonNode part = several(demand);
    String late = publishWet(31, 10_000, 50_000);
    await(List.of(late), demand);
    JsonNode whole = several(demand);

    assertThat(part.at("/filledKg").asLong()).isEqualTo(100_000);
    assertThat(part.at("/restKg").asLong()).isEqualTo(40_000);
    assertThat(whole.at("/filledKg").asLong()).isEqualTo(140_000);
    assertThat(whole.at("/parts").findValuesAsText("lotId"))
        .containsExactlyInAnyOrder(early.get(0), early.get(1), late);
    assertThat(whole.at("/parts").findValuesAsText("quantityKg"))
        .containsExactlyInAnyOrder("60000", "40000", "40000");
  }

  /// Each month of the demand gets the mixture, so a lot that has nothing in one cannot be part of
  /// it.
  @Test
  void a_blend_for_a_demand_that_recurs_is_the_same_in_each_month() {
    Map<String, Object> wanted = demand(40_000, 60_000);
    wanted.put("ranges", List.of(range("cao", 58, 62, "dry"), range("moisture", 21, 22, "wet")));
    String demand = trade.buyer().post("/demands", wanted).expect(201).text("id");
    String poor = publishLime(lot(40_000, 60_000), 50);
    String early = publishLime(lot(80_000, 0), 70);
    await(List.of(poor, early), demand);

    JsonNode none = blends(demand);
    Map<String, Object> once = lot(70_000);
    once.remove("months");
    String rich = publishLime(once, 70);
    await(List.of(rich), demand);
    JsonNode blend = blends(demand).at("/blends/0");

    assertThat(none.at("/blends")).isEmpty();
    assertThat(blend.at("/shares").findValuesAsText("lotId")).containsExactlyInAnyOrder(poor, rich);
    assertThat(blend.at("/quantityKg").asLong()).isBetween(99_990L, 100_000L);
  }

  @Test
  void a_pair_stands_while_it_has_a_month_in_common() {
    String lot = publish(40_000, 60_000, 50_000).text("id");
    String demand = post(0, 0, 20_000, 30_000).text("id");
    Awaitility.await()
        .atMost(SOON)
        .until(() -> standing(lot, demand).at("/0/match/quantityKg").asLong() == 20_000);

    Map<String, Object> edit = demand(0, 0, 0, 50_000);
    edit.remove("siteId");
    trade.buyer().ifMatch(1).put("/demands/" + demand, edit).expect(200);

    assertThat(standing(lot, demand)).isEmpty();
  }

  private JsonNode standing(String lot, String demand) {
    String path = "/standing-matches?lotId=" + lot + "&demandId=" + demand;
    return trade.seller().get(path).expect(200).json().at("/items");
  }

  private JsonNode several(String demand) {
    return trade.buyer().get("/demands/" + demand + "/matches").expect(200).json().at("/several");
  }

  private JsonNode blends(String demand) {
    return trade.buyer().get("/demands/" + demand + "/blends").expect(200).json();
  }

  private static void await(List<String> lots, String demand) {
    TestSearch search = TestExchange.get().search();
    lots.forEach(lot -> search.awaitVersion("wufei-lots", lot, 1));
    search.awaitVersion("wufei-demands", demand, 1);
  }

  /// Of a moisture that no other test has.
  private String publishWet(int moisture, long... kg) {
    return trade.seller().post("/lots", within(lot(kg), moisture, moisture)).expect(201).text("id");
  }

  private String publishLime(Map<String, Object> lot, int cao) {
    lot.put("qualities", List.of(range("cao", cao, cao, "dry"), range("moisture", 21, 21, "wet")));
    return trade.seller().post("/lots", lot).expect(201).text("id");
  }

  private static Map<String, Object> within(Map<String, Object> listing, int min, int max) {
    listing.put(
        listing.containsKey("streamId") ? "qualities" : "ranges",
        List.of(range("moisture", min, max, "wet")));
    return listing;
  }

  private static Map<String, Object> range(String parameter, int min, int max, String basis) {
    return Trade.body("parameter", parameter, "min", min, "max", max, "basis", basis);
  }

  private static JsonNode with(JsonNode items, String id) {
    for (JsonNode item : items) {
      if (item.at("/demand/id").asText().equals(id) || item.at("/lot/id").asText().equals(id)) {
        return item;
      }
    }
    throw new AssertionError("no " + id + " in " + items);
  }

  private static JsonNode document(String index, String id, long version) {
    TestSearch search = TestExchange.get().search();
    search.awaitVersion(index, id, version);
    return search.ask("GET", "/" + index + "/_search?q=id:" + id).at("/hits/hits/0/_source/months");
  }

  private static List<Long> quantities(JsonNode thing) {
    List<Long> quantities = new ArrayList<>();
    thing.at("/months").forEach(month -> quantities.add(month.at("/quantityKg").asLong()));
    return quantities;
  }

  private Http.Answer publish(long... kg) {
    return trade.seller().post("/lots", lot(kg)).expect(201);
  }

  private Http.Answer post(long... kg) {
    return trade.buyer().post("/demands", demand(kg)).expect(201);
  }

  private Map<String, Object> lot(long... kg) {
    Map<String, Object> lot = trade.lot(sum(kg));
    lot.put("streamId", streamId);
    lot.put("title", "电石渣，按月供应");
    lot.put("availableTo", trade.today().plusYears(1).toString());
    lot.put("months", months(kg));
    return lot;
  }

  private Map<String, Object> demand(long... kg) {
    Map<String, Object> demand = trade.demand(sum(kg));
    demand.put("materialKeys", List.of(MATERIAL));
    demand.put("use", "clinker-raw-meal");
    demand.put("neededTo", trade.today().plusYears(1).toString());
    demand.put("months", months(kg));
    return demand;
  }

  private static long sum(long... kg) {
    return Arrays.stream(kg).sum();
  }

  private List<Map<String, Object>> months(long... kg) {
    List<Map<String, Object>> months = new ArrayList<>();
    for (int i = 0; i < kg.length; i++) {
      months.add(Trade.body("month", first.plusMonths(i).toString(), "quantityKg", kg[i]));
    }
    return months;
  }
}
