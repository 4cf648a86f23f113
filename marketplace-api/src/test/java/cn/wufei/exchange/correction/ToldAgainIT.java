package cn.wufei.exchange.correction;

import static cn.wufei.exchange.correction.Corrections.approve;
import static cn.wufei.exchange.correction.Corrections.correcting;
import static cn.wufei.exchange.correction.Corrections.propose;
import static cn.wufei.exchange.correction.Corrections.voiding;
import static cn.wufei.exchange.deal.Trade.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What the lists behind the figures say of entries that were corrected or taken back.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToldAgainIT {

  @Test
  void what_was_passed_on_and_taken_back_opens_into_postings_that_add_up_to_nothing() {
    Trade trade = Trade.begin();
    trade.enter("generation", 50_000);
    String tail = tail(trade);
    String day = trade.today().toString();
    Http.Answer processing =
        trade
            .seller()
            .post(
                "/processings",
                body(
                    "occurredOn",
                    day,
                    "inputs",
                    List.of(body("streamId", trade.streamId(), "quantityKg", 20_000)),
                    "outputs",
                    List.of(body("streamId", tail, "quantityKg", 18_000))))
            .expect(201);
    approve(
        Http.as(trade.producer().admin()),
        propose(trade.seller(), voiding("processing", processing.text("id"))));

    String period = "from=" + day.substring(0, 7) + "&to=" + day.substring(0, 7);
    JsonNode rate =
        trade.seller().get("/metrics/utilisation?" + period).expect(200).json().get("total");

    for (String figure : List.of("passed-on", "brought-in")) {
      JsonNode postings =
          trade
              .seller()
              .get("/metrics/postings?" + period + "&figure=" + figure)
              .expect(200)
              .json()
              .get("items");
      String stream = figure.equals("passed-on") ? trade.streamId() : tail;
      assertThat(postings).hasSize(2);
      assertThat(postings.get(0).get("kg").asLong()).isEqualTo(-18_000);
      assertThat(postings.get(1).get("kg").asLong()).isEqualTo(18_000);
      postings.forEach(
          posting -> assertThat(posting.get("streamId").asText()).as(figure).isEqualTo(stream));
    }
    assertThat(rate.get("passedOnKg").asLong()).isZero();
    assertThat(rate.get("broughtInKg").asLong()).isZero();
  }

  @Test
  void a_corrected_entry_keeps_its_party_its_method_and_its_note() {
    Trade trade = Trade.begin();
    trade.enter("generation", 50_000);
    String day = trade.today().toString();
    String entry =
        trade
            .seller()
            .post(
                "/streams/" + trade.streamId() + "/entries",
                body(
                    "kind",
                    "related-transfer",
                    "quantityKg",
                    9_000,
                    "occurredOn",
                    day,
                    "method",
                    "truck-scale",
                    "note",
                    "一号线",
                    "counterparty",
                    body("name", "集团矿粉公司")))
            .expect(201)
            .text("subjectId");

    approve(
        Http.as(trade.producer().admin()),
        propose(trade.seller(), correcting("stream-entry", entry, body("quantityKg", 8_000))));

    JsonNode entries =
        trade
            .seller()
            .get("/streams/" + trade.streamId() + "/entries")
            .expect(200)
            .json()
            .get("items");
    for (int i : List.of(0, 2)) {
      JsonNode told = entries.get(i);
      assertThat(told.get("kind").asText()).isEqualTo("related-transfer");
      assertThat(told.at("/counterparty/name").asText()).isEqualTo("集团矿粉公司");
      assertThat(told.get("method").asText()).isEqualTo("truck-scale");
      assertThat(told.get("note").asText()).isEqualTo("一号线");
    }
    String period = "from=" + day.substring(0, 7) + "&to=" + day.substring(0, 7);
    trade
        .seller()
        .get("/metrics/postings?" + period + "&figure=related-declared")
        .expect(200)
        .json()
        .get("items")
        .forEach(posting -> assertThat(posting.get("relatedParty").asText()).isEqualTo("集团矿粉公司"));
  }

  private static String tail(Trade trade) {
    return trade
        .seller()
        .post(
            "/streams",
            body(
                "siteId",
                trade.producer().siteId().toString(),
                "materialKey",
                Trade.MATERIAL,
                "classCode",
                "SW01",
                "name",
                "水渣尾料"))
        .expect(201)
        .text("id");
  }
}
