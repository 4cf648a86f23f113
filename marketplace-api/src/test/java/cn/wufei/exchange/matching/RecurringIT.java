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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// Lots and demands that recur month by month, from the form to the match.
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurringIT {

  /// No other test trades it, so that every pair is among those shown.
  private static final String MATERIAL = "carbide-slag";

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

    JsonNode match = with(list.at("/items"), demand);
    assertThat(match.at("/quantityKg").asLong()).isEqualTo(60_000);
    assertThat(match.at("/months").findValuesAsText("fitKg"))
        .containsExactly("40000", "20000", "0");
    assertThat(match.at("/months/0/supplyKg").asLong()).isEqualTo(40_000);
    assertThat(match.at("/months/0/needKg").asLong()).isEqualTo(70_000);
    JsonNode near = with(list.at("/nearMisses"), winter);
    assertThat(near.at("/quantityKg").asLong()).isZero();
    assertThat(near.at("/obstacles/0/key").asText()).isEqualTo("months");
    assertThat(near.at("/obstacles/0/need").asText()).isEqualTo(first.plusMonths(3).toString());
    assertThat(trade.buyer().get("/demands/" + demand + "/matches").expect(200).json().at("/items"))
        .contains(match);
    JsonNode hit =
        with(trade.buyer().get("/search/lots?material=" + MATERIAL).json().at("/items"), lot);
    assertThat(hit.at("/lot/months")).hasSize(3);
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
    return search
        .ask("GET", "/" + index + "/_search?q=id:" + id)
        .at("/hits/hits/0/_source/months");
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
