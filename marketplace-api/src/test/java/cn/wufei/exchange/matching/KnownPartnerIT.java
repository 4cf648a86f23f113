package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestSearch;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownPartnerIT {

  private final TestSearch search = TestExchange.get().search();
  private final Trade trade = Trade.begin();

  @Test
  void how_past_loads_went_counts_for_both_sides() {
    trade.enter("generation", 200_000);
    String agreement = trade.agree(60_000).text("id");
    trade.receive(trade.dispatch(agreement, 30_000), trade.receipt(30_000, 0)).expect(200);
    trade.receive(trade.dispatch(agreement, 30_000), trade.receipt(30_000, 5_000)).expect(200);
    String lot = trade.publish(50_000).text("id");
    String demand = trade.postDemand(50_000).text("id");
    search.awaitVersion("wufei-lots", lot, 1);
    search.awaitVersion("wufei-demands", demand, 1);

    JsonNode toSeller = match(trade.seller(), "/lots/" + lot, "demand", demand);

    assertThat(record(toSeller).at("/facts/countedLoads").asInt()).isEqualTo(2);
    assertThat(record(toSeller).at("/facts/goodLoads").asInt()).isEqualTo(1);
    assertThat(match(trade.buyer(), "/demands/" + demand, "lot", lot)).isEqualTo(toSeller);
  }

  @Test
  void a_fresh_sample_of_the_stream_counts_while_its_report_stands() {
    trade.enter("generation", 200_000);
    String lot = trade.publish(50_000).text("id");
    String demand = trade.postDemand(50_000).text("id");
    search.awaitVersion("wufei-lots", lot, 1);
    search.awaitVersion("wufei-demands", demand, 1);
    JsonNode before = evidence(lot, demand);
    String report = sampled(trade.today().minusDays(20));

    JsonNode with = evidence(lot, demand);

    assertThat(before.at("/facts").has("assayAgeDays")).isFalse();
    assertThat(with.at("/facts/assayAgeDays").asInt()).isEqualTo(20);
    assertThat(with.at("/score").asDouble()).isGreaterThan(before.at("/score").asDouble());
    trade
        .seller()
        .ifMatch(1)
        .post("/quality-reports/" + report + "/withdrawal", Trade.body("reason", "样品混批"))
        .expect(200);
    assertThat(evidence(lot, demand)).isEqualTo(before);
  }

  private String sampled(LocalDate day) {
    return trade
        .seller()
        .post(
            "/streams/" + trade.streamId() + "/quality-reports",
            Trade.body(
                "laboratory",
                "钢城质检站",
                "reportNumber",
                "R-1",
                "sampledOn",
                day.toString(),
                "reportedOn",
                day.toString(),
                "shared",
                false,
                "values",
                List.of(Trade.body("parameter", "moisture", "min", 8, "max", 8, "basis", "wet"))))
        .expect(201)
        .text("id");
  }

  private JsonNode evidence(String lot, String demand) {
    return with(
        match(trade.seller(), "/lots/" + lot, "demand", demand).at("/terms"), "/key", "evidence");
  }

  private static JsonNode record(JsonNode match) {
    return with(match.at("/terms"), "/key", "record");
  }

  private static JsonNode match(Http owner, String path, String side, String id) {
    JsonNode items = Listed.items(owner.get(path + "/matches").expect(200).json());
    return with(items, "/" + side + "/id", id);
  }

  private static JsonNode with(JsonNode items, String pointer, String value) {
    for (JsonNode item : items) {
      if (item.at(pointer).asText().equals(value)) {
        return item;
      }
    }
    throw new AssertionError("nothing has " + value + " at " + pointer + " in " + items);
  }
}
