package cn.wufei.exchange.listing;

import static cn.wufei.exchange.deal.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LotPriceIT {

  private final Trade trade = Trade.begin();
  private final Http.Answer lot = trade.publish(50_000);
  private final String path = "/lots/" + lot.text("id");

  @Test
  void a_lot_tells_what_it_has_cost_since_when() {
    edit(1, Map.of("priceYuanPerT", -10));
    edit(2, Map.of("priceYuanPerT", -10, "taxIncluded", false));
    edit(
        3,
        Map.of(
            "priceYuanPerT",
            30,
            "taxIncluded",
            false,
            "delivery",
            Map.of("radiusKm", 80, "freightInvoice", "one-invoice")));

    JsonNode prices = trade.buyer().get(path + "/prices").expect(200).json().at("/items");

    assertThat(told(prices))
        .containsExactly(
            "4 30.00 false delivered",
            "3 -10.00 false ex-works",
            "2 -10.00 true ex-works",
            "1 -12.50 true ex-works");
    assertThat(Instant.parse(prices.at("/3/since").asText()))
        .isEqualTo(Instant.parse(lot.text("publishedAt")));
    assertThat(prices.findValuesAsText("since")).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void a_change_of_something_else_is_no_new_price() {
    edit(1, Map.of("priceYuanPerT", -12.5, "title", "水渣"));
    trade.seller().ifMatch(2).post(path + "/pause").expect(200);
    trade.seller().ifMatch(3).post(path + "/resumption").expect(200);

    assertThat(told(trade.seller().get(path + "/prices").expect(200).json().at("/items")))
        .containsExactly("1 -12.50 true ex-works");
  }

  @Test
  void a_refused_change_leaves_no_price() {
    Map<String, Object> edit = edited(Map.of("priceYuanPerT", 7));

    assertProblem(trade.seller().ifMatch(9).put(path, edit), 412, "version-stale");
    edit.put("availableTo", "2020-01-01");
    trade.seller().ifMatch(1).put(path, edit).expect(422);

    assertThat(trade.seller().get(path + "/prices").json().at("/items")).hasSize(1);
  }

  @Test
  void many_prices_come_page_by_page() {
    for (int i = 1; i <= 4; i++) {
      edit(i, Map.of("priceYuanPerT", i));
    }

    Http.Answer first = trade.buyer().get(path + "/prices?limit=3").expect(200);
    Http.Answer second =
        trade.buyer().get(path + "/prices?limit=3&cursor=" + first.text("next")).expect(200);

    assertThat(first.json().at("/items").findValuesAsText("number")).containsExactly("5", "4", "3");
    assertThat(second.json().at("/items").findValuesAsText("number")).containsExactly("2", "1");
    assertThat(second.json().has("next")).isFalse();
    assertProblem(trade.buyer().get(path + "/prices?cursor=0"), 400, "invalid-request");
    assertProblem(trade.buyer().get(path + "/prices?cursor=a"), 400, "invalid-request");
  }

  @Test
  void whoever_may_not_read_the_lot_does_not_read_its_prices() {
    trade.seller().ifMatch(1).post(path + "/pause").expect(200);

    assertProblem(trade.buyer().get(path + "/prices"), 404, "not-found");
    trade.seller().get(path + "/prices").expect(200);
  }

  private void edit(int version, Map<String, Object> changes) {
    trade.seller().ifMatch(version).put(path, edited(changes)).expect(200);
  }

  private Map<String, Object> edited(Map<String, Object> changes) {
    Map<String, Object> edit = trade.lot(50_000);
    List.of("streamId", "saleMethod", "quantityKind", "quantityKg").forEach(edit::remove);
    edit.putAll(changes);
    return edit;
  }

  private static List<String> told(JsonNode prices) {
    List<String> told = new ArrayList<>();
    for (JsonNode price : prices) {
      told.add(
          "%d %.2f %s %s"
              .formatted(
                  price.at("/number").asInt(),
                  price.at("/priceYuanPerT").asDouble(),
                  price.at("/taxIncluded").asText(),
                  price.at("/basis").asText()));
    }
    return told;
  }
}
