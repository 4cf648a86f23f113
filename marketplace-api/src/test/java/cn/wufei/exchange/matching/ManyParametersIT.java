package cn.wufei.exchange.matching;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wufei.exchange.deal.Trade;
import cn.wufei.exchange.testing.Http;
import cn.wufei.exchange.testing.TestExchange;
import cn.wufei.exchange.testing.TestSearch;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyParametersIT {

  private static final int MOST_OF_A_LOT = 40;

  private final TestSearch search = TestExchange.get().search();
  private final Trade trade = Trade.begin();

  /// Elasticsearch gives a hundred columns of a hit at most: on three bases forty parameters have
  /// two hundred and forty ends.
  @Test
  void where_very_many_parameters_are_stated_both_sides_are_matched() {
    lot(qualities("wet"));
    lot(qualities("as-received"));
    List<Map<String, Object>> dry = qualities("dry");
    String lot = lot(dry);
    Map<String, Object> draft = trade.demand(600_000);
    draft.put("ranges", dry);
    String demand = trade.buyer().post("/demands", draft).expect(201).text("id");
    search.awaitVersion("wufei-demands", demand, 1);

    assertThat(matches(trade.buyer(), "/demands/" + demand)).contains(lot);
    assertThat(matches(trade.seller(), "/lots/" + lot)).contains(demand);
  }

  private static String matches(Http owner, String path) {
    return owner.get(path + "/matches").expect(200).json().at("/items").toString();
  }

  /// Each at its least, which makes nothing hazardous but an acid.
  private static List<Map<String, Object>> qualities(String basis) {
    List<Map<String, Object>> qualities = new ArrayList<>();
    for (JsonNode parameter : Http.anonymous().get("/catalog/parameters").json().at("/items")) {
      String key = parameter.path("key").asText();
      if (!key.equals("ph")) {
        var least = parameter.path("minimum").decimalValue();
        qualities.add(Trade.body("parameter", key, "min", least, "max", least, "basis", basis));
      }
    }
    return qualities.subList(0, MOST_OF_A_LOT);
  }

  private String lot(List<Map<String, Object>> qualities) {
    Map<String, Object> draft = trade.lot(1_000_000);
    draft.put("qualities", qualities);
    String id = trade.seller().post("/lots", draft).expect(201).text("id");
    search.awaitVersion("wufei-lots", id, 1);
    return id;
  }
}
