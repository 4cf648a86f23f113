package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestSearch;
import com.fasterxml.jackson.databind.JsonNode;
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

  private static JsonNode record(JsonNode match) {
    return with(match.at("/terms"), "/key", "record");
  }

  private static JsonNode match(Http owner, String path, String side, String id) {
    JsonNode items = owner.get(path + "/matches").expect(200).json().at("/items");
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
